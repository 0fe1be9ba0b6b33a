import { isDeepStrictEqual } from "node:util";
import type { Assistant } from "../../src/assistant.ts";
import { digest } from "../../src/store/digest.ts";
import { advance } from "../../src/turn.ts";
import type { Moment } from "../../src/message.ts";
import type { Applied } from "./history.ts";

/** What a candidate sent and was answered. */
export interface Exchange {
  /** Id of the conversation, as the store is given it. */
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
  /** The bodies of the 200s, one for each delivery that got one. */
  readonly answers: readonly string[];
}

/** Holds what was answered, and what the store committed, against what a single process would have done. */
export function createCheck(assistant: Assistant, at: Moment) {
  /** @returns every violation of the guarantees, in words; nothing where all hold */
  return (exchanges: readonly Exchange[], history: readonly Applied[]): string[] => {
    const sent = new Map(exchanges.map((one) => [keyOf(one), one]));
    const applied = new Map<string, number>();
    const states = new Map<string, string>();
    const found: string[] = [];
    for (const { owner, message, state } of history) {
      const key = `${owner} ${message}`;
      const exchange = sent.get(key);
      applied.set(key, (applied.get(key) ?? 0) + 1);
      if (exchange === undefined) found.push("a message was applied that nobody sent there");
      else found.push(...faultsOf(exchange, states.get(owner), state));
      states.set(owner, state);
    }
    for (const [key, { id, answers }] of sent) {
      const times = applied.get(key) ?? 0;
      if (times > 1) found.push(`doubled: message ${id} was applied ${times} times`);
      if (times === 0 && answers.length > 0)
        found.push(`lost: message ${id} was answered and is not stored`);
      if (new Set(answers).size > 1) found.push(`message ${id} got different replies`);
    }
    return found;
  };

  /** Each turn is judged from the state that was stored before it. */
  function faultsOf({ id, text, answers }: Exchange, before: string | undefined, state: string) {
    const { next, turn } = advance(assistant, before, { body: { text }, at });
    const { state: stands, replies } = turn;
    const expected = JSON.stringify({ state: stands, replies });
    return [
      ...(assistant.state.freeze(next) === state
        ? []
        : [
            `interleaved: what message ${id} stored does not follow from what was stored before it`,
          ]),
      ...(answers.every((answer) => sameTurn(answer, expected))
        ? []
        : [`message ${id} was answered otherwise than its state tells`]),
    ];
  }
}

/** Those that were answered and that the store does not hold. */
export function lostOf(
  exchanges: readonly Exchange[],
  history: readonly Applied[],
): readonly Exchange[] {
  const stored = new Set(history.map(({ owner, message }) => `${owner} ${message}`));
  return exchanges.filter((one) => one.answers.length > 0 && !stored.has(keyOf(one)));
}

function keyOf({ conversation, id }: Exchange): string {
  return `${digest(conversation)} ${digest(id)}`;
}

function sameTurn(one: string, other: string): boolean {
  return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}
