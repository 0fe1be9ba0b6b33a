import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactValue, Facts } from "../../machines/words.ts";
import { ANSWERS, LEVELS, verdictsOf } from "./answer-space.ts";
import { ADULT, assessed, inYears } from "./assessed.ts";
import type { Profile } from "../../src/profile.ts";

const RANK = ["not_eligible", "needs_confirmation", "eligible"];
const rank = (verdict: string | undefined): number => RANK.indexOf(verdict ?? "");

const anyFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    [...ANSWERS].map(([id, answers]) => [id, fc.constantFrom<FactValue>(...answers)]),
  ),
);
const anyQuestion = fc.constantFrom(...[...ANSWERS.keys()].filter((id) => id !== "target"));

const anyMatch = fc.constantFrom("own", "related", "unclear", "unlisted", null);
const anyYears = fc.oneof(fc.integer({ min: 0, max: 150 }).map(inYears), fc.constant(null));
const anyJob = fc.record({ match: anyMatch, years: anyYears });
const anyDiploma = fc.record({
  school_type: fc.constantFrom("中专", "技校", "高级工班", "专科", "本科", "自考", "高中", null),
  status: fc.constantFrom("graduated", "final_year", "studying", "unclear", null),
  major_match: fc.constantFrom("listed", "unlisted", "unclear", null),
});
const anyCertificate = fc.record({
  match: anyMatch,
  level: fc.constantFrom("五级", "四级", "三级", null),
  years_worked_after: anyYears,
});

function ranks(facts: Profile): number[] {
  const { levels } = assessed({ ...ADULT, ...facts });
  return LEVELS.map((level) => rank(levels[level]?.verdict));
}

describe("不清楚", () => {
  it("never decides what some other answer would decide the other way", () => {
    fc.assert(
      fc.property(anyFacts, anyQuestion, (facts, question) => {
        const unknown = verdictsOf({ ...facts, [question]: null }).map(rank);
        for (const answer of ANSWERS.get(question) ?? []) {
          const told = verdictsOf({ ...facts, [question]: answer }).map(rank);
          const decided = unknown.map((verdict, at) => (verdict === 1 ? told[at] : verdict));
          expect(told).toEqual(decided);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("the best counts", () => {
  const noWorse = (before: Profile, after: Profile): void => {
    const [one, other] = [ranks(before), ranks(after)];
    one.forEach((verdict, at) => expect(other[at]).toBeGreaterThanOrEqual(verdict));
  };

  it("so one more job never lowers a verdict", () => {
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 4 }), anyJob, (work, job) => {
        noWorse({ work }, { work: [...work, job] });
      }),
    );
  });

  it("so one more diploma never lowers a verdict, beside any certificate", () => {
    fc.assert(
      fc.property(
        fc.array(anyDiploma, { maxLength: 3 }),
        fc.array(anyCertificate, { maxLength: 2 }),
        anyDiploma,
        (education, certificates, diploma) => {
          noWorse(
            { education, certificates },
            { education: [...education, diploma], certificates },
          );
        },
      ),
    );
  });

  it("so one more certificate never lowers a verdict, beside any work", () => {
    fc.assert(
      fc.property(
        fc.array(anyCertificate, { maxLength: 3 }),
        fc.array(anyJob, { maxLength: 2 }),
        anyCertificate,
        (certificates, work, certificate) => {
          noWorse({ certificates, work }, { certificates: [...certificates, certificate], work });
        },
      ),
    );
  });

  it("in whatever order jobs, diplomas and certificates are told", () => {
    fc.assert(
      fc.property(
        fc.array(anyJob, { maxLength: 3 }),
        fc.array(anyDiploma, { maxLength: 3 }),
        fc.array(anyCertificate, { maxLength: 3 }),
        (work, education, certificates) => {
          expect(
            ranks({
              work: work.toReversed(),
              education: education.toReversed(),
              certificates: certificates.toReversed(),
            }),
          ).toEqual(ranks({ work, education, certificates }));
        },
      ),
    );
  });
});
