import type { Assistant } from "../src/assistant.ts";
import { createClock } from "../src/clock.ts";
import type { Choice, Reply, Turn } from "../src/message.ts";
import type { Store } from "../src/store/store.ts";
import type { Done, Transcript, TranscriptTurn } from "./transcript.ts";

/** One turn as it went. `turn` is missing where the label to tap was not offered. */
export interface Played {
  readonly place: string;
  readonly expected: TranscriptTurn;
  readonly offered: readonly Choice[];
  readonly turn?: Turn;
  /** What stands in the store after it. */
  readonly stored: string;
}

/** Plays a transcript through the real turn, one conversation of its own; stops where it cannot go on. */
export async function play(
  { file, time, turns }: Transcript,
  assistant: Assistant,
  store: Store,
): Promise<Played[]> {
  const takeTurn = assistant.turnOn(store);
  const played: Played[] = [];
  let now = createClock(time);
  let offered: readonly Choice[] = [];
  for (const [index, expected] of turns.entries()) {
    if (expected.time !== undefined) now = createClock(expected.time);
    const place = `第${index + 1}轮 ${describe(expected.does)}`;
    const body = toBody(expected.does, offered);
    if (!body) return [...played, { place, expected, offered, stored: "" }];
    const turn = await takeTurn({ conversation: file, id: `${file}:${index}`, body, at: now() });
    const { state: stored = "" } = await store.last(file);
    played.push({ place, expected, offered, turn, stored });
    offered = lastOffer(turn.replies) ?? offered;
  }
  return played;
}

function toBody(does: Done, offered: readonly Choice[]) {
  if (!("label" in does)) return does;
  const choice = offered.find(({ label }) => label === does.label);
  return choice && { choice: choice.id };
}

function describe(does: Done): string {
  return JSON.stringify(does).slice(0, 60);
}

function lastOffer(replies: readonly Reply[]): readonly Choice[] | undefined {
  return replies.findLast(({ choices }) => choices.length > 0)?.choices;
}
