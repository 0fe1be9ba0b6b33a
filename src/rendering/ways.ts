import type { Assessment } from "../rules/eligibility.ts";
import { rowToApply } from "../rules/timetable.ts";
import { type Change, type Way, waysTo } from "../rules/ways.ts";
import { rowLine } from "./dates.ts";
import type { Scene } from "./scene.ts";
import { wordLength } from "./told.ts";

/** How a level that is out of reach, or only to be confirmed, would come into reach: a line each. */
export function wordWays(scene: Scene, level: string, { verdict }: Assessment): string[] {
  if (verdict === "eligible") return [];
  const ways = waysTo(scene.pack, level, scene.read(scene.facts), scene.today);
  if (ways.length === 0) return [];
  return [scene.speak("ways_title", { level }), ...ways.map((way) => wordWay(scene, way))];
}

function wordWay(scene: Scene, { changes, clause, date }: Way): string {
  const { speak } = scene;
  const what = changes.map((change) => wordChange(scene, change)).join(speak("way_then"));
  const way =
    date === undefined
      ? speak("way", { changes: what, clause })
      : speak("way_dated", { changes: what, clause, date });
  return date === undefined ? way : `${way}${window(scene, date)}`;
}

function wordChange(scene: Scene, change: Change): string {
  const { speak } = scene;
  switch (change.kind) {
    case "age":
      return speak("change_age", { years: change.years });
    case "certificate":
      return speak("change_certificate", { level: change.level });
    case "graduate":
      return speak("change_graduate");
    case "diploma":
      return speak("change_diploma");
    case "work":
    case "work_after_certificate":
    case "work_after_title":
      return change.months === undefined
        ? speak(`change_${change.kind}_full`, { years: change.years })
        : speak(`change_${change.kind}`, { length: wordLength(scene, change.months) });
  }
}

/** The application month that a date falls into, where the notice still has one. */
function window(scene: Scene, date: string): string {
  const { pack, speak } = scene;
  const year = Number(date.slice(0, 4));
  const row =
    year === pack.meta.year ? rowToApply(pack.timetable, Number(date.slice(5, 7))) : undefined;
  return row
    ? speak("way_window", { window: rowLine(scene, row) })
    : speak("way_unpublished", { year });
}
