import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { LIBRARIES, type Running, runTelegram } from "./running.ts";

describe.each(LIBRARIES)("of two processes that poll with %s", (library) => {
  let telegram: Running;
  beforeEach(async () => void (telegram = await runTelegram({ library, mode: "polling" })));
  afterEach(() => telegram.close());

  const isTold = (): boolean =>
    /Telegram is left to it and HTTP goes on/u.test(telegram.logged.join());

  test("the second leaves Telegram to the first, says so, and goes on over HTTP", async () => {
    const candidate = telegram.candidate();
    expect(await candidate.type("四级多少钱")).toHaveLength(1);
    const second = await telegram.second();
    await waitUntil(isTold);
    expect((await fetch(new URL("/readyz", second.webhook))).status).toBe(200);
    for (const text of ["四级自测", "20岁", "高中"])
      expect(await candidate.type(text), "by the first alone").toHaveLength(1);
    expect(second.turns()).toBe(0);
    await second.stop();
  });

  test("the second leaves a busy first alone", async () => {
    expect(await telegram.candidate().type("四级多少钱")).toHaveLength(1);
    telegram.api.slow("sendMessage", 60);
    const candidates = Array.from({ length: 200 }, () => telegram.candidate());
    const typed = candidates.map(async (candidate, index) => {
      await pause(index * 25);
      return candidate.type("四级多少钱");
    });
    const second = await telegram.second();
    await Promise.all(typed);
    const replies = candidates.map((candidate) => candidate.shown().length);
    expect(replies.filter((count) => count !== 1)).toEqual([]);
    expect(second.turns()).toBe(0);
    await second.stop();
  }, 30_000);

  test("the second takes over when the first has gone", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const second = await telegram.second();
    await waitUntil(isTold);
    await telegram.stop();
    expect(await candidate.type("20岁")).toHaveLength(1);
    expect(second.turns()).toBe(1);
    expect((await telegram.standing(candidate)).facts).toHaveProperty("age");
    await second.stop();
  });

  test("that begin at once while messages wait, one polls in the end, and each message has moved the dialog once", async () => {
    const candidate = telegram.candidate();
    await telegram.stop();
    const waiting = candidate.type("四级自测");
    const both = await Promise.all([telegram.second(), telegram.second()]);
    await waiting;
    await waitUntil(isTold);
    const before = both.map(({ turns }) => turns());
    for (const text of ["20岁", "高中"]) expect(await candidate.type(text)).toHaveLength(1);
    const taken = both.map(({ turns }, index) => turns() - (before[index] ?? 0));
    expect([
      [0, 2],
      [2, 0],
    ]).toContainEqual(taken);
    expect((await telegram.standing(candidate)).facts).toMatchObject({ target: "四级" });
    await Promise.all(both.map(({ stop }) => stop()));
  });
});
