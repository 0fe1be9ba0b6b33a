import { hash } from "node:crypto";
import type { DialogEvent, Guide, Say } from "../machines/words.ts";
import { type DialogSnapshot, type DialogState, type Thawed, stateName } from "./dialog-state.ts";
import type { DialogStep } from "./dialog-step.ts";
import { createMemo } from "./memo.ts";
import type { Incoming, Moment, Turn } from "./message.ts";
import { BusyError, KeyReusedError } from "./refusals.ts";
import type { Renderer } from "./rendering.ts";
import type { Daytime } from "./rules/desk.ts";
import type { Store } from "./store/store.ts";
import type { Situation } from "./understanding/hearing.ts";
import { unansweredIn, writeUnanswered } from "./unanswered.ts";
import type { Understand } from "./understanding/understand.ts";
import { writeRecord } from "./written-turn.ts";

export interface TurnParts {
  readonly store: Pick<Store, "load" | "save" | "count">;
  readonly step: DialogStep;
  readonly guide: Guide;
  readonly daytime: (at: Moment) => Daytime;
  readonly state: DialogState;
  readonly understand: Understand;
  readonly render: Renderer;
}

/** How often a turn is redone when others of the same conversation come first. */
const ATTEMPTS = 8;
/** So many answers, and as many standings, are remembered at the least, and twice as many at most: 12 MB or so. */
const REMEMBERED = 1024;

/**
 * The story of one turn: load, understand, move the dialog, word what it says, store state and
 * replies in one step. Nothing before `save` has an effect, so on a conflict it is simply done again.
 * @throws {StoreError} the store cannot serve; {BusyError} always overtaken; {KeyReusedError} the id
 * was another message's. In each case the turn was not applied.
 */
export function createTurn(parts: TurnParts): (incoming: Incoming) => Promise<Turn> {
  const { store } = parts;
  const next = createAdvance(parts);
  return async (incoming) => {
    const { conversation, id } = incoming;
    const print = fingerprint(incoming);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const loaded = await store.load(conversation, id);
      if (loaded.answered !== undefined) return answered(loaded.answered, print, id);
      const { state, turn, erases } = next(loaded.state, incoming);
      const saved = { state, message: id, record: writeRecord(print, turn), erases };
      if (!(await store.save(conversation, loaded.revision, saved))) continue;
      countUnanswered(store, incoming, turn);
      return turn;
    }
    throw new BusyError(`turn: ${ATTEMPTS} others of this conversation came first; send it again`);
  };
}

/** Beside the turn, which is stored and neither waits for this nor fails with it: the store tells its own errors. */
function countUnanswered(store: Pick<Store, "count">, { body, at }: Incoming, turn: Turn): void {
  const what = unansweredIn(body, turn).map(writeUnanswered);
  if (what.length > 0) store.count(at.date.slice(0, "YYYY-MM".length), what).catch(() => {});
}

type Parts = Omit<TurnParts, "store">;
type Said = Pick<Incoming, "body" | "at">;

/** What a message leads to from a stored state; without effects. */
export function advance(parts: Parts, stored: string | undefined, said: Said) {
  return goOn(parts, hear(parts, stand(parts, stored), said));
}

/**
 * The same, but whoever stands alike and was understood alike at the same daytime is answered as somebody lately was.
 * Nothing tells who that was, and no text is kept.
 */
function createAdvance(parts: Parts) {
  const standings = createMemo<Standing>(REMEMBERED);
  const answers = createMemo<{ state: string; turn: Turn; erases: boolean }>(REMEMBERED);
  return (stored: string | undefined, said: Said) => {
    const standing = standings(`${stored}`, () => stand(parts, stored));
    const heard = hear(parts, standing, said);
    const { event, daytime } = heard;
    const key = `${stored}\n${JSON.stringify(event)}\n${JSON.stringify(daytime)}`;
    return answers(key, () => {
      const { next, turn, erases } = goOn(parts, heard);
      return { state: parts.state.freeze(next), turn, erases };
    });
  };
}

/** Where a conversation stands before a message. */
interface Standing extends Thawed {
  readonly isNew: boolean;
  readonly situation: Situation;
}

function stand({ state, guide }: Parts, stored: string | undefined): Standing {
  const thawed = state.thaw(stored);
  return {
    ...thawed,
    isNew: stored === undefined,
    situation: situation(thawed.snapshot, guide),
  };
}

/** All that a turn hangs on. */
interface Heard extends Standing {
  readonly event: DialogEvent;
  readonly daytime: Daytime;
}

function hear(parts: Parts, standing: Standing, { body, at }: Said): Heard {
  const { event } = parts.understand(body, standing.situation, at.date);
  return { ...standing, event, daytime: parts.daytime(at) };
}

/** Moves the dialog, and words what it says. */
function goOn(parts: Parts, { snapshot, carriedOver, isNew, event, daytime }: Heard) {
  const [next, actions] = parts.step(snapshot, event);
  const says: Say[] = [];
  if (carriedOver) says.push({ say: "told", what: "carried_over" });
  if (isNew && event.type === "MENU") says.push({ say: "told", what: "greeting" });
  for (const action of actions)
    if (action.type === "say") says.push(...(action.params as readonly Say[]));
  const turn: Turn = {
    event: event.type,
    state: stateName(next),
    replies: parts.render(says, next.context, daytime),
  };
  return { next, turn, erases: actions.some(({ type }) => type === "erase") };
}

/** What a message now would be an answer to. */
export function situation(snapshot: DialogSnapshot, guide: Guide): Situation {
  const { context } = snapshot;
  const pending = snapshot.matches({ task: { eligibility: "asking" } })
    ? (context.asking ?? guide.nextQuestion(context.facts))
    : snapshot.matches({ task: { registration: "asking" } })
      ? guide.nextApplication(context.facts)
      : undefined;
  const confirming =
    snapshot.matches({ aside: "forgetting" }) ||
    snapshot.matches({ task: { eligibility: "previewing" } });
  const changing = stateName(snapshot).split(/[.+]/u).includes("changing");
  return { context, confirming, changing, ...(pending !== undefined && { pending }) };
}

/** The message id was seen before: the same message gets the same replies, another one is refused. */
function answered(record: string, print: string, id: string): Turn {
  const { print: earlier, turn } = JSON.parse(record) as { print: string; turn: Turn };
  if (earlier !== print)
    throw new KeyReusedError(
      `turn: the message id ${id} was used for another message; use a new one`,
    );
  return turn;
}

function fingerprint({ body }: Incoming): string {
  return hash("sha256", JSON.stringify(body), "base64url").slice(0, 16);
}
