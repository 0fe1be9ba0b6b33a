import { setTimeout as pause } from "node:timers/promises";
import type { Exchange } from "./check.ts";
import type { Letter } from "./letters.ts";
import { type Random, oneOf } from "./random.ts";

/** What candidates send, and what comes of it. */
export interface Post {
  /** Delivers until it is answered with 200, as a good client does. */
  readonly deliver: (letter: Letter) => Promise<void>;
  /** Delivers all of them once more. */
  again(): Promise<void>;
  exchanges(): Exchange[];
  /** From now on these count as never answered. */
  unanswer(lost: readonly Exchange[]): void;
  /** What no client should meet. */
  faults(): string[];
  /** How often a delivery was told to come again, or met a connection that broke. */
  readonly refusals: { busy: number; store: number; broken: number };
}

const BROKEN_PAUSE_MS = 100;
/** Nobody here waits longer, whatever Retry-After says: who comes too early must do no harm either. */
const PATIENCE_MS = 500;
const TIMEOUT_MS = 20_000;
/** A message that is not answered within this time is a violation. */
const LONGEST_MS = 90_000;
const BUSY_SECONDS = 1;

/**
 * @param origins any of them may answer any delivery
 * @param conversationOf of a token
 */
export function createPost(
  origins: readonly string[],
  conversationOf: (token: string) => string,
  random: Random,
): Post {
  const sent = new Map<string, { letter: Letter; answers: string[] }>();
  const faults: string[] = [];
  const refusals = { busy: 0, store: 0, broken: 0 };

  /** @returns milliseconds to wait before it is sent again, or undefined when that is done */
  async function attempt(letter: Letter, answers: string[]): Promise<number | undefined> {
    const response = await say(oneOf(random, origins), letter);
    const body = await response.text();
    if (response.status === 200) return void answers.push(body);
    const seconds = Number(response.headers.get("retry-after") ?? NaN);
    if (response.status !== 503 || !(seconds > 0)) {
      faults.push(`answered ${response.status}, which is not to be retried: ${body.slice(0, 200)}`);
      return undefined;
    }
    refusals[seconds === BUSY_SECONDS ? "busy" : "store"] += 1;
    return Math.min(seconds * 1000, PATIENCE_MS);
  }

  const post: Post = {
    refusals,
    faults: () => faults,
    exchanges: () =>
      Array.from(sent.values(), ({ letter: { token, id, text }, answers }) => {
        return { conversation: conversationOf(token), id, text, answers };
      }),
    unanswer(lost) {
      for (const { conversation, id } of lost)
        for (const { letter, answers } of sent.values())
          if (letter.id === id && conversationOf(letter.token) === conversation) answers.length = 0;
    },
    again: () =>
      inTurn(
        Array.from(sent.values(), ({ letter }) => letter),
        CLIENTS,
        post.deliver,
      ),
    async deliver(letter) {
      const key = `${letter.token} ${letter.id}`;
      const { answers } = sent.get(key) ?? { answers: [] };
      sent.set(key, { letter, answers });
      for (const began = performance.now(); performance.now() - began < LONGEST_MS;) {
        const wait = await attempt(letter, answers).catch(() => {
          refusals.broken += 1;
          return BROKEN_PAUSE_MS;
        });
        if (wait === undefined) return;
        await pause(wait);
      }
      faults.push(`message ${letter.id} was not answered within ${LONGEST_MS} ms`);
    },
  };
  return post;
}

const CLIENTS = 8;

/** So many clients take from one pile until it is empty. */
export async function inTurn(
  pile: Iterable<Letter>,
  clients: number,
  deliver: (letter: Letter) => Promise<void>,
): Promise<void> {
  const letters = pile[Symbol.iterator]();
  const client = async (): Promise<void> => {
    for (let next = letters.next(); next.done !== true; next = letters.next())
      await deliver(next.value);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

export function say(origin: string, { token, id, text }: Letter): Promise<Response> {
  return fetch(`${origin}/api/turns`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "idempotency-key": id,
    },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
