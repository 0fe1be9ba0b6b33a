import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Requirement } from "../../src/knowledge/schemas/eligibility.ts";
import { addMonths } from "../../src/rules/calendar.ts";
import { type Candidate, type Range, isOpen } from "../../src/rules/candidate.ts";
import { assess } from "../../src/rules/eligibility.ts";
import { YES } from "../../src/rules/grade.ts";
import { evaluate } from "../../src/rules/tests.ts";
import { type Change, type Way, waysTo } from "../../src/rules/ways.ts";
import { pack } from "../quanmeiti-pack.ts";

const TODAY = "2026-05-20";
const LEVELS = pack.projects.levels.map(({ id }) => id);
const exactly = (months: number): Range => [months, months];
const months = fc.nat({ max: 150 }).map(exactly);
const match = fc.constantFrom("own", "related", "unlisted", "unclear", null);

const candidate: fc.Arbitrary<Candidate> = fc.record({
  age: fc.oneof(fc.integer({ min: 168, max: 600 }).map(exactly), fc.constant(exactly(300))),
  work: fc.array(fc.record({ match, months }), { maxLength: 3 }),
  doubtfulMonths: fc.constant(0),
  diplomas: fc.array(
    fc.record({
      school: fc.constantFrom(...pack.education.schools.map(({ id }) => id)),
      status: fc.constantFrom("graduated", "final_year", "studying", "unclear"),
      major: match,
    }),
    { maxLength: 2 },
  ),
  certificates: fc.array(
    fc.record({ level: fc.constantFrom("五级", "四级", "三级"), match, months_after: months }),
    { maxLength: 2 },
  ),
  titles: fc.array(
    fc.record({
      grade: fc.constantFrom("junior", "middle", "senior"),
      field: fc.constantFrom(true, false, null),
      months_after: months,
    }),
    { maxLength: 1 },
  ),
});

test("doing what a way says meets its condition, and what holds for all", () => {
  fc.assert(
    fc.property(candidate, fc.constantFrom(...LEVELS), (who, level) => {
      for (const way of waysTo(pack, level, who, TODAY))
        expect([way, meets(way, who)]).toEqual([way, true]);
    }),
    { numRuns: 400 },
  );
});

test("a month less does not", () => {
  fc.assert(
    fc.property(candidate, fc.constantFrom(...LEVELS), (who, level) => {
      const nearest = new Map<string, Way>();
      for (const way of waysTo(pack, level, who, TODAY))
        if (!nearest.has(way.condition)) nearest.set(way.condition, way);
      for (const way of nearest.values()) {
        const less = way.changes.map(aMonthLess);
        if (less.every((change, at) => change === way.changes[at])) continue;
        expect([way, meets({ ...way, changes: less }, who)]).toEqual([way, false]);
      }
    }),
    { numRuns: 400 },
  );
});

test("nothing is told where the level is met, and something wherever it is out of reach", () => {
  fc.assert(
    fc.property(candidate, fc.constantFrom(...LEVELS), (who, level) => {
      const { verdict } = assess(pack, level, who);
      const ways = waysTo(pack, level, who, TODAY);
      const [fewest, most] = { eligible: [0, 0], needs_confirmation: [0, 3], not_eligible: [1, 3] }[
        verdict
      ] as [number, number];
      expect(ways.length).toBeGreaterThanOrEqual(fewest);
      expect(ways.length).toBeLessThanOrEqual(most);
    }),
    { numRuns: 400 },
  );
});

test("a date is told where going on to work is all there is to do, and only there", () => {
  fc.assert(
    fc.property(candidate, fc.constantFrom(...LEVELS), (who, level) => {
      for (const { changes, date } of waysTo(pack, level, who, TODAY)) {
        const [only, ...more] = changes;
        const left = only && "months" in only && more.length === 0 ? only.months : undefined;
        expect(date).toBe(left === undefined ? undefined : addMonths(TODAY, left));
      }
    }),
    { numRuns: 200 },
  );
});

