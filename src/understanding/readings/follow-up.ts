import type { Ask, Entities } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { topicOf } from "../../knowledge/schemas/answers.ts";
import type { Classifier } from "../classifier.ts";
import { createClear, isKnown } from "../confidence.ts";
import { type Hearing, type Reading, SHORT } from "../hearing.ts";
import { bare } from "../normalise.ts";
import { NUMERAL } from "../numerals.ts";

const MONTH = new RegExp(`^(?:${NUMERAL}月份?)?$`, "u");

/** What is read together with another question has to be clearer than what stands alone. */
const SURE = 0.4;

/**
 * What goes on from the question before: "那三级呢" asks the same of another name, "那补考呢" and
 * "它能退吗" are read together with what was asked.
 */
export function readFollowUp(pack: Pack, classifier: Classifier): Reading {
  const { before, after, pronouns, elliptic: phrases } = pack.vocabulary.follow_ups;
  const isClear = createClear(pack);
  const leavesOut = new Set(phrases);
  const isOutside = (id: string): boolean => pack.answers.get(id)?.kind === "outside";
  const opening = longestFirst(before);
  const closing = longestFirst(after);
  const core = (plain: string): string => {
    const start = opening.find((word) => plain.startsWith(word))?.length ?? 0;
    const rest = plain.slice(start);
    const end = closing.find((word) => rest.endsWith(word))?.length ?? 0;
    return rest.slice(0, rest.length - end);
  };
  return (heard) => {
    const { last, clarifying } = heard.situation.context;
    const title = last && pack.answers.get(last.answer)?.title;
    const { plain } = heard;
    if (!last || title === undefined || clarifying !== undefined || plain.length > SHORT)
      return undefined;
    const rest = core(plain);
    const marked = rest !== plain || pronouns.some((word) => plain.startsWith(word));
    if (marked && isNames(rest, heard)) return again(last, heard.entities);
    const elliptic = leavesOut.has(rest) || leavesOut.has(plain);
    if (rest.length < 2 || !isKnown(heard) || (!marked && !elliptic && isClear(heard)))
      return undefined;
    const joined = classifier.classify(`${title} ${rest}`, (id) => id !== last.answer);
    const [first] = joined.guesses;
    if (!first || first.confidence < SURE || isOutside(first.label)) return undefined;
    const about = [topicOf(first.label), ...(pack.answers.get(first.label)?.also ?? [])];
    const isBoth = [last.answer, heard.guesses[0]?.label ?? ""].every((id) =>
      about.some((topic) => topic === topicOf(id)),
    );
    const goesOn = elliptic && topicOf(first.label) === topicOf(last.answer);
    if (isClear(heard) && !goesOn && !(isBoth && about.length > 1)) return undefined;
    return again({ answer: first.label, entities: last.entities }, heard.entities);
  };
}

function again({ answer, entities }: Ask, named: Entities) {
  return { type: "ASK" as const, asks: [{ answer, entities: { ...entities, ...named } }] };
}

/** Nothing but a level, a direction, a subject, a way to register or a month. */
function isNames(rest: string, { found: { names, months } }: Hearing): boolean {
  const named = [names.level, names.direction, names.subject, names.applicant].flat();
  const left = named.reduce((text, { alias }) => text.replace(bare(alias), ""), rest);
  return named.length + months.length > 0 && MONTH.test(left);
}

function longestFirst(words: readonly string[]): string[] {
  return words.toSorted((a, b) => b.length - a.length);
}
