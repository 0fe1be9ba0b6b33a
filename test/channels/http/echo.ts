import type { Incoming, Moment, Reply, Turn } from "../../../src/message.ts";
import { BusyError, InvalidProfile, KeyReusedError } from "../../../src/refusals.ts";
import type { Store } from "../../../src/store/store.ts";

export const NOON: Moment = { date: "2026-04-01", time: "12:00" };

/** A dialog that says what it heard and counts: enough of a core to carry a channel's tests. */
export function echoTurn(store: Store): (incoming: Incoming) => Promise<Turn> {
  return async ({ conversation, id, body }) => {
    const heard = JSON.stringify(body);
    const loaded = await store.load(conversation, id);
    if (loaded.answered !== undefined) return again(loaded.answered, heard);
    const count = Number(loaded.state ?? 0) + 1;
    const turn = { event: "ECHO", state: `echo.${count}`, replies: [replyOf(heard)] };
    const record = JSON.stringify({ heard, turn });
    const saved = await store.save(conversation, loaded.revision, {
      state: `${count}`,
      message: id,
      record,
    });
    if (!saved) throw new BusyError("conflict");
    return turn;
  };
}

export function describeEcho(state: string | undefined) {
  return {
    state: `echo.${state ?? 0}`,
    facts: state === undefined ? {} : { count: Number(state) },
  };
}

export function assessEcho(profile: unknown): unknown {
  if (typeof profile !== "object" || profile === null || !("facts" in profile)) {
    throw new InvalidProfile("facts: missing; give an object");
  }
  return { levels: {}, facts: profile.facts };
}

function again(record: string, heard: string): Turn {
  const known: { heard: string; turn: Turn } = JSON.parse(record);
  if (known.heard !== heard) throw new KeyReusedError("another body");
  return known.turn;
}

function replyOf(text: string): Reply {
  const nothing = { choices: [], links: [], sources: [], blocks: [] };
  return { text, topic: "contact", kind: "outside", answer: "contact.overview", ...nothing };
}
