import type { CalendarEvent, FindDates } from "../calendar-file.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { TimetableRow } from "../knowledge/schemas/notice.ts";
import { addDays, addMonths } from "../rules/calendar.ts";
import { rowLine } from "./dates.ts";
import { type Scene, createSpeak } from "./scene.ts";
import { monthOf } from "./timeline.ts";

type Words = Pick<Scene, "pack" | "speak">;

/** What of the timetable can stand in a calendar: months, and no day that the notice does not name. */
export function createDates(pack: Pack): FindDates {
  const words = { pack, speak: createSpeak(pack) };
  const { rows, unknown } = pack.timetable;
  const { name, version, year } = pack.meta;
  return (month) => {
    const row = rows.find((one) => monthOf(year, one.month) === month);
    if (unknown !== undefined || !row) return undefined;
    return { name, version, events: [applying(words, row), ...sitting(words, row)] };
  };
}

function applying({ pack, speak }: Words, row: TimetableRow): CalendarEvent {
  const { name, year } = pack.meta;
  const month = monthOf(year, row.month);
  const start = firstDay(month);
  return {
    id: `${pack.meta.id}-${month}-apply`,
    title: speak("calendar_apply", { name, apply: row.apply }),
    text: lines({ pack, speak }, row, speak("calendar_apply_note")),
    start,
    end: addMonths(start, 1),
  };
}

/** The last day that the notice gives the evaluation; where it may reach into the next year there is none. */
function sitting({ pack, speak }: Words, row: TimetableRow): CalendarEvent[] {
  if (row.open_ended) return [];
  const { id, name, year } = pack.meta;
  const end = addMonths(firstDay(monthOf(year, row.exam_month)), 1);
  return [
    {
      id: `${id}-${monthOf(year, row.month)}-exam`,
      title: speak("calendar_exam", { name, exam: row.exam }),
      text: lines({ pack, speak }, row, speak("point_exam_note")),
      start: addDays(end, -1),
      end,
    },
  ];
}

function lines({ pack, speak }: Words, row: TimetableRow, note: string): string {
  const sources = speak("sources", { clauses: pack.timetable.clause });
  return [rowLine({ speak }, row), note, speak("sheet_contact"), sources].join("\n");
}

function firstDay(month: string): string {
  return `${month}-01`;
}
