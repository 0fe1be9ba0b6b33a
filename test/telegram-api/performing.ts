import { setTimeout as pause } from "node:timers/promises";
import { METHODS, type State } from "./methods.ts";
import { Refusal } from "./refusal.ts";

/** One call of the Bot API as it came. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** It stood in the answer to a webhook. */
  readonly inWebhook: boolean;
  /** Code of the refusal, where it was refused. */
  refused?: number;
}

/** How a call fails: with a refusal, or with a connection that breaks. */
export type Failure = Refusal | "hang up";

/** Carries out calls, keeps them, and makes those fail that were to. */
export function createPerformer(state: State) {
  const calls: Call[] = [];
  const failures = new Map<string, Failure[]>();
  const delays = new Map<string, number>();
  const answers = new Map<string, unknown>();
  return {
    calls,
    callsOf: (method: string) => calls.filter((call) => call.method === method),

    /** The next calls of a method fail, one failure each. */
    fail: (method: string, ...next: Failure[]) =>
      void failures.set(method, [...(failures.get(method) ?? []), ...next]),

    /** The next call of a method is answered with this, whatever it is. */
    answer: (method: string, result: unknown) => void answers.set(method, result),

    /** From now on each call of a method takes so many milliseconds. */
    slow: (method: string, milliseconds: number) => void delays.set(method, milliseconds),

    /** Whether the connection of this call is to break; asking is making it. */
    breaks(method: string): boolean {
      const breaks = failures.get(method)?.[0] === "hang up";
      if (breaks) failures.get(method)?.shift();
      return breaks;
    },

    /** @throws {Refusal} as Telegram does */
    async perform(
      { method, params, inWebhook }: Pick<Call, "method" | "params" | "inWebhook">,
      gone: AbortSignal,
    ): Promise<unknown> {
      const call: Call = { method, params, inWebhook, at: performance.now() };
      calls.push(call);
      try {
        if (delays.has(method)) await pause(delays.get(method));
        const failure = failures.get(method)?.shift();
        if (failure instanceof Refusal) throw failure;
        if (answers.has(method)) return take(answers, method);
        const carryOut = METHODS[method];
        if (!carryOut) throw new Refusal(404, "Not Found: method not found");
        return await carryOut(params, state, gone);
      } catch (error) {
        call.refused = error instanceof Refusal ? error.code : 500;
        throw error;
      }
    },
  };
}

function take(answers: Map<string, unknown>, method: string): unknown {
  const answer = answers.get(method);
  answers.delete(method);
  return answer;
}
