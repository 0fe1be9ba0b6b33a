import type { Pack } from "../knowledge/pack.ts";
import type { Match, Requirement, Test } from "../knowledge/schemas/eligibility.ts";
import { addMonths } from "./calendar.ts";
import { type Candidate, type Fact, type Range, isOpen } from "./candidate.ts";
import { NO, YES } from "./grade.ts";
import { evaluate } from "./tests.ts";
import { work } from "./work.ts";

/** One thing that a candidate would have to do or wait for. Months are those still missing. */
export type Change =
  | { readonly kind: "age"; readonly years: number }
  /** Work in the own or a related occupation: `months` more, or until `years` are full. */
  | { readonly kind: "work"; readonly years: number; readonly months?: number }
  | { readonly kind: "certificate"; readonly level: string }
  | {
      readonly kind: "work_after_certificate" | "work_after_title";
      readonly years: number;
      readonly months?: number;
    }
  | { readonly kind: "graduate" }
  | { readonly kind: "diploma" };

/** A way to meet a condition that is not met. */
export interface Way {
  readonly condition: string;
  readonly clause: string;
  readonly changes: Change[];
  /** `YYYY-MM-DD`, the first day on which it is met where time alone does it and work goes on. */
  readonly date?: string;
}

/** The most ways that are told of a level. */
const MOST_WAYS = 3;

/**
 * The nearest ways to meet a condition of a level, the nearest first; none where a condition is met.
 * Computed from the conditions: what the notice leaves open is nobody's to bring about, so conditions
 * that can only be confirmed are left out.
 * @param today `YYYY-MM-DD`
 */
export function waysTo(pack: Pack, level: string, who: Candidate, today: string): Way[] {
  const { requirements, conditions } = pack.eligibility;
  const barred = requirements.filter(
    (one) => !one.at_worst && evaluate(one.requires, who, pack).high === NO,
  );
  const own = conditions
    .filter((one) => one.level === level && !one.at_best)
    .map((condition) => ({ condition, found: evaluate(condition.requires, who, pack) }));
  const met = own.find(({ found }) => found.low === YES)?.condition;
  if (barred.length > 0)
    return barred.flatMap(({ requires, ...general }) =>
      waysOf(requires, who, pack).map((changes) => ({ ...named(met ?? general), changes })),
    );
  if (met) return [];
  const before = requirements
    .filter((one) => !one.at_worst)
    .flatMap(({ requires }) => waysOf(requires, who, pack)[0] ?? []); // such as a birthday close by
  return own
    .filter(({ found }) => found.low === found.high) // what was not asked may be there already
    .flatMap(({ condition }) =>
      waysOf(condition.requires, who, pack).map((changes) => ({
        ...named(condition),
        changes: [...before, ...changes],
      })),
    )
    .toSorted((a, b) => costOf(a.changes) - costOf(b.changes))
    .filter((way, _, all) => isNear(way.changes, all[0]?.changes ?? []))
    .slice(0, MOST_WAYS)
    .map((way) => ({ ...way, ...dateOf(way.changes, today) }));
}

function named({ id, clause }: { id: string; clause: string }): Pick<Way, "condition" | "clause"> {
  return { condition: id, clause };
}

/** Alternatives, each a list of changes; an empty list where nothing is missing. */
function waysOf(need: Requirement, who: Candidate, pack: Pack): Change[][] {
  if ("all" in need)
    return need.all
      .map((one) => waysOf(one, who, pack))
      .reduce<Change[][]>(
        (sofar, ways) => sofar.flatMap((before) => ways.map((way) => [...before, ...way])),
        [[]],
      );
  if ("any" in need) return need.any.flatMap((one) => waysOf(one, who, pack));
  const found = evaluate(need, who, pack);
  if (found.low === YES) return [[]];
  return waysToTest(need, who);
}

