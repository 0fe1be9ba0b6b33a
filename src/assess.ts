import { z } from "zod";
import type { Pack } from "./knowledge/pack.ts";
import { type AssessOutput, type Profile, assessInputSchema, profileSchema } from "./profile.ts";
import { InvalidProfile } from "./refusals.ts";
import { GRADE_NAMES, wordGround } from "./rendering/reasons.ts";
import { type Speak, createSpeak } from "./rendering/scene.ts";
import { overworked } from "./rules/conflicts.ts";
import { type Checked, assess } from "./rules/eligibility.ts";
import { fromProfile } from "./rules/from-profile.ts";
import { type Ground, NO, UNSURE, YES } from "./rules/grade.ts";
import type { Names } from "./rules/names.ts";
import { waysTo } from "./rules/ways.ts";

type LevelOutput = AssessOutput["levels"][string];

/**
 * The `assess` command and route: one `{"id", "asOf"?, "facts"}` in, the verdict for each level out, with
 * every condition, what it turned on, and the nearest ways to a level that is out of reach.
 * @throws {InvalidProfile} when the input has not that shape, or its dates run backwards or lie ahead
 */
export function createAssess(pack: Pack, names: Names, today: () => string) {
  const speak = createSpeak(pack);
  const worksFrom = pack.interview.find(({ fact }) => fact === "age")?.works_from;
  return (input: unknown): AssessOutput => {
    const parsed = assessInputSchema.safeParse(input);
    if (!parsed.success)
      throw new InvalidProfile(z.prettifyError(parsed.error), { cause: parsed.error });
    const { id, asOf = today(), facts } = parsed.data;
    const who = fromProfile(facts, names, asOf);
    const found = pack.projects.levels.map((level) => assess(pack, level.id, who));
    const levels = pack.projects.levels.map(({ id: level }, index): [string, LevelOutput] => {
      const { verdict = "not_eligible", conditions = [], unobtained } = found[index] ?? {};
      return [
        level,
        {
          verdict,
          ...(unobtained && { because: unobtained.because }),
          ...byGrade(conditions),
          conditions: conditions.map((one) => explained(one, facts, speak)),
          ways: verdict === "eligible" ? [] : waysTo(pack, level, who, asOf),
        },
      ];
    });
    const contradiction = worksFrom === undefined ? undefined : overworked(who, worksFrom);
    return {
      ...(id !== undefined && { id }),
      levels: Object.fromEntries(levels),
      requirements: byGrade(found[0]?.requirements ?? []),
      contradictions: contradiction ? ["age", ...contradiction.lists] : [],
      pack: { id: pack.meta.id, version: pack.meta.version },
      expired: asOf < pack.meta.valid.from || asOf > pack.meta.valid.to,
      ignored: Object.keys(facts).filter((key) => !(key in profileSchema.shape)),
    };
  };
}

function byGrade(rules: readonly Checked[]): { met: string[]; unsure: string[]; unmet: string[] } {
  const of = (grade: number): string[] =>
    rules.filter((rule) => rule.grade === grade).map(({ id }) => id);
  return { met: of(YES), unsure: of(UNSURE), unmet: of(NO) };
}

function explained(
  { id, clause, title, grade, grounds, because }: Checked,
  facts: Profile,
  speak: Speak,
): LevelOutput["conditions"][number] {
  return {
    id,
    clause,
    title,
    grade: GRADE_NAMES[grade],
    asked: true,
    reasons: grounds.map((ground) => {
      const text = wordGround(speak, ground);
      return {
        about: ground.about,
        grade: GRADE_NAMES[ground.grade],
        ...(text !== undefined && { text }),
        facts: factsOf(ground, facts),
      };
    }),
    ...(because !== undefined && { because }),
  };
}

/** Where in the profile each aspect stands; `*` is the place of the thing. */
const PATHS: Readonly<Record<Ground["about"], readonly string[]>> = {
  age: ["age"],
  education: ["highest_education", "education.*.school_type"],
  school: ["education.*.school_type"],
  status: ["education.*.status"],
  major: ["education.*.major", "education.*.major_match"],
  work_years: ["work", "internship_years"],
  work_occupation: ["work", "internship_years"],
  certificate_level: ["certificates.*.level"],
  certificate_occupation: ["certificates.*.occupation", "certificates.*.match"],
  certificate_years: ["certificates.*.years_worked_after"],
  title_grade: ["title.name"],
  title_field: ["title.field_match"],
  title_years: ["title.years_worked_after"],
};

function factsOf({ about, place }: Ground, facts: Profile) {
  return PATHS[about]
    .filter((path) => !path.includes("*") || place !== undefined)
    .map((path) => path.replace("*", String(place)))
    .flatMap((id) => {
      const value = at(facts, id);
      return value === undefined
        ? []
        : [{ id, label: id, value: typeof value === "string" ? value : JSON.stringify(value) }];
    });
}

function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
