import type { DialogEvent, Entities, Facts } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { APPLICATION_QUESTIONS } from "../knowledge/schemas/dialog.ts";
import { COMMANDS, type Command } from "../knowledge/schemas/wording.ts";
import { readChoice } from "../named-choices.ts";
import { type Asked, askedFor } from "../rules/asked.ts";
import { NONE, UNKNOWN } from "../rules/facts.ts";
import { ALL_LEVELS } from "../rules/guide.ts";
import { monthsToApply } from "../rules/timetable.ts";

/**
 * A tapped choice as an event. One that belongs to a question no longer open is stale; one that the
 * pack does not know was forged or is of another pack.
 */
export function understandChoice(
  choice: string,
  pending: string | undefined,
  pack: Pack,
  today: string,
): DialogEvent {
  const unknown: DialogEvent = { type: "UNCLEAR", reason: "unknown_choice" };
  const [, verb, rest = ""] = /^(tell|ask|pick|do|change):(.+)$/su.exec(choice) ?? [];
  switch (verb) {
    case "ask":
    case "pick":
      return asks(rest, pack) ?? unknown;
    case "do":
      return COMMANDS.includes(rest as Command) ? commandEvent(rest as Command) : unknown;
    case "change":
      return isQuestion(rest, pack) ? { type: "CHANGE", question: rest } : unknown;
    case "tell":
      return told(rest, pending, pack, today) ?? unknown;
    default:
      return unknown;
  }
}

function asks(rest: string, pack: Pack): DialogEvent | undefined {
  const ask = readChoice(rest, pack);
  return ask && { type: "ASK", asks: [ask] };
}

export function commandEvent(command: Command): DialogEvent {
  switch (command) {
    case "self_check":
      return { type: "CHECK", facts: {} };
    case "register":
      return { type: "APPLY", facts: {} };
    case "back":
      return { type: "BACK" };
    case "restart":
      return { type: "RESTART" };
    case "menu":
      return { type: "MENU" };
    case "change":
      return { type: "CHANGE" };
    case "forget":
      return { type: "FORGET" };
    case "confirm":
      return { type: "CONFIRM" };
    case "cancel":
      return { type: "CANCEL" };
    case "apply":
      return { type: "CONFIRM", of: "change" };
    case "keep":
      return { type: "CANCEL", of: "change" };
    case "receipt":
      return { type: "TAKE" };
  }
}

function told(
  rest: string,
  pending: string | undefined,
  pack: Pack,
  today: string,
): DialogEvent | undefined {
  const [question = "", value = ""] = rest.split("=", 2);
  if (!isQuestion(question, pack) || !offered(question, pack, today).includes(value))
    return undefined;
  if (question !== pending) return { type: "UNCLEAR", reason: "stale_choice" };
  return { type: "TELL", facts: { [question]: value === UNKNOWN ? null : value }, readBack: false };
}

function isQuestion(id: string, pack: Pack): boolean {
  return (
    askedFor(pack.interview, id) !== undefined ||
    pack.registration.questions.some((one) => one.id === id)
  );
}

function offered(id: string, pack: Pack, today: string): string[] {
  const asked = askedFor(pack.interview, id);
  return asked ? offeredBy(asked, pack) : applicationValues(id, pack, today);
}

function offeredBy({ question, none }: Asked, pack: Pack): string[] {
  if (question.type === "target")
    return [
      ...pack.projects.levels.map(({ id }) => id),
      ...(question.all === undefined ? [] : [ALL_LEVELS]),
    ];
  return [...question.options.map(({ id }) => id), ...(none === undefined ? [] : [NONE]), UNKNOWN];
}

/** The values that a question of the registration takes; months that are over are none. */
export function applicationValues(id: string, pack: Pack, today: string): string[] {
  const values: Record<(typeof APPLICATION_QUESTIONS)[number], readonly string[]> = {
    applicant: pack.registration.applicants.map((one) => one.id),
    level: pack.projects.levels.map((one) => one.id),
    direction: pack.projects.directions.map((one) => one.id),
    month: monthsToApply(pack.timetable, pack.meta.year, today).map(String),
  };
  return [...(values[id as keyof typeof values] ?? [])];
}

/** What a message tells for the registration, as far as the registration takes it. */
export function applicationFacts(entities: Entities, pack: Pack, today: string): Facts {
  return Object.fromEntries(
    pack.registration.questions.flatMap(({ id }) => {
      const value = entities[id]?.toString();
      const takes = value !== undefined && applicationValues(id, pack, today).includes(value);
      return takes ? [[id, value] as const] : [];
    }),
  );
}
