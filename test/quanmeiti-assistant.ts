import { createAssistant } from "../src/assistant.ts";
import type { Choice, Incoming, Moment, Turn } from "../src/message.ts";
import { advance } from "../src/turn.ts";
import { prepared } from "./quanmeiti-pack.ts";

/** A working day on which the desk is open. */
export const AT: Moment = { date: "2026-05-20", time: "10:00" };
export const assistant = createAssistant(prepared, () => AT);

/** A conversation that keeps what would be stored, and nothing else, from turn to turn. */
export function candidate(who = assistant, state?: string) {
  let stored = state;
  let offered: readonly Choice[] = [];
  const send = (body: Incoming["body"]): Turn => {
    const { next, turn } = advance(who, stored, { body, at: AT });
    stored = who.state.freeze(next);
    offered = turn.replies.findLast(({ choices }) => choices.length > 0)?.choices ?? offered;
    return turn;
  };
  return {
    send,
    say: (text: string) => send({ text }),
    tap: (choice: string) => send({ choice }),
    /** The choices that can be tapped now. */
    offered: () => offered.map(({ id }) => id),
    stored: () => stored ?? "",
    facts: () => who.describe(stored).facts,
  };
}

/** The question that a turn ended with, by the choices it offers. */
export function asked({ replies }: Turn): string | undefined {
  const tells = replies.at(-1)?.choices.map(({ id }) => /^tell:(.+)=/u.exec(id)?.[1]);
  return tells?.find((question) => question !== undefined);
}
