import { transition, initialTransition } from "xstate";
import { createDialog } from "../../machines/dialog.ts";
import type { DialogEvent, Facts, Guide, Say } from "../../machines/words.ts";
import { type DialogSnapshot, stateName } from "../../src/dialog-state.ts";

/** A small notice: two questions, a third that hangs on the second, and two of the registration. */
export const guide: Guide = {
  nextQuestion: (facts) =>
    ["level", "school", "major"].find(
      (id) => !(id in facts) && (id !== "major" || facts["school"] === "college"),
    ),
  nextApplication: (facts) => ["applicant", "month"].find((id) => !(id in facts)),
  dependents: (question) => (question === "school" ? ["major"] : []),
  isApplication: (question) => ["applicant", "month"].includes(question),
  lastApplication: (facts) => ["month", "applicant"].find((id) => id in facts),
  conflict: () => [],
  moves: () => false,
  clarifies: (answer) => answer === "phone",
};
export const dialog = createDialog(guide);

export const ask = (...answers: string[]): DialogEvent => ({
  type: "ASK",
  asks: answers.map((answer) => ({ answer, entities: {} })),
});
export const tap = (facts: Facts): DialogEvent => ({ type: "TELL", facts, readBack: false });
export const type = (facts: Facts): DialogEvent => ({ type: "TELL", facts, readBack: true });
export const check = (facts: Facts = {}): DialogEvent => ({ type: "CHECK", facts });
export const apply = (facts: Facts = {}): DialogEvent => ({ type: "APPLY", facts });
export const change = (question?: string): DialogEvent =>
  question === undefined ? { type: "CHANGE" } : { type: "CHANGE", question };
export const unsure: DialogEvent = { type: "UNSURE", candidates: ["fee", "phone"], entities: {} };
export const notUnderstood: DialogEvent = { type: "UNCLEAR", reason: "not_understood" };
export const badAnswer: DialogEvent = { type: "UNCLEAR", reason: "bad_answer" };

export const reopen = {
  type: "REOPEN",
  receipt: {
    facts: { level: "three", school: "college" },
    issued: "2026-05-20",
    version: 1,
    outcomes: {},
  },
} as const satisfies DialogEvent;

/** One of each kind of thing that the dialog can hear. */
export const EVENTS: readonly DialogEvent[] = [
  ask("fee"),
  ask("phone"),
  check(),
  check({ level: "three" }),
  apply(),
  type({ level: "three" }),
  tap({ school: "college" }),
  tap({ school: null }),
  tap({ major: "listed" }),
  tap({ applicant: "alone" }),
  tap({ month: "5" }),
  change(),
  change("school"),
  change("month"),
  unsure,
  notUnderstood,
  badAnswer,
  { type: "BACK" },
  { type: "RESTART" },
  { type: "MENU" },
  { type: "FORGET" },
  { type: "CONFIRM" },
  { type: "CANCEL" },
  { type: "CONFIRM", of: "change" },
  { type: "CANCEL", of: "change" },
  { type: "TAKE" },
  reopen,
];

/** What an event leads to, with what is said as data. */
export function step(snapshot: DialogSnapshot, event: DialogEvent) {
  const [next, actions] = transition(dialog, snapshot, event);
  const says = actions.flatMap(({ type: kind, params }) =>
    kind === "say" ? (params as readonly Say[]) : [],
  );
  return { next, says, erases: actions.some(({ type: kind }) => kind === "erase") };
}

/** The question that stands open, wherever one is asked. */
export function pendingQuestion({ value, context }: DialogSnapshot): string | undefined {
  const task = JSON.stringify(value.task);
  if (task === '{"eligibility":"asking"}')
    return context.asking ?? guide.nextQuestion(context.facts);
  return task === '{"registration":"asking"}' ? guide.nextApplication(context.facts) : undefined;
}

/** Answers come to the question that is open, or open the conversation: in any order they would be thousands of states. */
export function isInOrder(snapshot: DialogSnapshot, event: DialogEvent): boolean {
  const told = "facts" in event ? Object.keys(event.facts) : [];
  const pending =
    pendingQuestion(snapshot) ??
    (Object.keys(snapshot.context.facts).length === 0 ? "level" : undefined);
  return told.every((question) => question === pending);
}

/** A conversation from the start; each thing said is a few words, such as `question school again`. */
export function converse(...opening: readonly DialogEvent[]) {
  let [snapshot] = initialTransition(dialog);
  const hear = (event: DialogEvent) => {
    const { next, says, erases } = step(snapshot, event);
    snapshot = next;
    return [...(erases ? ["erase"] : []), ...says.map(inWords)];
  };
  for (const event of opening) hear(event);
  return {
    hear,
    state: () => stateName(snapshot),
    facts: () => snapshot.context.facts,
    told: () => Object.keys(snapshot.context.facts),
  };
}

function inWords(say: Say): string {
  return Object.values(say)
    .filter((part) => typeof part === "string" || Array.isArray(part))
    .map(String)
    .join(" ");
}