function waysToTest(test: Test, who: Candidate): Change[][] {
  if ("age" in test)
    return who.age === null || isOpen(who.age) ? [] : [[{ kind: "age", years: test.age.years }]];
  if ("education" in test) return [[]]; // not in the notice: what is not told by it, is confirmed
  if ("work" in test) return [[workWay(test.work.years, test.work.occupations, who)]];
  if ("certificate" in test) return certificateWays(test.certificate, who);
  if ("diploma" in test) return diplomaWays(test.diploma, who);
  return titleWays(test.title, who);
}

function workWay(years: number, occupations: readonly Match[], who: Candidate): Change {
  const need = years * 12;
  const counted = who.work.filter(({ match }) => includes(occupations, match));
  const exact = counted.every(({ months, period }) => period !== undefined || isExact(months));
  if (counted.length === 0 || !exact) return { kind: "work", years };
  const done = work({ years, occupations: [...occupations] }, who).ground?.months?.[0] ?? 0;
  return { kind: "work", years, months: need - done };
}

type Wanted<K extends string> = Extract<Test, Record<K, unknown>>[K &
  keyof Extract<Test, Record<K, unknown>>];

function certificateWays(wanted: Wanted<"certificate">, who: Candidate): Change[][] {
  const held = who.certificates.filter(
    ({ level, match }) => includes(wanted.levels, level) && includes(wanted.occupations, match),
  );
  if (held.length > 0)
    return held.map(({ months_after: after }) => [
      waiting("work_after_certificate", wanted.years_after, after),
    ]);
  const [level = ""] = wanted.levels;
  const more: Change[] =
    wanted.years_after > 0 ? [{ kind: "work_after_certificate", years: wanted.years_after }] : [];
  return [[{ kind: "certificate", level }, ...more]];
}

function titleWays(wanted: Wanted<"title">, who: Candidate): Change[][] {
  return who.titles
    .filter(({ grade, field }) => includes(wanted.grades, grade) && field === true)
    .map(({ months_after: after }) => [waiting("work_after_title", wanted.years_after, after)]);
}

/** A new diploma is years away, so it is told only where there is no nearer way. */
function diplomaWays(wanted: Wanted<"diploma">, who: Candidate): Change[][] {
  const studying = who.diplomas.some(
    ({ school, status, major }) =>
      includes(wanted.schools, school) && major === "own" && status === "studying",
  );
  return [[{ kind: studying ? "graduate" : "diploma" }]];
}

function waiting(
  kind: "work_after_certificate" | "work_after_title",
  years: number,
  after: Fact<Range>,
): Change {
  if (!isExact(after)) return { kind, years };
  return { kind, years, months: Math.max(0, years * 12 - after[0]) };
}

function isExact(months: Fact<Range>): months is Range {
  return months !== null && !isOpen(months) && months[0] === months[1];
}

function includes<T>(list: readonly T[], fact: Fact<T>): boolean {
  return fact !== null && !isOpen(fact) && list.includes(fact);
}

/** Months of waiting that each change is thought to weigh: what is near is told first. */
function costOf(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + weightOf(change), 0);
}

function weightOf(change: Change): number {
  switch (change.kind) {
    case "age":
      return 6;
    case "graduate":
      return 12;
    case "certificate":
      return 9;
    case "diploma":
      return 36;
    default:
      return change.months ?? change.years * 12;
  }
}

/** Months: a way that takes so many more than the nearest is no news. */
const MUCH_FURTHER = 24;

function isNear(changes: readonly Change[], nearest: readonly Change[]): boolean {
  return costOf(changes) <= costOf(nearest) + MUCH_FURTHER;
}

/** Where the way is to go on working alone, the day on which the months are full. */
function dateOf(changes: readonly Change[], today: string): { date?: string } {
  const [one, ...more] = changes;
  const months = one && "months" in one ? one.months : undefined;
  return more.length === 0 && months !== undefined ? { date: addMonths(today, months) } : {};
}
