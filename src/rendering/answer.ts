import type { Entities } from "../../machines/words.ts";
import type { Show } from "../knowledge/schemas/answers.ts";
import { fill } from "../knowledge/placeholders.ts";
import type { Choice, Reply, Topic } from "../message.ts";
import { actPart, showConduct, showTier } from "./conduct.ts";
import { deskLine, showDesk, showTimetable } from "./dates.ts";
import { showFee, showFeeDifference, showFeeTotal, showProjects } from "./money.ts";
import { showConditions, showMajor, showMajors, showOccupation, showOccupations } from "./names.ts";
import { paragraph } from "./plain.ts";
import { showRetakeFee, showValidity } from "./retakes.ts";
import { type Draft, finish } from "./reply.ts";
import { type Scene, type Shower, factValues } from "./scene.ts";
import { showMaterials, showSteps } from "./steps.ts";
import { showMonth } from "./timeline.ts";

const SHOWERS: Record<Show, Shower> = {
  fee: showFee,
  fee_difference: showFeeDifference,
  fee_total: showFeeTotal,
  retake_fee: showRetakeFee,
  validity: showValidity,
  timetable: showTimetable,
  month: showMonth,
  desk: showDesk,
  projects: showProjects,
  major: showMajor,
  majors: showMajors,
  occupation: showOccupation,
  occupations: showOccupations,
  conditions: showConditions,
  conduct: showConduct,
  tier: showTier,
  steps: showSteps,
  materials: showMaterials,
};

/** One content entry as a reply: announcements in force, its text, what is worked out, clauses, links, what to ask next. */
export function renderAnswer(scene: Scene, id: string, entities: Entities): Reply {
  const { pack, speak } = scene;
  const answer = pack.answers.get(id);
  if (!answer) throw new Error(`rendering: no answer "${id}" in the pack`);
  const parts = answer.show.map((show) => SHOWERS[show](scene, entities, answer));
  if (answer.tier !== undefined && !answer.show.includes("tier"))
    parts.push(actPart(scene, answer));
  const kind = parts.find((part) => part.kind !== undefined)?.kind ?? answer.kind;
  const topic = id.split(".")[0] as Topic;
  const blocks = [
    paragraph(fill(answer.text, factValues(pack))),
    ...parts.flatMap((part) => part.blocks),
  ];
  if (kind === "silent") blocks.push(paragraph(speak("silent_contact", { desk: deskLine(scene) })));
  if (answer.clarify) blocks.push(paragraph(answer.clarify.question));
  const draft: Draft = {
    topic,
    kind,
    answer: id,
    blocks,
    sources: [...answer.sources, ...parts.flatMap((part) => part.sources ?? [])],
    links: [...answer.links, ...parts.flatMap((part) => part.links ?? [])],
    choices: answer.clarify
      ? answer.clarify.options.map(({ label, answer: to }) => ask(to, label))
      : next(scene, answer.next),
  };
  return finish(scene, draft);
}

export function ask(answer: string, label: string): Choice {
  return { id: `ask:${answer}`, label };
}

function next({ pack }: Scene, ids: readonly string[]): Choice[] {
  return ids.flatMap((id) => {
    const answer = pack.answers.get(id);
    return answer ? [ask(id, answer.title)] : [];
  });
}
