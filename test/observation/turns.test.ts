import { expect, test } from "vitest";
import type { Incoming, Kind, Reply, Topic, Turn } from "../../src/message.ts";
import { observeTurns } from "../../src/observation/turns.ts";
import { BusyError } from "../../src/refusals.ts";
import { takeNotes } from "./observed.ts";

const incoming: Incoming = {
  conversation: "telegram:1:2",
  id: "3",
  body: { text: "我的秘密" },
  at: { date: "2026-04-01", time: "12:00" },
};

function replied(...replies: readonly [Topic, Kind][]): Turn {
  const nothing = { answer: "a.b", choices: [], links: [], sources: [], blocks: [] };
  const drawn = replies.map(([topic, kind]): Reply => ({ text: "说过", topic, kind, ...nothing }));
  return { event: "ASK", state: "menu", replies: drawn };
}

test("counts turns by channel, and by topic and kind of the first reply", async () => {
  const { registry, logger, metrics } = takeNotes();
  const observed = observeTurns(registry, logger);
  const fee = observed("http", async () => replied(["fee", "stated"], ["eligibility", "outside"]));
  await fee(incoming);
  await fee(incoming);
  await observed("telegram", async () => replied())(incoming);
  expect(await metrics()).toContain(
    'wenkao_turns_total{channel="http",topic="fee",kind="stated"} 2',
  );
  expect(await metrics()).toContain(
    'wenkao_turns_total{channel="telegram",topic="none",kind="none"} 1',
  );
  expect(await metrics()).toContain('wenkao_turn_duration_seconds_count{channel="http"} 2');
});

test("counts failed turns by their reason, times them, and passes the error on", async () => {
  const { registry, logger, metrics } = takeNotes();
  const busy = observeTurns(registry, logger)("http", () => Promise.reject(new BusyError("busy")));
  await expect(busy(incoming)).rejects.toThrow(BusyError);
  expect(await metrics()).toContain(
    'wenkao_turn_failures_total{channel="http",reason="BusyError"} 1',
  );
  expect(await metrics()).toContain('wenkao_turn_duration_seconds_count{channel="http"} 1');
  expect(await metrics()).not.toContain("wenkao_turns_total{");
});

test("logs at most one turn a second, and never who it was or what was said", async () => {
  const { registry, logger, lines, metrics } = takeNotes();
  const turn = observeTurns(registry, logger)("http", async () => replied(["fee", "stated"]));
  for (let count = 0; count < 500; count += 1) await turn(incoming);
  const told = { channel: "http", event: "ASK", state: "menu", topic: "fee", kind: "stated" };
  expect(lines).toEqual([{ level: 30, time: expect.any(Number), msg: "turn", unsaid: 0, ...told }]);
  expect(`${JSON.stringify(lines)}${await metrics()}`).not.toMatch(/秘密|说过|telegram:1/);
});
