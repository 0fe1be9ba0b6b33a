import type { Entities } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Choice, Moment } from "../message.ts";
import type { Opening } from "../page-data.ts";
import { createFactReader } from "../rules/facts.ts";
import type { Names } from "../rules/names.ts";
import { renderAnswer } from "./answer.ts";
import { menuChoices } from "./chat.ts";
import { createSpeak } from "./scene.ts";

/** The topics that a guided conversation stands for in the menu. */
const GUIDED: Readonly<Record<string, string>> = {
  eligibility: "do:self_check",
  registration: "do:register",
};
/** Characters; previews show no more. */
const PREVIEWED = 120;

/**
 * What `/?ask=fee&level=三级` asks: `ask` is a topic or the id of an answer; `level`, `direction` and
 * `month` are names that the pack has, and what it does not have is left out.
 */
export function createOpening(pack: Pack, names: Names) {
  const speak = createSpeak(pack);
  const read = createFactReader(pack.interview, names);
  return (query: Readonly<Record<string, string>>, at: Moment): Opening | undefined => {
    const asked = choiceOf(pack, query["ask"] ?? "");
    if (!asked) return undefined;
    const id = answerIn(asked);
    if (id === undefined) return { choice: asked, description: pack.page.description };
    const entities = namedIn(pack, query);
    const { text } = renderAnswer({ pack, names, read, speak, facts: {}, at }, id, entities);
    return { choice: named(asked, entities), description: preview(text) };
  };
}

/** The button of the menu for a topic, or any answer. */
function choiceOf(pack: Pack, ask: string): Choice | undefined {
  const answer = pack.answers.get(ask);
  if (answer) return { id: `ask:${ask}`, label: answer.title };
  const menu = menuChoices(pack);
  return (
    menu.find(({ id }) => id === GUIDED[ask]) ??
    menu.find((choice) => answerIn(choice)?.startsWith(`${ask}.`))
  );
}

function answerIn({ id }: Choice): string | undefined {
  return /^ask:(.+)$/u.exec(id)?.[1];
}

function namedIn({ projects, timetable }: Pack, query: Readonly<Record<string, string>>): Entities {
  const { level, direction, month } = query;
  const isOne = (list: readonly { readonly id: string }[], id: string | undefined): boolean =>
    list.some((one) => one.id === id);
  return {
    ...(level !== undefined && isOne(projects.levels, level) && { level }),
    ...(direction !== undefined && isOne(projects.directions, direction) && { direction }),
    ...(timetable.rows.some((row) => String(row.month) === month) && { month: Number(month) }),
  };
}

function named({ id, label }: Choice, entities: Entities): Choice {
  const names = Object.entries(entities);
  if (names.length === 0) return { id, label };
  const words = names.map(([, value]) => String(value)).join(" ");
  return {
    id: [id, ...names.map(([key, value]) => `${key}=${value}`)].join(";"),
    label: `${words} ${label}`,
  };
}

function preview(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > PREVIEWED ? `${line.slice(0, PREVIEWED)}…` : line;
}
