import type { TimetableRow } from "../knowledge/schemas/notice.ts";
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

/** One row in words; where it may reach into the next year, with what that means. */
export function rowLine({ speak }: Pick<Scene, "speak">, row: TimetableRow): string {
  const { apply, exam } = row;
  if (!row.open_ended) return speak("month_apply", { apply, exam });
  return `${speak("month_apply_open", { apply, exam })}\n${speak("month_open_ended")}`;
}

/** One line: whether the desk serves now, or when it does next; where its hours are unknown, that they are. */
export function deskLine(scene: Scene): string {
  const { pack, speak, today, desk } = scene;
  if (pack.desk.unknown !== undefined) return wordGap(scene, pack.desk.unknown);
  switch (desk.state) {
    case "open":
      return speak("desk_open", { until: desk.until });
    case "closed": {
      if (!desk.next) return speak("desk_closed_until_published");
      const day =
        desk.next.date === today ? speak("day_today") : speak("day_on", { date: desk.next.date });
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
