import type { Facts } from "../../machines/words.ts";
import { factId } from "../fact-ids.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { type Candidate, type Fact, type Range, isOpen } from "./candidate.ts";
import { type FactReader, MOST_THINGS } from "./facts.ts";
import { covered } from "./period.ts";

/** Whose age leaves no room for the work told; undefined where it does. */
export interface Overworked {
  /** Lists whose lengths of time are too long. */
  readonly lists: readonly ("work" | "certificates" | "titles")[];
}

/**
 * Whether somebody would have begun to work before the age from which that is thought possible.
 * @param worksFrom years
 */
export function overworked(who: Candidate, worksFrom: number): Overworked | undefined {
  const age = known(who.age);
  if (!age || age[1] === Infinity) return undefined;
  const most = Math.max(0, age[1] + 1 - worksFrom * 12); // an age of 20 years may be a month short of 21
  const after = (list: readonly { months_after: Fact<Range> }[]): number =>
    Math.max(0, ...list.map(({ months_after: months }) => known(months)?.[0] ?? 0));
  const lists = [
    ...(workedIn(who) > most ? (["work"] as const) : []),
    ...(after(who.certificates) > most ? (["certificates"] as const) : []),
    ...(after(who.titles) > most ? (["titles"] as const) : []),
  ];
  return lists.length > 0 ? { lists } : undefined;
}

/** Months worked at the least, in whatever occupation. */
function workedIn({ work }: Candidate): number {
  const loose = work.filter(({ period }) => !period).map(({ months }) => known(months)?.[0] ?? 0);
  const dated = work.flatMap(({ period }) => (period ? [period.least] : []));
  return loose.reduce((sum, months) => sum + months, 0) + covered(dated);
}

function known<T>(fact: Fact<T>): T | undefined {
  return fact === null || isOpen(fact) ? undefined : fact;
}

/** The facts of an interview that cannot all be true; empty as a rule. */
export function conflictingFacts(
  facts: Facts,
  read: FactReader,
  interview: readonly Question[],
): string[] {
  const age = interview.find(({ fact }) => fact === "age");
  if (age?.works_from === undefined || !Object.hasOwn(facts, age.id)) return [];
  const found = overworked(read(facts), age.works_from);
  if (!found) return [];
  const lengths = interview.filter(
    ({ type, fact }) => type === "duration" && found.lists.some((list) => fact.startsWith(list)),
  );
  const places = Array.from({ length: MOST_THINGS }, (_, place) => place);
  const ids = lengths.flatMap(({ id }) => places.map((place) => factId(id, place)));
  return [age.id, ...ids].filter((id) => Object.hasOwn(facts, id));
}
