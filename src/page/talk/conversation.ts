import type { Answer, Api, Body } from "./api.ts";
import { type Shown, createBoard } from "./board.ts";
import { RequestFault } from "./fault.ts";
import type { Entry, History } from "./history.ts";
import { createSender } from "./sending.ts";

export interface Conversation {
  readonly shown: () => Shown;
  /** @returns what stops it */
  readonly subscribe: (changed: () => void) => () => void;
  /** Sends at once, or after what is still on its way; a choice tapped meanwhile is a double tap and ignored. */
  readonly say: (body: Body, label: string) => void;
  /** Sends again what failed, under the same key, so that nothing is said twice. */
  readonly retry: () => void;
  /** Takes up what this browser remembers and what the server knows. */
  readonly resume: () => Promise<void>;
  /** Forgets on the server and here. @throws {RequestFault} when the server was not reached; then nothing is forgotten */
  readonly forget: () => Promise<void>;
}

export function createConversation(api: Api, history: History): Conversation {
  const board = createBoard(history);
  const send = createSender(api, board);
  const retry = (): void => {
    board.put(
      ...board
        .shown()
        .entries.filter(({ status }) => status === "failed")
        .map(again),
    );
    send();
  };
  addEventListener("online", retry);
  return {
    shown: board.shown,
    subscribe: board.subscribe,
    say(body, label) {
      const busy = board.shown().entries.some(({ status }) => status === "sending");
      if (busy && "choice" in body) return;
      board.put({ ...fresh(), body, label, status: "sending", replies: [] });
      retry();
    },
    retry,
    async resume() {
      const { entries } = board.shown();
      if (entries.some(({ status }) => status !== "sent")) return retry();
      try {
        const found = news(entries, await api.last());
        if (found) board.put(found);
      } catch (error) {
        if (!(error instanceof RequestFault)) throw error; // the first message will tell what is wrong
      }
    },
    async forget() {
      await api.forget();
      board.clear();
    },
  };
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

/** What the server says beyond what is remembered here: what another tab was told, or that it has forgotten. */
function news(
  entries: readonly Entry[],
  there: Answer & { readonly facts: Readonly<Record<string, unknown>> },
): Entry | undefined {
  const last = entries.at(-1);
  const { state, replies } = there;
  if (replies.length > 0)
    return isSaid(replies, last) ? undefined : { ...fresh(), status: "sent", state, replies };
  const isLost =
    last !== undefined && last.state !== state && Object.keys(there.facts).length === 0;
  return isLost ? { ...fresh(), status: "sent", state, replies: [], anew: true } : undefined;
}

function isSaid(replies: Answer["replies"], entry: Entry | undefined): boolean {
  const words = (of: Answer["replies"]): string => of.map(({ text }) => text).join("\n");
  return entry !== undefined && words(entry.replies) === words(replies);
}
