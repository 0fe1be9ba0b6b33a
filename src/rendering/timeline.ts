import type { TimetableRow } from "../knowledge/schemas/notice.ts";
import type { Block } from "../message.ts";
import { rowToApply, rowsToSit } from "../rules/timetable.ts";
import { rowLine, showTimetable } from "./dates.ts";
import { gap } from "./gaps.ts";
import { paragraph } from "./plain.ts";
import type { Scene, Shower } from "./scene.ts";

type Timeline = Extract<Block, { type: "timeline" }>;
type Point = Timeline["rows"][number]["points"][number];

/** The rows for the month named, as a month to apply in or to sit in; without a month the row for today. */
export const showMonth: Shower = (scene, entities, answer) => {
  const { pack, speak, today } = scene;
  const { month, month_role: role } = entities;
  const { unknown, clause } = pack.timetable;
  if (unknown !== undefined) return gap(scene, unknown, clause);
  const sources = [clause];
  if (typeof month === "number") return { blocks: named(scene, month, role), sources };
  const outside = today < pack.meta.valid.from || today > pack.meta.valid.to;
  if (outside) return showTimetable(scene, entities, answer);
  const rows = applying(scene, Number(today.slice(5, 7)));
  return {
    blocks: [paragraph(speak("month_today", { date: today })), timeline(scene, rows)],
    sources,
  };
};

function named(scene: Scene, month: number, role: unknown): Block[] {
  const { pack, speak } = scene;
  const sits = role === "exam";
  const rows = sits ? rowsToSit(pack.timetable, month) : applying(scene, month);
  if (rows.length === 0) return [paragraph(speak("month_no_exam", { month }))];
  return [...(sits ? soonest(scene, month, rows) : []), timeline(scene, rows)];
}

function applying({ pack }: Scene, month: number): TimetableRow[] {
  const row = rowToApply(pack.timetable, month);
  return row ? [row] : [];
}

/** When to apply for an evaluation in this month, where the notice promises one. */
function soonest({ speak }: Scene, month: number, rows: readonly TimetableRow[]): Block[] {
  const sure = rows.find((row) => !row.open_ended);
  return sure ? [paragraph(speak("month_exam", { month, apply: sure.apply }))] : [];
}

function timeline(scene: Scene, rows: readonly TimetableRow[]): Timeline {
  const { year } = scene.pack.meta;
  return {
    type: "timeline",
    rows: rows.map((row) => ({
      month: monthOf(year, row.month),
      points: [applyPoint(scene, row), examPoint(scene, row), ...resultPoints(scene)],
    })),
    text: rows.flatMap((row) => rowLine(scene, row).split("\n")),
  };
}

/** `2026-05` */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

function applyPoint({ pack, speak }: Scene, { apply }: TimetableRow): Point {
  return {
    id: "apply",
    label: speak("point_apply"),
    when: apply,
    clause: pack.timetable.clause,
  };
}

function examPoint({ pack, speak }: Scene, { exam, open_ended: open }: TimetableRow): Point {
  return {
    id: "exam",
    label: speak("point_exam"),
    when: exam,
    note: speak(open ? "month_open_ended" : "point_exam_note"),
    clause: pack.timetable.clause,
  };
}

/** How long results take, where the notice says so; which of the two lengths it will be it does not. */
function resultPoints({ pack, speak }: Scene): Point[] {
  const { results } = pack.timetable;
  const fact = results && pack.facts[results.days_fact];
  const longer = results?.longer_fact === undefined ? undefined : pack.facts[results.longer_fact];
  if (!fact) return [];
  return [
    {
      id: "results",
      label: speak("point_results"),
      when: speak("point_results_when", { days: fact.value }),
      ...(longer && { note: speak("point_results_note", { days: longer.value }) }),
      clause: fact.clause,
    },
  ];
}
