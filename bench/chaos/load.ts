import { inTurn } from "./clients.ts";
import { type Letter, writeLetter } from "./letters.ts";
import type { Stage } from "./stage.ts";

const CLIENTS = 4;

interface Load {
  readonly conversations?: number;
  /** Of ten messages this many come a second time. */
  readonly twice?: number;
}

/** Candidates talk while `during` happens, and until all that they sent is answered. */
export async function underLoad<T>(
  stage: Stage,
  during: () => Promise<T>,
  { conversations = 4, twice = 2 }: Load = {},
): Promise<T> {
  const over = new AbortController();
  const tokens = Array.from({ length: conversations }, () => stage.issue());
  function* letters(): Generator<Letter> {
    for (let index = 0; !over.signal.aborted; index++) {
      const token = tokens[index % conversations] ?? "";
      // so that every id is used in every conversation
      const letter = writeLetter(token, Math.floor(index / conversations), stage.random);
      yield letter;
      if (stage.random() * 10 < twice) yield letter;
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
