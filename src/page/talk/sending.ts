import type { Api, Body } from "./api.ts";
import type { Board } from "./board.ts";
import { type RequestFault, faultOf } from "./fault.ts";
import type { Entry } from "./history.ts";

/** Milliseconds after which the candidate is told that it takes long. */
const SLOW = 5_000;
/** How often a busy server is asked again. */
const PATIENCE = 1;
/** Milliseconds between, where the server does not say. */
const PAUSE = 1_000;
/** The reply that tells that the conversation was forgotten, which the candidate asked for in words. */
const FORGOTTEN = "dialog.forgotten";

type Sending = Entry & { readonly body: Body };

/**
 * Sends what waits on the board, one after the other, so that it is answered in its order; what comes after
 * a failed one waits with it.
 * @returns what begins to send, and does nothing while it is sending already
 */
export function createSender(api: Api, board: Board): () => void {
  let sending = false;
  const drain = async (): Promise<void> => {
    for (let next = waiting(board); next; next = waiting(board)) {
      const sent = await send(api, board, next);
      if (isCleared(board, next)) continue;
      if (sent.replies.some(({ answer }) => answer === FORGOTTEN)) board.clear();
      board.put(sent);
    }
  };
  return () => {
    if (sending) return;
    sending = true;
    void drain().finally(() => (sending = false));
  };
}

function waiting(board: Board): Sending | undefined {
  const next = board.shown().entries.find(({ status }) => status !== "sent");
  return next?.status === "sending" && next.body ? { ...next, body: next.body } : undefined;
}

function isCleared(board: Board, { key }: Entry): boolean {
  return !board.shown().entries.some((entry) => entry.key === key);
}

async function send(api: Api, board: Board, entry: Sending): Promise<Entry> {
  const slow = setTimeout(() => board.slow(true), SLOW);
  try {
    const { state, replies } = await patiently(() => api.say(entry.body, entry.key));
    return { ...entry, status: "sent", state, replies };
  } catch (error) {
    return failed(entry, faultOf(error));
  } finally {
    clearTimeout(slow);
    board.slow(false);
  }
}

/** A token that the server does not know any more was thrown away with the fault, so the message begins another conversation. */
function failed(entry: Sending, fault: ReturnType<typeof faultOf>): Entry {
  if (fault === "expired" && !entry.anew) return { ...entry, anew: true };
  return { ...entry, status: "failed", fault };
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++)
    try {
      return await call();
    } catch (error) {
      if (times === PATIENCE || faultOf(error) !== "busy") throw error;
      const { retryAfter = 0 } = error as RequestFault;
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000 || PAUSE));
    }
}
