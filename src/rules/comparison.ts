import type { Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Verdict, standing } from "./eligibility.ts";
import type { FactReader } from "./facts.ts";
import { readerFor, situations } from "./situations.ts";

/** Somebody whose verdict is another one after a change, and the clauses that make it so. */
export interface Case {
  readonly form: Facts;
  readonly clauses: readonly string[];
}

/** All whose verdict for a level goes the same way. */
export interface Move {
  readonly level: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly cases: readonly Case[];
}

/** What a change of the content does to the verdicts. */
export interface Comparison {
  readonly situations: number;
  /** Situations in which some verdict is another one. */
  readonly changed: number;
  /** Situations in which no verdict is another one, but what some rule comes to is. */
  readonly rulesOnly: number;
  readonly moves: readonly Move[];
  /** Levels that one of the two does not have. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Compares the verdicts of two packs in every situation that the rules of either tell apart. */
export function comparePacks(before: Pack, after: Pack): Comparison {
  const [old, now] = [levelsOf(before), levelsOf(after)];
  const both = old.filter((level) => now.includes(level));
  const forms = situations([before, after]);
  const compare = comparer(before, after);
  const moves: Moves = new Map();
  let [changed, rulesOnly] = [0, 0];
  for (const form of forms) {
    const found = both.map((level) => compare(form, level));
    const moved = found.filter(({ from, to }) => from !== to);
    for (const one of moved) add(moves, one);
    if (moved.length > 0) changed++;
    else if (found.some(({ clauses }) => clauses.length > 0)) rulesOnly++;
  }
  return {
    situations: forms.length,
    changed,
    rulesOnly,
    moves: both.flatMap((level) => [...moves.values()].filter((move) => move.level === level)),
    gone: old.filter((level) => !now.includes(level)),
    added: now.filter((level) => !old.includes(level)),
  };
}

type Moves = Map<string, Move & { readonly cases: Case[] }>;
type Compared = Case & Omit<Move, "cases">;

/** Compares one level in one situation; `clauses` are those that come to another grade. */
function comparer(before: Pack, after: Pack): (form: Facts, level: string) => Compared {
  const [readOld, readNew] = [before, after].map((pack) => readerFor(pack, after.interview)) as [
    FactReader,
    FactReader,
  ];
  return (form, level) => {
    const from = standing(before, level, readOld(form));
    const to = standing(after, level, readNew(form));
    const clauses = clausesOf(differing(from.grades, to.grades), after, before);
    return { form, level, from: from.verdict, to: to.verdict, clauses };
  };
}

function add(moves: Moves, { level, from, to, form, clauses }: Compared): void {
  const key = `${level} ${from} ${to}`;
  const move = moves.get(key) ?? { level, from, to, cases: [] };
  move.cases.push({ form, clauses });
  moves.set(key, move);
}

function levelsOf({ projects }: Pack): string[] {
  return projects.levels.map(({ id }) => id);
}

/** Rules whose grade is another one, or that only one pack has. */
function differing<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (id) => one.get(id) !== other.get(id),
  );
}

/** Where the rules stand, in the first pack that has them. */
function clausesOf(ids: readonly string[], ...packs: readonly Pack[]): string[] {
  const clauses = ids.map((id) => {
    const rules = packs.flatMap(({ eligibility: { requirements, conditions } }) => [
      ...requirements,
      ...conditions,
    ]);
    return rules.find((rule) => rule.id === id)?.clause ?? id;
  });
  return [...new Set(clauses)];
}
