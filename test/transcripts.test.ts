import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fill } from "../src/knowledge/placeholders.ts";
import { type Reply, TOPICS } from "../src/message.ts";
import { VERDICTS } from "../src/rules/eligibility.ts";
import { type LmdbStore, openLmdbStore } from "../src/store/lmdb.ts";
import { type Played, play } from "./play.ts";
import { assistant } from "./quanmeiti-assistant.ts";
import { pack } from "./quanmeiti-pack.ts";
import { shortfalls, verdictLine } from "./shortfalls.ts";
import { type Transcript, readTranscripts } from "./transcript.ts";

const transcripts = readTranscripts(fileURLToPath(new URL("transcripts", import.meta.url)));

let folder = "";
let store: LmdbStore;
const played = new Map<Transcript, readonly Played[]>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenkao-transcripts-"));
  store = openLmdbStore({ path: folder });
  for (const one of transcripts) played.set(one, await play(one, assistant, store));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("a conversation goes as it is written", () => {
  test.each(transcripts.map((one) => [one.file, one.title, one] as const))(
    "%s %s",
    (_, __, transcript) => {
      const found = turnsOf(transcript).flatMap((turn) =>
        shortfalls(turn, assistant.describe, pack),
      );
      expect(found).toEqual([]);
      expect(turnsOf(transcript)).toHaveLength(transcript.turns.length);
    },
  );
});

describe("the transcripts together", () => {
  test("get an answer on every topic", () => {
    const topics = allReplies().map(({ topic }) => topic);
    expect(TOPICS.filter((topic) => !topics.includes(topic))).toEqual([]);
  });

  test("get every verdict for every level", () => {
    const wanted = pack.projects.levels.flatMap(({ id }) =>
      VERDICTS.map((verdict) => verdictLine(pack, id, verdict)),
    );
    expect(wanted.filter((line) => !verdictLines().includes(line))).toEqual([]);
  });

  test("reach a good verdict by every condition but 三级(3) and 三级(6), which are never met for certain", () => {
    const lines = verdictLines();
    const met = pack.eligibility.conditions
      .filter(({ title, clause }) => {
        const told = fill(pack.wording.verdict_met, { title, clause, facts: "" });
        return lines.some((line) => line.startsWith(told) && line !== told);
      })
      .map(({ id }) => id);
    const all = pack.eligibility.conditions.map(({ id }) => id);
    expect(met).toEqual(all.filter((id) => id !== "三级(3)" && id !== "三级(6)"));
  });

  test("keep a state of at most 256 bytes at the median interview", () => {
    const sizes = transcripts
      .map((one) => turnsOf(one).findLast(({ turn }) => turn?.state === "eligibility.verdict"))
      .flatMap((end) => (end ? [Buffer.byteLength(end.stored)] : []))
      .toSorted((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(256);
  });
});

function turnsOf(transcript: Transcript): readonly Played[] {
  return played.get(transcript) ?? [];
}

function allReplies(): Reply[] {
  return transcripts.flatMap(turnsOf).flatMap(({ turn }) => turn?.replies ?? []);
}

function verdictLines(): string[] {
  return allReplies()
    .filter(({ answer }) => answer === "eligibility.verdict")
    .flatMap(({ text }) => text.split("\n"));
}
