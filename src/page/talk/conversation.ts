import type { Answer, Api, Body, Stand } from "./api.ts";
import { type Shown, createBoard } from "./board.ts";
import { RequestFault } from "./fault.ts";
import type { Entry, History } from "./history.ts";
import { createSender, tellsForgotten } from "./sending.ts";
import type { TakeTurns } from "./taking-turns.ts";

export interface Conversation {
  readonly shown: () => Shown;
  /** @returns what stops it */
  readonly subscribe: (changed: () => void) => () => void;
  /** Sends at once, or after what is still on its way. */
  readonly say: (body: Body, label: string) => void;
  /**
   * Says a choice, unless it is the second touch of a double tap: that may hit what has come under the finger.
   * @param at the event's timeStamp: when it was touched, however late a busy page hears of it
   */
  readonly choose: (choice: string, label: string, at: number) => void;
  /** Sends again what failed, under the same key, so that nothing is said twice. */
  readonly retry: () => void;
  /** Lets go of what failed. */
  readonly drop: (key: string) => void;
  /** Takes up what this browser remembers and what the server knows. */
  readonly resume: () => Promise<void>;
  /** Forgets on the server and here. @throws {RequestFault} when the server was not reached; then nothing is forgotten */
  readonly forget: () => Promise<void>;
}

/** Milliseconds within which a second touch is no second choice. */
const DOUBLE = 300;

export function createConversation(api: Api, history: History, takeTurns: TakeTurns): Conversation {
  const board = createBoard(history, () => send());
  const send = createSender(api, board, takeTurns);
  const entries = (): readonly Entry[] => board.shown().entries;
  let chosen = -DOUBLE;

  const retry = (): void => {
    board.put(...entries().filter(mayGo).map(again));
    send();
  };
  const say = (body: Body, label: string): void => {
    board.put({ ...fresh(), body, label, status: "sending", replies: [] });
    retry();
  };
  addEventListener("online", retry);
  return {
    shown: board.shown,
    subscribe: board.subscribe,
    say,
    choose(choice, label, at) {
      const isDouble = at - chosen < DOUBLE;
      if (isDouble || entries().some(({ status }) => status === "sending")) return;
      chosen = at;
      say({ choice }, label);
    },
    retry,
    drop: (key) => board.remove((entry) => entry.key === key),
    async resume() {
      if (entries().some((entry) => mayGo(entry) || entry.status === "sending")) return retry();
      const at = Date.now(); // what is said while we ask comes after
      try {
        const there = await takeTurns(() => api.last());
        const found = there && news(entries(), there, at);
        if (found && tellsForgotten(found.replies)) board.remove((entry) => entry.at < at);
        if (found) board.put(found);
        board.mark({ reopen: false });
      } catch (error) {
        if (!(error instanceof RequestFault)) throw error;
        board.mark({ reopen: error.fault === "reopen" }); // else the first message will tell what is wrong
      }
    },
    forget: () =>
      // in turn, so that no answer that is still on its way brings back what was forgotten
      takeTurns(async () => {
        await api.forget();
        board.remove(() => true);
      }),
  };
}

/** What failed may be sent again, but not what the server will never take. */
function mayGo({ status, fault }: Entry): boolean {
  return status === "failed" && fault !== "refused";
}

function again({ fault: _, ...entry }: Entry): Entry {
  return { ...entry, status: "sending" };
}

/** Another entry's key and time. Pages without TLS have no crypto.randomUUID. */
function fresh(): Pick<Entry, "key" | "at"> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { key, at: Date.now() };
}

/**
 * What the server says beyond what is remembered here: what another tab was told, or that it has forgotten.
 * @param at when it was asked
 */
function news(entries: readonly Entry[], there: Stand, at: number): Entry | undefined {
  const { state, replies, facts } = there;
  const before = entries.filter((entry) => entry.at < at).length;
  const last = entries[before - 1];
  const found: Entry = { ...fresh(), at, status: "sent", state, replies };
  if (replies.length > 0)
    return [last, ...entries.slice(before)].some((entry) => isSaid(replies, entry))
      ? undefined
      : found;
  const isLost = last !== undefined && last.state !== state && Object.keys(facts).length === 0;
  return isLost ? { ...found, anew: true } : undefined;
}

function isSaid(replies: Answer["replies"], entry: Entry | undefined): boolean {
  const words = (of: Answer["replies"]): string => of.map(({ text }) => text).join("\n");
  return entry !== undefined && words(entry.replies) === words(replies);
}
