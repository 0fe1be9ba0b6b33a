import { inTurn } from "./clients.ts";
import { type Letter, writeLetter } from "./letters.ts";
import type { Stage } from "./stage.ts";

const CONVERSATIONS = 4;
const CLIENTS = 4;
/** Of ten messages this many come a second time. */
const TWICE = 2;

/** Candidates talk while `during` happens, and until all that they sent is answered. */
export async function underLoad<T>(stage: Stage, during: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const tokens = Array.from({ length: CONVERSATIONS }, () => stage.issue());
  function* letters(): Generator<Letter> {
    for (let index = 0; !over.signal.aborted; index++) {
      const token = tokens[index % CONVERSATIONS] ?? "";
      // so that every id is used in every conversation
      const letter = writeLetter(token, Math.floor(index / CONVERSATIONS), stage.random);
      yield letter;
      if (stage.random() * 10 < TWICE) yield letter;
    }
  }
  const talking = inTurn(letters(), CLIENTS, stage.post.deliver);
  try {
    return await during();
  } finally {
    over.abort();
    await talking;
  }
}
