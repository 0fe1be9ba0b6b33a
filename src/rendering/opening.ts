import type { Entities, Guide } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Choice, Moment } from "../message.ts";
import { readChoice } from "../named-choices.ts";
import type { Opening } from "../page-data.ts";
import { createDaytime } from "../rules/desk.ts";
import { createFactReader } from "../rules/facts.ts";
import type { Names } from "../rules/names.ts";
import { renderAnswer } from "./answer.ts";
import { menuChoices } from "./chat.ts";
import { renderQuestion } from "./question.ts";
import { type Scene, type Speak, createSpeak } from "./scene.ts";

/** The topics that a guided conversation stands for in the menu. */
const GUIDED: ReadonlyMap<string, string> = new Map([
  ["eligibility", "do:self_check"],
  ["registration", "do:register"],
]);
/** Characters; previews show no more. */
const PREVIEWED = 120;

/**
 * What `/?ask=fee&level=三级` asks: `ask` is a topic or the id of an answer; `level`, `direction` and
 * `month` are names that the pack has. What it does not have is left out, and what the answer does not use.
 */
export function createOpening(pack: Pack, names: Names, guide: Guide) {
  const speak = createSpeak(pack);
  const read = createFactReader(pack.interview, names);
  const daytime = createDaytime(pack.desk);
  return (query: Readonly<Record<string, string>>, at: Moment): Opening | undefined => {
    const asked = ofMonth(pack, choiceOf(pack, query["ask"] ?? ""), query);
    if (!asked) return undefined;
    const scene: Scene = { pack, names, read, speak, facts: {}, ...daytime(at) };
    const id = answerIn(asked);
    if (id === undefined)
      return { choice: asked, description: preview(firstWords(scene, guide, asked)) };
    const textFor = (entities: Entities): string => renderAnswer(scene, id, entities).text;
    const used = usedOf(namedIn(pack, id, query), textFor);
    return { choice: named(asked, used, speak), description: preview(textFor(used)) };
  };
}

/** The names without which the text would be another. */
function usedOf(entities: Entities, textFor: (entities: Entities) => string): Entities {
  return Object.keys(entities).reduce<Entities>((used, name) => {
    const { [name]: _, ...without } = used;
    return textFor(without) === textFor(used) ? without : used;
  }, entities);
}

/** What a guided conversation asks first. */
function firstWords(scene: Scene, guide: Guide, { id }: Choice): string {
  const question =
    id === GUIDED.get("registration") ? guide.nextApplication({}) : guide.nextQuestion({});
  if (question === undefined) return scene.pack.page.description;
  return renderQuestion(scene, { say: "question", question, how: "first" }).text;
}

/** The button of the menu for a topic, or any answer. */
function choiceOf(pack: Pack, ask: string): Choice | undefined {
  const answer = pack.answers.get(ask);
  if (answer) return { id: `ask:${ask}`, label: answer.title };
  const menu = menuChoices(pack);
  return (
    menu.find(({ id }) => id === GUIDED.get(ask)) ??
    menu.find((choice) => answerIn(choice)?.startsWith(`${ask}.`))
  );
}

/** Where a month alone asks something on this topic, the topic with a month asks that. */
function ofMonth(
  pack: Pack,
  asked: Choice | undefined,
  { ask, month }: Readonly<Record<string, string>>,
): Choice | undefined {
  const { month: answer } = pack.vocabulary.alone;
  const isKnown = readChoice(`${answer};month=${month}`, pack) !== undefined;
  return asked && isKnown && answer.startsWith(`${ask}.`)
    ? { ...asked, id: `ask:${answer}` }
    : asked;
}

function answerIn({ id }: Choice): string | undefined {
  return /^ask:(.+)$/u.exec(id)?.[1];
}

/** The names that a choice may carry as well, by the same rules. */
function namedIn(pack: Pack, id: string, query: Readonly<Record<string, string>>): Entities {
  const one = (name: string): Entities =>
    readChoice(`${id};${name}=${query[name]}`, pack)?.entities ?? {};
  return { ...one("level"), ...one("direction"), ...one("month") };
}

function named({ id, label }: Choice, entities: Entities, speak: Speak): Choice {
  const names = Object.entries(entities);
  const words = names.map(([name, value]) =>
    name === "month" ? speak("month_name", { month: String(value) }) : String(value),
  );
  return {
    id: [id, ...names.map(([name, value]) => `${name}=${value}`)].join(";"),
    label: [...words, label].join(" "),
  };
}

function preview(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > PREVIEWED ? `${line.slice(0, PREVIEWED)}…` : line;
}
