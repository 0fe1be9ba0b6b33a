import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choiceIds } from "../../../src/choice-ids.ts";
import { createClock } from "../../../src/clock.ts";
import type { Reply, Turn } from "../../../src/message.ts";
import type { Played } from "../../play.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { pack } from "../../quanmeiti-pack.ts";
import { shortfalls } from "../../shortfalls.ts";
import type { Candidate } from "../../telegram-api/candidate.ts";
import type { Shown } from "../../telegram-api/chats.ts";
import { type Done, type Transcript, readTranscripts } from "../../transcript.ts";
import { WAYS, type Running, runTelegram } from "./running.ts";

const folder = fileURLToPath(new URL("../../transcripts", import.meta.url));
const transcripts = readTranscripts(folder);
const known = new Set(choiceIds(pack));

describe.each(WAYS)("with $library over $mode a conversation goes as it is written", (way) => {
  let telegram: Running;
  let now = createClock("2026-05-20");
  beforeAll(async () => void (telegram = await runTelegram(way, { now: () => now() })));
  afterAll(() => telegram.close());

  test.each(transcripts.map((one) => [one.file, one] as const))("%s", async (_, transcript) => {
    const played = await play(transcript);
    expect(played.flatMap((turn) => shortfalls(turn, assistant.describe, pack))).toEqual([]);
    expect(played).toHaveLength(transcript.turns.length);
  });

  /** Plays it as a candidate at a phone; what each turn said is taken from what arrived there. */
  async function play({ time, turns }: Transcript): Promise<Played[]> {
    const candidate = telegram.candidate();
    const played: Played[] = [];
    now = createClock(time);
    for (const [index, expected] of turns.entries()) {
      if (expected.time !== undefined) now = createClock(expected.time);
      const place = `第${index + 1}轮`;
      const arrived = await act(candidate, expected.does);
      const { state: stored = "", record = "" } = await telegram.store.last(candidate.conversation);
      const { turn } = JSON.parse(record) as { turn: Turn };
      played.push({ place, expected, offered: [], turn: asArrived(turn, arrived), stored });
    }
    return played;
  }
});

function act(candidate: Candidate, does: Done): Promise<readonly Shown[]> {
  if ("text" in does) return candidate.type(does.text);
  return "label" in does ? candidate.tap(does.label) : candidate.tapData(`wk:${does.choice}`);
}

/**
 * The turn with the words, choices and links that the candidate saw. One message may carry several
 * replies, so that each reply gets the words of all; each keyboard belongs to the next reply that has one.
 */
function asArrived({ replies, ...turn }: Turn, arrived: readonly Shown[]): Turn {
  const text = arrived.map((shown) => shown.text).join("\n");
  const strange = replies.flatMap(({ choices }) => choices.filter(({ id }) => !known.has(id)));
  expect(strange, "choices that choiceIds does not know").toEqual([]);
  const keyboards = arrived.filter(({ buttons }) => buttons.length > 0);
  const seen = replies.map((reply): Reply => {
    const hasButtons = reply.choices.length + reply.links.length > 0;
    const buttons = (hasButtons && keyboards.shift()?.buttons) || [];
    const sources = reply.sources.filter((clause) => text.includes(clause));
    return { ...reply, text, sources, ...offered(buttons) };
  });
  expect(keyboards, "keyboards that belong to no reply").toEqual([]);
  return { ...turn, replies: seen };
}

function offered(buttons: Shown["buttons"]): Pick<Reply, "choices" | "links"> {
  return {
    choices: buttons.flatMap((button) =>
      "callback_data" in button ? [{ id: button.callback_data, label: button.text }] : [],
    ),
    links: buttons.flatMap((button) =>
      "url" in button ? [{ url: button.url, label: button.text }] : [],
    ),
  };
}
