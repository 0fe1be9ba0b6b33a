import type { Api, Body } from "./api.ts";
import type { Board } from "./board.ts";
import { type Fault, RequestFault, faultOf } from "./fault.ts";
import type { Entry } from "./history.ts";
import type { TakeTurns } from "./taking-turns.ts";

/** Milliseconds after which the candidate is told that it takes long. */
const SLOW = 5_000;
/** How often a busy server is asked again, and after how many milliseconds where it does not say. */
const PATIENCE = 1;
const PAUSE = 1_000;
/** The reply that tells that the conversation was forgotten, which the candidate asked for in words. */
const FORGOTTEN = "dialog.forgotten";

export function tellsForgotten(replies: Entry["replies"]): boolean {
  return replies.some(({ answer }) => answer === FORGOTTEN);
}

type Sending = Entry & { readonly body: Body };

/**
 * Sends what waits on the board, one after the other and one tab at a time, so that it is answered in its
 * order. When one fails, so does what waits behind it, but for a message that the server will never take.
 * @returns what begins to send, and does nothing while it is sending already
 */
export function createSender(api: Api, board: Board, takeTurns: TakeTurns): () => void {
  let isSending = false;
  /** @param tried how often a busy server has put off this message */
  const sendOne = async (tried: number): Promise<void> => {
    const pause = await takeTurns(() => sendNext(api, board, tried < PATIENCE));
    if (pause === 0) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await sendOne(tried + 1);
  };
  const drain = async (): Promise<void> => {
    while (waiting(board)) {
      const slow = setTimeout(() => board.mark({ slow: true }), SLOW);
      await sendOne(0);
      clearTimeout(slow);
      board.mark({ slow: false });
    }
  };
  return () => {
    if (isSending) return;
    isSending = true;
    void drain().finally(() => (isSending = false));
  };
}

function waiting(board: Board): Sending | undefined {
  const next = board.shown().entries.find(({ status }) => status === "sending");
  return next?.body && { ...next, body: next.body };
}

/** @returns milliseconds after which it is to be tried again, as a busy server asked; else 0 */
async function sendNext(api: Api, board: Board, isPatient: boolean): Promise<number> {
  const next = waiting(board); // another tab may have sent it while we waited for our turn
  if (!next) return 0;
  try {
    const { state, replies } = await api.say(next.body, next.key);
    accept(board, { ...next, status: "sent", state, replies });
  } catch (error) {
    const { fault, retryAfter = 0 } =
      error instanceof RequestFault ? error : { fault: faultOf(error) };
    if (fault === "busy" && isPatient) return retryAfter * 1000 || PAUSE;
    if (isOn(board, next)) refuse(board, next, fault);
  }
  return 0;
}

/** What was cleared meanwhile stays away; what is asked to be forgotten takes all before it along. */
function accept(board: Board, sent: Entry): void {
  if (!isOn(board, sent)) return;
  if (tellsForgotten(sent.replies)) board.remove(({ at }) => at < sent.at);
  board.put(sent);
}

/** A token that the server does not know any more was thrown away with the fault, so the message begins another conversation. */
function refuse(board: Board, entry: Sending, fault: Fault): void {
  if (fault === "expired" && !entry.anew) return board.put({ ...entry, anew: true });
  const behind = fault === "refused" ? [entry] : board.shown().entries.filter(isWaiting);
  board.put(...behind.map((one): Entry => ({ ...one, status: "failed", fault })));
}

function isWaiting({ status }: Entry): boolean {
  return status === "sending";
}

function isOn(board: Board, { key }: Entry): boolean {
  return board.shown().entries.some((entry) => entry.key === key);
}
