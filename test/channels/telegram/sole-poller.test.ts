import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLmdbStore } from "../../../src/store/lmdb.ts";
import type { Store } from "../../../src/store/store.ts";
import { TOKEN } from "../../telegram-api.ts";
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

  test("that begin at once while messages wait, one takes them all, and each gets one reply", async () => {
    await telegram.stop();
    const candidates = Array.from({ length: 20 }, () => telegram.candidate());
    const waiting = candidates.map((candidate) => candidate.type("四级多少钱"));
    const both = await Promise.all([telegram.second(), telegram.second()]);
    await Promise.all(waiting);
    await waitUntil(isTold);
    expect(await candidates[0]?.type("三级多少钱")).toHaveLength(1);
    expect(candidates.map(({ shown }) => shown().length)).toEqual([2, ...Array(19).fill(1)]);
    expect(both.map(({ turns }) => turns()).toSorted((a, b) => a - b)).toEqual([0, 21]);
    await Promise.all(both.map(({ stop }) => stop()));
  });

  test("the second leaves a first alone that waits long to send one reply", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级多少钱");
    telegram.api.slow("sendMessage", 6000); // longer than an update may lie there untaken
    const typed = candidate.type("三级多少钱");
    const second = await telegram.second();
    expect(await typed).toHaveLength(1);
    expect(second.turns()).toBe(0);
    await second.stop();
  }, 20_000);

  test("one follows another that has died, when its lease is over", async () => {
    await telegram.stop();
    const [bot = ""] = TOKEN.split(":");
    await telegram.store.lease(`telegram:${bot}`, "the dead", 2000);
    const candidate = telegram.candidate();
    const typed = candidate.type("四级多少钱");
    const second = await telegram.second();
    await waitUntil(isTold);
    expect(second.turns()).toBe(0);
    expect(await typed).toHaveLength(1);
    await second.stop();
  });

  describe("and share no store,", () => {
    let folder: string;
    let apart: Store;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "wenkao-apart-"));
      apart = openLmdbStore({ path: folder });
    });
    afterEach(async () => {
      await apart.close();
      await rm(folder, { recursive: true });
    });

    test("the second hears of the first from Telegram, and takes over when it has gone", async () => {
      const candidate = telegram.candidate();
      expect(await candidate.type("四级多少钱")).toHaveLength(1);
      const second = await telegram.second(apart);
      await waitUntil(isTold);
      for (const text of ["四级自测", "20岁", "高中"])
        expect(await candidate.type(text), "by the first alone").toHaveLength(1);
      expect(second.turns()).toBe(0);
      await telegram.stop();
      expect(await candidate.type("四级多少钱")).toHaveLength(1);
      expect(second.turns()).toBe(1);
      await second.stop();
    });

    test("of two that begin at once while messages wait, one polls in the end", async () => {
      await telegram.stop();
      const candidate = telegram.candidate();
      const waiting = candidate.type("四级考什么");
      const both = await Promise.all([telegram.second(), telegram.second(apart)]);
      await waiting;
      await waitUntil(isTold);
      const before = both.map(({ turns }) => turns());
      for (const text of ["四级多少钱", "三级多少钱"])
        expect(await candidate.type(text)).toHaveLength(1);
      const taken = both.map(({ turns }, index) => turns() - (before[index] ?? 0));
      expect(taken.toSorted((a, b) => a - b)).toEqual([0, 2]);
      await Promise.all(both.map(({ stop }) => stop()));
    });
  });
});
