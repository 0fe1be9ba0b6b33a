import type { Ask, Entities } from "../machines/words.ts";
import type { Pack } from "./knowledge/pack.ts";

/** What a button of Telegram carries, in bytes of UTF-8, without the mark that its channel puts before. */
const MOST_BYTES = 61;

type Listed = readonly { readonly name: string; readonly aliases: readonly string[] }[];
type Known = (pack: Pack, value: string) => boolean;

/** The names that a choice may carry, and which values the pack knows of each. */
const NAMES: Readonly<Record<string, Known>> = {
  level: ({ projects }, value) => hasId([...projects.levels, ...projects.other_levels], value),
  direction: ({ projects }, value) => hasId(projects.directions, value),
  subject: ({ projects }, value) => hasId(projects.retake?.subjects ?? [], value),
  month: (_, value) => /^(?:[1-9]|1[0-2])$/u.test(value),
  month_role: ({ vocabulary }, value) => Object.keys(vocabulary.month_roles).includes(value),
  major: ({ majors }, value) =>
    hasName([...majors.listed, ...majors.similar, ...majors.unlisted], value),
  occupation: ({ occupations: { own, related, unclear, unlisted } }, value) =>
    hasName([...own, ...related, ...unclear, ...unlisted], value),
};

/** What belongs together, the most important first: a month on the wrong side of the timetable is another one. */
const ORDER: readonly (readonly string[])[] = [
  ["level"],
  ["month", "month_role"],
  ["subject"],
  ["direction"],
  ["major"],
  ["occupation"],
];

/**
 * The id of a choice that asks for an answer, with what was named: `pick:fee.overview;level=三级`. What does not
 * fit into a button is left out; what the answer is worked out from comes first.
 */
export function writeChoice(verb: string, { answer, entities }: Ask, pack: Pack): string {
  const show: readonly string[] = pack.answers.get(answer)?.show ?? [];
  const isShown = (keys: readonly string[]): boolean => keys.some((key) => show.includes(key));
  const order = [...ORDER.filter(isShown), ...ORDER.filter((keys) => !isShown(keys))];
  let id = `${verb}${answer}`;
  for (const keys of order) {
    const longer = id + keys.map((key) => written(key, entities, pack)).join("");
    if (Buffer.byteLength(longer) <= MOST_BYTES) id = longer;
  }
  return id;
}

function written(key: string, entities: Entities, pack: Pack): string {
  const value = String(entities[key] ?? "");
  return NAMES[key]?.(pack, value) ? `;${key}=${value}` : "";
}

/** @param rest of the id, after its verb; @returns undefined when the pack does not know all of it */
export function readChoice(rest: string, pack: Pack): Ask | undefined {
  const [answer = "", ...parts] = rest.split(";");
  const named = new Map(parts.map((part) => split(part)));
  const isKnown = [...named].every(([key, value]) => knows(pack, key, value));
  if (!pack.answers.has(answer) || named.size < parts.length || !isKnown) return undefined;
  const entities = [...named].map(([key, value]) => [key, key === "month" ? Number(value) : value]);
  return { answer, entities: Object.fromEntries(entities) as Entities };
}

function knows(pack: Pack, key: string, value: string): boolean {
  return Object.hasOwn(NAMES, key) && NAMES[key]?.(pack, value) === true;
}

function split(part: string): readonly [key: string, value: string] {
  const at = part.indexOf("=");
  return [part.slice(0, Math.max(0, at)), part.slice(at + 1)];
}

function hasId(list: readonly { readonly id: string }[], value: string): boolean {
  return list.some(({ id }) => id === value);
}

function hasName(list: Listed, value: string): boolean {
  return list.some(({ name, aliases }) => name === value || aliases.includes(value));
}
