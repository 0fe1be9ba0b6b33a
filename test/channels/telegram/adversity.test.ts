import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { LIBRARIES, type Running, WAYS, runTelegram } from "./running.ts";

const INTERVIEW = ["四级自测", "20岁", "高中", "毕业了", "网络编辑", "6年"];

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeEach(async () => void (telegram = await runTelegram(way)));
  afterEach(() => telegram.close());

  test("a hundred updates at once from one chat are answered once each, in their order", async () => {
    const candidate = telegram.candidate();
    const texts = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? "三级多少钱" : "几月考",
    );
    await Promise.all(texts.map((text) => candidate.type(text)));
    const shown = candidate
      .shown()
      .map(({ text }) => (text.includes("元") ? "三级多少钱" : "几月考"));
    expect(shown).toEqual(texts);
  });

  test("updates that Telegram delivers twice over are answered each time, and the dialog has moved once", async () => {
    const [candidate, undisturbed] = [telegram.candidate(), telegram.candidate()];
    for (const text of INTERVIEW) await undisturbed.type(text);
    for (const text of INTERVIEW) {
      const update = candidate.written(text);
      await Promise.all([candidate.put(update), telegram.api.again(update)]);
    }
    const last = candidate.shown().slice(way.mode === "webhook" ? -2 : -1);
    for (const { text } of last) expect(text).toContain("【四级】符合申报条件");
    expect(await telegram.standing(candidate)).toEqual(await telegram.standing(undisturbed));
  });

  test("while one waits for a call that fails again and again, others do not wait for him", async () => {
    const [unlucky, lucky] = [telegram.candidate(), telegram.candidate()];
    telegram.api.fail("sendMessage", new Refusal(429, "Too Many Requests: retry after 2", 2));
    const late = unlucky.type("四级多少钱");
    await waitUntil(() => telegram.api.callsOf("sendMessage").length === 1);
    void lucky.type("四级多少钱");
    await waitUntil(() => lucky.shown().length === 1);
    expect(unlucky.shown()).toEqual([]);
    expect(await late).toHaveLength(1);
  });

  test("what one chat writes is answered in the order in which it comes, whatever the ids", async () => {
    const candidate = telegram.candidate();
    const [first, second] = [candidate.written("四级自测"), candidate.written("20岁")];
    const swapped = [
      { ...first, update_id: second.update_id },
      { ...second, update_id: first.update_id },
    ] as const;
    for (const update of swapped) await candidate.put(update);
    expect((await telegram.standing(candidate)).facts).toHaveProperty("age");
  });
});

test.each(LIBRARIES)(
  "with %s, updates that arrive out of order are answered, each where it belongs",
  async (library) => {
    const telegram = await runTelegram({ library, mode: "webhook" }); // over several connections
    const candidates = Array.from({ length: 20 }, () => telegram.candidate());
    const updates = candidates.map((candidate) => ({
      candidate,
      update: candidate.written("四级多少钱"),
    }));
    await Promise.all(updates.toReversed().map(({ candidate, update }) => candidate.put(update)));
    for (const candidate of candidates) expect(candidate.shown()).toHaveLength(1);
    await telegram.close();
  },
);
