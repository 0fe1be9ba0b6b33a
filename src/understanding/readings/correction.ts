import type { Pack } from "../../knowledge/pack.ts";
import { findFacts } from "../story.ts";
import { type Reading, SHORT } from "../hearing.ts";

/** "把学历改成本科": what stands before says which answer. */
const INTO = /改成|改为|换成/u;
/** What asks for a change politely. */
const ASKED = "(?:我|要|想|帮我|请|麻烦|能不能|可以|能|再)*[把将]?";
const CORRECTING = /^(?:不对|错了|不是|说错了|更正|纠正)[，,。 ]*/u;

/** What may stand before the verb that asks for a change. */
const BEFORE = ["", "我要", "我想", "帮我"];

/**
 * "改一下专业" and "专业填错了" are nothing else, so they are read before any answer: a name stands before
 * 专业 in 园林专业 too.
 */
export function readChange({ vocabulary }: Pack): Reading {
  const { change_verbs: verbs, change_tails: tails, question_aliases: aliases } = vocabulary;
  const any = (words: readonly string[]): string =>
    words.toSorted((a, b) => b.length - a.length).join("|");
  const what = `(?:前面|刚才)?的?(?<what>${any(Object.values(aliases).flat())})`;
  const first = new RegExp(`^${ASKED}(?:${any(verbs)})(?:一下|下)?我?${what}[吧吗呢]?$`, "u");
  const last = new RegExp(`^[把将]?我?${what}(?:${any(tails)})了?[吧]?$`, "u");
  return ({ plain, situation: { context } }) => {
    const told = Object.keys(context.facts);
    if (told.length === 0) return undefined;
    const word = (first.exec(plain) ?? last.exec(plain))?.groups?.["what"];
    const question = Object.keys(aliases).find(
      (id) => told.includes(id) && aliases[id]?.includes(word ?? ""),
    );
    return question === undefined ? undefined : { type: "CHANGE", question };
  };
}

/** "改学历" asks a question again; "不对，是中专" answers one again at once. */
export function readCorrection(pack: Pack): Reading {
  const { change_verbs: verbs, question_aliases: aliases } = pack.vocabulary;
  const named = Object.entries(aliases)
    .flatMap(([question, words]) => words.map((word) => ({ question, word })))
    .toSorted((a, b) => b.word.length - a.word.length);
  const openings = verbs.flatMap((verb) => BEFORE.map((before) => before + verb));
  return ({ text, found, situation: { context, changing = false } }) => {
    const told = Object.keys(context.facts);
    const [what = text] = text.length > SHORT ? [] : text.split(INTO);
    const asks = changing || what !== text || openings.some((one) => text.startsWith(one));
    if (text.length <= SHORT && asks) {
      const fitting = named.filter(({ word }) => what.endsWith(word));
      const best = fitting.filter(({ word }) => word.length === fitting[0]?.word.length);
      const question = (best.find((one) => told.includes(one.question)) ?? best[0])?.question;
      if (question !== undefined) return { type: "CHANGE", question };
    }
    if (!CORRECTING.test(text)) return undefined;
    const facts = Object.fromEntries(
      Object.entries(
        findFacts(found, pack, {
          pending: told.at(-1),
          facts: context.facts,
          corrects: true,
        }),
      ).filter(([id]) => told.includes(id)),
    );
    return Object.keys(facts).length > 0 ? { type: "TELL", facts, readBack: true } : undefined;
  };
}
