import { hash } from "node:crypto";
import type { Guide, Say } from "../machines/words.ts";
import { type DialogSnapshot, type DialogState, stateName } from "./dialog-state.ts";
import type { DialogStep } from "./dialog-step.ts";
import type { Incoming, Moment, Turn } from "./message.ts";
import { BusyError, KeyReusedError } from "./refusals.ts";
import type { Renderer } from "./rendering.ts";
import type { Daytime } from "./rules/desk.ts";
import type { Store } from "./store/store.ts";
import type { Situation } from "./understanding/hearing.ts";
import { unansweredIn, writeUnanswered } from "./unanswered.ts";
import type { Understand } from "./understanding/understand.ts";

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

/**
 * The story of one turn: load, understand, move the dialog, word what it says, store state and
 * replies in one step. Nothing before `save` has an effect, so on a conflict it is simply done again.
 * @throws {StoreError} the store cannot serve; {BusyError} always overtaken; {KeyReusedError} the id
 * was another message's. In each case the turn was not applied.
 */
export function createTurn(parts: TurnParts): (incoming: Incoming) => Promise<Turn> {
  const { store, state } = parts;
  return async (incoming) => {
    const { conversation, id } = incoming;
    const print = fingerprint(incoming);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const loaded = await store.load(conversation, id);
      if (loaded.answered !== undefined) return answered(loaded.answered, print, id);
      const { next, turn, erases } = advance(parts, loaded.state, incoming);
      const saved = {
        state: state.freeze(next),
        message: id,
        record: JSON.stringify({ print, turn }),
        erases,
      };
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

/** What a message leads to from a stored state; without effects. */
export function advance(
  parts: Omit<TurnParts, "store">,
  stored: string | undefined,
  { body, at }: Omit<Incoming, "conversation" | "id">,
) {
  const { snapshot, carriedOver } = parts.state.thaw(stored);
  const { event } = parts.understand(body, situation(snapshot, parts.guide), at.date);
  const [next, actions] = parts.step(snapshot, event);
  const says: Say[] = [];
  if (carriedOver) says.push({ say: "told", what: "carried_over" });
  if (stored === undefined && event.type === "MENU") says.push({ say: "told", what: "greeting" });
  for (const action of actions)
    if (action.type === "say") says.push(...(action.params as readonly Say[]));
  const turn: Turn = {
    event: event.type,
    state: stateName(next),
    replies: parts.render(says, next.context, parts.daytime(at)),
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
