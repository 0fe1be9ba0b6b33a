import type { Block, VerdictBlock } from "../message.ts";
import { type Assessment, type Checked, assess } from "../rules/eligibility.ts";
import { type Ground, NO, UNSURE, YES } from "../rules/grade.ts";
import { targetLevels } from "../rules/guide.ts";
import { confirming } from "./confirming.ts";
import { paragraph } from "./plain.ts";
import { GRADE_NAMES, factsOf, wordGround } from "./reasons.ts";
import type { Part, Scene } from "./scene.ts";
import { wordWays } from "./ways.ts";

interface Assessed {
  readonly level: string;
  readonly found: Assessment;
}

/** The verdict for each level asked for: every condition, what it turned on, and what would change it. */
export function showVerdict(scene: Scene): Part {
  const { pack, speak } = scene;
  const assessed = assessments(scene);
  const blocks: Block[] = assessed.map((one) => oneLevel(scene, one));
  const asking = confirming(
    scene,
    assessed.map(({ found }) => found),
  );
  blocks.push(...asking, paragraph(speak("verdict_final")));
  const doubtful = new Set(
    assessed.flatMap(({ found }) => found.requirements.filter(isDoubtful)).map(({ id }) => id),
  );
  return {
    blocks,
    sources: sources(pack.eligibility.requirements, assessed),
    links: pack.eligibility.requirements
      .filter(({ id }) => doubtful.has(id))
      .flatMap(({ links }) => links),
  };
}

function assessments(scene: Scene): Assessed[] {
  const who = scene.read(scene.facts);
  return targetLevels(scene.pack, scene.facts).map((level) => ({
    level,
    found: assess(scene.pack, level, who),
  }));
}

/** Whether one of the levels that a verdict shows is not out of reach. */
export function mayApply({ blocks }: Pick<Part, "blocks">): boolean {
  return blocks.some((one) => one.type === "verdict" && one.verdict !== "not_eligible");
}

/** It was told, and nothing else matters any more. */
function isBarring({ grade, open }: Checked): boolean {
  return grade === NO && !open;
}

/** It was told, and it leaves a doubt. */
function isDoubtful({ grade, open }: Checked): boolean {
  return grade !== YES && !open;
}

function oneLevel(scene: Scene, { level, found }: Assessed): VerdictBlock {
  const { speak } = scene;
  return {
    type: "verdict",
    level,
    verdict: found.verdict,
    title: speak(`verdict_${found.verdict}`, { level }),
    requirements: found.requirements.map((one) => explained(scene, one)),
    conditions: found.conditions.map((one) => explained(scene, one)),
    ...(found.unobtained && { because: found.unobtained.because }),
    text: [
      ...(found.unobtained ? [found.unobtained.because] : []),
      ...general(scene, found),
      ...conditions(scene, found),
    ],
    ways: wordWays(scene, level, found),
  };
}

function explained(scene: Scene, one: Checked): VerdictBlock["conditions"][number] {
  const { id, clause, title, grade, open, because } = one;
  return {
    id,
    clause,
    title,
    grade: GRADE_NAMES[grade],
    asked: !open,
    reasons: one.grounds.map((ground) => reason(scene, ground)),
    ...(because !== undefined && { because }),
  };
}

function reason(
  scene: Scene,
  ground: Ground,
): VerdictBlock["conditions"][number]["reasons"][number] {
  const text = wordGround(scene.speak, ground);
  return {
    about: ground.about,
    grade: GRADE_NAMES[ground.grade],
    ...(text !== undefined && { text }),
    facts: factsOf(scene, ground),
  };
}

/** General requirements that leave a doubt or bar the way. */
function general(scene: Scene, { verdict, requirements }: Assessment): string[] {
  const barred = requirements.some(isBarring);
  return requirements
    .filter((one) => isDoubtful(one) && (verdict !== "not_eligible" || barred))
    .map((one) =>
      scene.speak("verdict_general", { title: one.title, reasons: reasons(scene, one) }),
    );
}

/** Every condition, what is met first; those that nobody asked about in one line, as they change nothing. */
function conditions(scene: Scene, { requirements, conditions: all }: Assessment): string[] {
  if (requirements.some(isBarring)) return [];
  const idle = all.filter(({ grade, open }) => open && grade === NO);
  const lines = all
    .filter((one) => !idle.includes(one))
    .toSorted((a, b) => b.grade - a.grade)
    .map((one) => line(scene, one));
  if (idle.length === 0) return lines;
  const clauses = idle.map(({ clause }) => clause).join("、");
  return [...lines, scene.speak("verdict_idle", { clauses })];
}

function line(scene: Scene, one: Checked): string {
  const { speak } = scene;
  const { title, clause } = one;
  if (one.grade === YES)
    return speak("verdict_met", { title, clause, facts: factWords(scene, one.grounds) });
  const phrase = one.grade === UNSURE ? "verdict_unsure" : "verdict_unmet";
  return speak(phrase, { title, clause, reasons: reasons(scene, one) });
}

/** What keeps a condition from being met, each with what was told of it. */
function reasons(scene: Scene, one: Checked): string {
  const at = one.grounds.filter(({ grade }) => grade !== YES && (one.grade !== NO || grade === NO));
  const words = at.map((ground) => {
    const text = wordGround(scene.speak, ground) ?? "";
    const facts = factWords(scene, [ground]);
    return facts === "" ? text : scene.speak("reason_told", { reason: text, facts });
  });
  if (one.because !== undefined) words.push(one.because);
  return [...new Set(words)].join(scene.speak("separator"));
}

function factWords(scene: Scene, grounds: readonly Ground[]): string {
  const facts = new Map(
    grounds.flatMap((ground) => factsOf(scene, ground)).map((one) => [one.id, one]),
  );
  return [...facts.values()].map(({ label, value }) => `${label} ${value}`).join("，");
}

/** Clauses of the requirements and of every condition that was told of. */
function sources(
  requirements: readonly { clause: string }[],
  assessed: readonly Assessed[],
): string[] {
  const conditionsTold = assessed.flatMap(({ found }) =>
    found.conditions.filter(({ grade, open }) => grade !== NO || !open).map(({ clause }) => clause),
  );
  const unobtained = assessed.flatMap(({ found }) => found.unobtained?.clause ?? []);
  const clauses = [...requirements.map(({ clause }) => clause), ...unobtained, ...conditionsTold];
  return [...new Set(clauses)];
}
