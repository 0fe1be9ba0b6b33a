import type { Block } from "../message.ts";
import { type Assessment, type Checked, assess } from "../rules/eligibility.ts";
import { fromFacts } from "../rules/from-facts.ts";
import { type Ground, NO, UNSURE, YES } from "../rules/grade.ts";
import { targetLevels } from "../rules/guide.ts";
import { paragraph } from "./plain.ts";
import type { Part, Scene } from "./scene.ts";

/** The verdict for each level asked for, with every condition, what it turned on, and its clause. */
export function showVerdict(scene: Scene): Part {
  const { pack, speak } = scene;
  const assessed = assessments(scene);
  const blocks = assessed.flatMap(({ level, found }) => oneLevel(scene, level, found));
  const unsure = assessed.some(({ found }) => found.verdict === "needs_confirmation");
  if (unsure) blocks.push(paragraph(speak("verdict_confirm")));
  blocks.push(paragraph(speak("verdict_final")));
  const open = new Set(
    assessed.flatMap(({ found }) => found.requirements.filter(isDoubtful)).map(({ id }) => id),
  );
  return {
    blocks,
    sources: sources(pack.eligibility.requirements, assessed),
    links: pack.eligibility.requirements
      .filter(({ id }) => open.has(id))
      .flatMap(({ links }) => links),
  };
}

function assessments(scene: Scene): { level: string; found: Assessment }[] {
  const who = fromFacts(scene.facts, scene.pack.interview, scene.names);
  return targetLevels(scene.pack, scene.facts).map((level) => ({
    level,
    found: assess(scene.pack, level, who),
  }));
}

/** It was told, and it leaves a doubt. */
function isDoubtful({ grade, open }: Checked): boolean {
  return grade !== YES && !open;
}

/** Whether one of the levels asked for is not out of reach. */
export function mayApply(scene: Scene): boolean {
  return assessments(scene).some(({ found }) => found.verdict !== "not_eligible");
}

function oneLevel(scene: Scene, level: string, found: Assessment): Block[] {
  const { speak } = scene;
  const title = paragraph(speak(`verdict_${found.verdict}`, { level }));
  const general = found.requirements
    .filter(isDoubtful)
    .filter(
      () =>
        found.verdict !== "not_eligible" || found.requirements.some(({ grade }) => grade === NO),
    )
    .map((one) => speak("verdict_general", { title: one.title, reasons: reasons(scene, one) }));
  const barred = found.requirements.some(({ grade }) => grade === NO);
  const lines = barred ? [] : telling(found).map((one) => line(scene, one));
  return [title, ...[...general, ...lines].map(paragraph)];
}

/** What settles it is enough when it is settled; otherwise everything that is missing is of use. */
function telling({ verdict, conditions }: Assessment): readonly Checked[] {
  const of = (grade: number): Checked[] => conditions.filter((one) => one.grade === grade);
  if (verdict === "eligible") return of(YES);
  return verdict === "needs_confirmation" ? [...of(YES), ...of(UNSURE)] : of(NO);
}

function line(scene: Scene, one: Checked): string {
  const { title, clause } = one;
  if (one.grade === YES) return scene.speak("verdict_met", { title, clause });
  return scene.speak(one.grade === UNSURE ? "verdict_unsure" : "verdict_unmet", {
    title,
    clause,
    reasons: reasons(scene, one),
  });
}

function reasons({ speak }: Scene, one: Checked): string {
  const at = one.grounds.filter(
    (ground) => ground.grade === (one.grade === NO ? NO : ground.grade),
  );
  const words = at.map((ground) => wordGround(speak, ground));
  if (one.because !== undefined) words.push(one.because);
  return [...new Set(words)].join(speak("separator"));
}

function wordGround(speak: Scene["speak"], { about, grade, need }: Ground): string {
  const phrase = grade === NO ? (`lacks_${about}` as const) : (`unclear_${about}` as const);
  return (speak as (phrase: string, params: Record<string, string>) => string)(phrase, {
    need: need ?? "",
  });
}

function sources(
  general: readonly { clause: string }[],
  assessed: readonly { found: Assessment }[],
): string[] {
  const told = assessed.flatMap(({ found }) => telling(found).map(({ clause }) => clause));
  return [...new Set([...general.map(({ clause }) => clause), ...told])];
}
