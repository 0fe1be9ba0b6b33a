import { z } from "zod";
import type { Pack } from "./knowledge/pack.ts";
import { type Assessment, type Checked, assess } from "./rules/eligibility.ts";
import { fromProfile } from "./rules/from-profile.ts";
import { NO, UNSURE, YES } from "./rules/grade.ts";
import { InvalidProfile } from "./refusals.ts";
import type { Names } from "./rules/names.ts";
import { type AssessOutput, assessInputSchema, profileSchema } from "./profile.ts";

/**
 * The `assess` command and route: one `{"id", "asOf"?, "facts"}` in, the verdict for each level out.
 * @throws {InvalidProfile} when the input has not that shape
 */
export function createAssess(pack: Pack, names: Names, today: () => string) {
  return (input: unknown): AssessOutput => {
    const parsed = assessInputSchema.safeParse(input);
    if (!parsed.success)
      throw new InvalidProfile(z.prettifyError(parsed.error), { cause: parsed.error });
    const { id, asOf = today(), facts } = parsed.data;
    const who = fromProfile(facts, names);
    const levels = pack.projects.levels.map(
      (level) => [level.id, assess(pack, level.id, who)] as const,
    );
    const general = levels[0]?.[1].requirements ?? [];
    return {
      ...(id !== undefined && { id }),
      levels: Object.fromEntries(levels.map(([level, found]) => [level, summary(found)])),
      requirements: byGrade(general),
      pack: { id: pack.meta.id, version: pack.meta.version },
      expired: asOf < pack.meta.valid.from || asOf > pack.meta.valid.to,
      ignored: Object.keys(facts).filter((key) => !(key in profileSchema.shape)),
    };
  };
}

function summary(found: Assessment): AssessOutput["levels"][string] {
  return { verdict: found.verdict, ...byGrade(found.conditions) };
}

function byGrade(rules: readonly Checked[]): { met: string[]; unsure: string[]; unmet: string[] } {
  const of = (grade: number): string[] =>
    rules.filter((rule) => rule.grade === grade).map(({ id }) => id);
  return { met: of(YES), unsure: of(UNSURE), unmet: of(NO) };
}
