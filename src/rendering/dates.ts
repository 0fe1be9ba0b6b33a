import type { Block } from "../message.ts";
import { deskState } from "../rules/desk.ts";
import { rowToApply, rowsToSit } from "../rules/timetable.ts";
import { paragraph } from "./plain.ts";
import type { Scene, Shower } from "./scene.ts";

export const showTimetable: Shower = ({ pack, speak }) => ({
  blocks: [
    {
      type: "table",
      columns: [speak("column_apply"), speak("column_exam")],
      rows: pack.timetable.rows.map((row) => [row.apply, row.exam]),
    },
  ],
  sources: [pack.timetable.clause],
});

/** The row for the month named, as a month to apply in or to sit in; without a month the row for today. */
export const showMonth: Shower = (scene, { month, month_role: role }) => {
  const { pack, speak, at } = scene;
  const sources = [pack.timetable.clause];
  if (typeof month === "number" && role === "exam")
    return { blocks: [paragraph(sitting(scene, month))], sources };
  const row = rowToApply(
    pack.timetable,
    typeof month === "number" ? month : Number(at.date.slice(5, 7)),
  );
  if (!row) return { blocks: [], sources };
  const line =
    typeof month === "number"
      ? speak("month_apply", row)
      : speak("month_today", { date: at.date, apply: row.apply, exam: row.exam });
  const blocks: Block[] = [paragraph(line)];
  if (row.open_ended) blocks.push(paragraph(speak("month_open_ended")));
  return { blocks, sources };
};

function sitting({ pack, speak }: Scene, month: number): string {
  const rows = rowsToSit(pack.timetable, month);
  if (rows.length === 0) return speak("month_no_exam", { month });
  const lines = rows.map((row) => speak("month_apply", row));
  if (rows.some((row) => row.open_ended)) lines.push(speak("month_open_ended"));
  const apply = rows.filter((row) => !row.open_ended).map((row) => row.apply)[0];
  return [...(apply === undefined ? [] : [speak("month_exam", { month, apply })]), ...lines].join(
    "\n",
  );
}

/** One line: whether the desk serves now, or when it does next. */
export function deskLine({ pack, speak, at }: Scene): string {
  const desk = deskState(pack.desk, at);
  switch (desk.state) {
    case "open":
      return speak("desk_open", { until: desk.until });
    case "closed": {
      const day =
        desk.next.date === at.date ? speak("day_today") : speak("day_on", { date: desk.next.date });
      return speak("desk_closed", { next: `${day} ${desk.next.time}` });
    }
    case "adjusted_weekend":
      return speak("desk_adjusted_weekend");
    case "unpublished":
      return speak("desk_unpublished");
  }
}

export const showDesk: Shower = (scene) => ({
  blocks: [paragraph(deskLine(scene))],
  sources: [scene.pack.desk.clause],
});
