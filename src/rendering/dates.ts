import type { TimetableRow } from "../knowledge/schemas/notice.ts";
import { deskState } from "../rules/desk.ts";
import { rowToApply, rowsToSit } from "../rules/timetable.ts";
import { gap, wordGap } from "./gaps.ts";
import { paragraph } from "./plain.ts";
import type { Scene, Shower } from "./scene.ts";

export const showTimetable: Shower = (scene) => {
  const { speak } = scene;
  const { unknown, clause, rows } = scene.pack.timetable;
  if (unknown !== undefined) return gap(scene, unknown, clause);
  const table = {
    type: "table" as const,
    columns: [speak("column_apply"), speak("column_exam")],
    rows: rows.map((row) => [row.apply, row.exam]),
  };
  return { blocks: [table], sources: [clause] };
};

/** The row for the month named, as a month to apply in or to sit in; without a month the row for today. */
export const showMonth: Shower = (scene, entities, answer) => {
  const { pack, speak, at } = scene;
  const { month, month_role: role } = entities;
  const { unknown, clause } = pack.timetable;
  if (unknown !== undefined) return gap(scene, unknown, clause);
  const sources = [clause];
  if (typeof month === "number") {
    const rows = role === "exam" ? rowsToSit(pack.timetable, month) : applying(scene, month);
    const lines =
      rows.length > 0
        ? rows.map((row) => rowLine(scene, row))
        : [speak("month_no_exam", { month })];
    return {
      blocks: [paragraph([...soonest(scene, role, month, rows), ...lines].join("\n"))],
      sources,
    };
  }
  const outside = at.date < pack.meta.valid.from || at.date > pack.meta.valid.to;
  if (outside) return showTimetable(scene, entities, answer);
  const lines = applying(scene, Number(at.date.slice(5, 7))).map((row) => rowLine(scene, row));
  return {
    blocks: [paragraph([speak("month_today", { date: at.date }), ...lines].join("\n"))],
    sources,
  };
};

function applying({ pack }: Scene, month: number): TimetableRow[] {
  const row = rowToApply(pack.timetable, month);
  return row ? [row] : [];
}

/** When to apply for an evaluation in this month, where the notice promises one. */
function soonest(
  { speak }: Scene,
  role: unknown,
  month: number,
  rows: readonly TimetableRow[],
): string[] {
  const sure = rows.find((row) => !row.open_ended);
  return role === "exam" && sure ? [speak("month_exam", { month, apply: sure.apply })] : [];
}

/** One row in words; where it may reach into the next year, with what that means. */
export function rowLine({ speak }: Pick<Scene, "speak">, row: TimetableRow): string {
  const { apply, exam } = row;
  if (!row.open_ended) return speak("month_apply", { apply, exam });
  return `${speak("month_apply_open", { apply, exam })}\n${speak("month_open_ended")}`;
}

/** One line: whether the desk serves now, or when it does next; where its hours are unknown, that they are. */
export function deskLine(scene: Scene): string {
  const { pack, speak, at } = scene;
  if (pack.desk.unknown !== undefined) return wordGap(scene, pack.desk.unknown);
  const desk = deskState(pack.desk, at);
  switch (desk.state) {
    case "open":
      return speak("desk_open", { until: desk.until });
    case "closed": {
      if (!desk.next) return speak("desk_closed_until_published");
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

export const showDesk: Shower = (scene) => {
  const { unknown, clause } = scene.pack.desk;
  if (unknown !== undefined) return { blocks: [], sources: [clause], kind: "silent" }; // whom to ask says it
  return { blocks: [paragraph(deskLine(scene))], sources: [clause] };
};
