import type { Pack } from "../knowledge/pack.ts";
import { CUT } from "./features.ts";
import { matchesOf } from "./matches.ts";
import { type Normalise, bare, eitherOf } from "./normalise.ts";

/** A text without what may stand in any question. */
export interface Core {
  /** With a cut for each of our own names; the whole text where no question would be left. */
  readonly text: string;
  /** Which kinds of names it had: `l` level, `d` direction, `o` the occupation itself. */
  readonly kinds: string;
}

/** 三级呢 asks nothing by itself. */
const LEAST_REST = 2;

/** @param plain a bare text */
export type FindCore = (plain: string) => Core;

/**
 * 全媒体运营师四级什么时候考 asks what 什么时候考 asks: which of our own levels, directions and names stands beside a question
 * decides what is told, not what was asked. A longer name that holds one of them, 高级工班, is another.
 */
export function createCore(pack: Pack, normalise: Normalise): FindCore {
  const { projects, occupations } = pack;
  const plain = (names: readonly string[]): string[] =>
    names.map((name) => bare(normalise(name.toLowerCase())));
  const own = new Map<string, { readonly kind: string; readonly of: string }>();
  for (const { name, aliases } of occupations.own)
    for (const one of plain([name, ...aliases])) own.set(one, { kind: "o", of: name });
  for (const { id, aliases } of projects.directions)
    for (const one of plain([id, ...aliases])) own.set(one, { kind: "d", of: id });
  for (const { id, aliases } of projects.levels)
    for (const one of plain([id, ...aliases])) own.set(one, { kind: "l", of: id });
  const others = plain(otherNames(pack)).filter((name) => !own.has(name));
  const short = [...own.keys()];
  const longer = others.filter((name) => short.some((one) => name.includes(one)));
  const any = new RegExp(eitherOf(short), "u"); // most texts have none, and this is soon said
  const names = new RegExp(`(${eitherOf([...longer, ...short])})的?`, "gu");
  return (text) => {
    if (!any.test(text)) return { text, kinds: "" };
    const named = new Map<string, Set<string>>();
    for (const [, name = ""] of matchesOf(names, text)) {
      const { kind, of } = own.get(name) ?? {};
      if (kind !== undefined && of !== undefined)
        named.set(kind, (named.get(kind) ?? new Set()).add(of));
    }
    const kinds = [...named].filter(([, ofKind]) => ofKind.size === 1).map(([kind]) => kind);
    if (kinds.length === 0) return { text, kinds: "" };
    const rest = text.replaceAll(names, (found, name: string) =>
      kinds.includes(own.get(name)?.kind ?? "") ? CUT : found,
    );
    if (rest.replaceAll(CUT, "").length < LEAST_REST) return { text, kinds: "" };
    return { text: rest, kinds: kinds.toSorted().join("") };
  };
}

/** What the pack calls by a name and is not its own exam. */
function otherNames({
  projects,
  occupations,
  majors,
  education,
  interview,
  vocabulary,
}: Pack): string[] {
  const named = [
    ...majors.listed,
    ...majors.similar,
    ...majors.unlisted,
    ...occupations.related,
    ...occupations.unlisted,
    ...occupations.unclear,
  ];
  const identified = [...projects.other_levels, ...education.schools, ...education.statuses];
  return [
    ...named.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...identified.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...interview.flatMap(({ options }) => options.flatMap(({ aliases }) => aliases)),
    ...Object.values(vocabulary.elsewhere).flat(),
    ...vocabulary.not_own,
  ];
}