describe("the nearest way", () => {
  const NOBODY: Candidate = {
    age: exactly(300),
    work: [],
    doubtfulMonths: 0,
    diplomas: [],
    certificates: [],
    titles: [],
  };
  const first = (level: string, who: Partial<Candidate>) =>
    waysTo(pack, level, { ...NOBODY, ...who }, "2026-11-22")[0];

  it("of four years and eleven months is one month", () => {
    expect(first("四级", { work: [{ match: "related", months: exactly(59) }] })).toEqual({
      condition: "四级(1)",
      clause: "附件1 四级(1)",
      changes: [{ kind: "work", years: 5, months: 1 }],
      date: "2026-12-22",
    });
  });

  it("with a listed college diploma is a certificate of level four", () => {
    const college = { school: "专科", status: "graduated", major: "own" } as const;
    expect(first("三级", { diplomas: [college] })).toMatchObject({
      condition: "三级(5)",
      changes: [{ kind: "certificate", level: "四级" }],
    });
  });

  it("of a student with a listed major is to come to the last year", () => {
    const school = { school: "中等职业学校", status: "studying", major: "own" } as const;
    expect(first("四级", { diplomas: [school] })?.changes).toEqual([{ kind: "graduate" }]);
  });

  it("of dated work counts what is certain", () => {
    const period = { least: [24_241, 24_299], most: [24_240, 24_300] } as const;
    const job = { match: "own", months: [58, 60], period } as const;
    expect(first("四级", { work: [job] })?.changes).toEqual([
      { kind: "work", years: 5, months: 2 },
    ]);
  });
});

/** Whether the condition, and the age asked of everybody, are met once the changes are made. */
function meets({ condition: id, changes }: Way, who: Candidate): boolean {
  const { conditions, requirements } = pack.eligibility;
  const condition = [...conditions, ...requirements].find((one) => one.id === id);
  if (!condition) throw new Error(`no condition ${id}`);
  const after = changes.reduce((sofar, one) => apply(one, sofar, condition.requires), who);
  const general = requirements.filter(({ at_worst: doubt }) => !doubt);
  return [condition, ...general].every(
    ({ requires }) => evaluate(requires, after, pack).low === YES,
  );
}

function apply(change: Change, who: Candidate, need: Requirement): Candidate {
  switch (change.kind) {
    case "age":
      return { ...who, age: exactly(change.years * 12) };
    case "work": {
      const more = exactly(change.months ?? change.years * 12);
      return { ...who, work: [...who.work, { match: "related", months: more }] };
    }
    case "certificate": {
      const obtained = { level: change.level, match: "related", months_after: exactly(0) } as const;
      return { ...who, certificates: [...who.certificates, obtained] };
    }
    case "work_after_certificate":
      return { ...who, certificates: who.certificates.map((one) => later(one, change)) };
    case "work_after_title":
      return { ...who, titles: who.titles.map((one) => later(one, change)) };
    case "graduate":
      return {
        ...who,
        diplomas: who.diplomas.map((one) =>
          one.status === "studying" ? { ...one, status: "graduated" } : one,
        ),
      };
    case "diploma": {
      const [school = ""] = schoolsIn(need);
      const obtained = { school, status: "graduated", major: "own" } as const;
      return { ...who, diplomas: [...who.diplomas, obtained] };
    }
  }
}

function later<T extends Candidate["certificates"][number] | Candidate["titles"][number]>(
  one: T,
  { months: left, years }: { readonly months?: number; readonly years: number },
): T {
  const { months_after: done } = one;
  const told = done === null || isOpen(done) ? 0 : done[0];
  return { ...one, months_after: exactly(left === undefined ? years * 12 : told + left) };
}

function schoolsIn(need: Requirement): readonly string[] {
  if ("all" in need) return need.all.flatMap(schoolsIn);
  if ("any" in need) return need.any.flatMap(schoolsIn);
  return "diploma" in need ? need.diploma.schools : [];
}

function aMonthLess(change: Change): Change {
  if (!("years" in change) || change.kind === "age") return change;
  const whole = change.months ?? (change.kind === "work" ? undefined : change.years * 12);
  return whole === undefined || whole === 0 ? change : { ...change, months: whole - 1 };
}
