import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, WAYS, runTelegram } from "./running.ts";

const GREETING = ["dialog.greeting", "dialog.menu"];

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  test.each([
    ["fee-3", "menu", ["fee.overview"], /三级[^\n]*元/u, /四级/u],
    ["fee-4", "menu", ["fee.overview"], /四级[^\n]*400元/u, /三级/u],
    ["fee", "menu", ["fee.overview"], /四级[^]*三级/u, /\d月/u],
    ["fee-99", "menu", ["fee.overview"], /四级[^]*三级/u, /99/u],
    ["timetable-5", "menu", ["timetable.month"], /^5月申报/mu, /6月申报/u],
    ["timetable", "menu", ["timetable.overview"], /1月底前/u, /^5月申报/mu],
    ["conduct", "menu", ["conduct.overview"], /附件2/u, /元/u],
    ["materials", "menu", ["materials.overview"], /材料/u, /元/u],
    ["eligibility", "eligibility.asking", ["question.target"], /等级/u, /元/u],
    ["register", "registration.asking", ["question.applicant"], /报名/u, /元/u],
    ["nothing-of-ours", "menu", GREETING, /哪一项/u, /元/u],
    ["constructor", "menu", GREETING, /哪一项/u, /元/u],
    ["__proto__", "menu", GREETING, /哪一项/u, /元/u],
  ])(
    "the link to %s leads to %s and answers %j",
    async (payload, state, answers, words, others) => {
      const candidate = telegram.candidate();
      const shown = await candidate.type(`/start ${payload}`);
      const text = shown.map((message) => message.text).join("\n");
      expect(text).toMatch(words);
      expect(text).not.toMatch(others);
      expect((await telegram.standing(candidate)).state).toBe(state);
      expect(await telegram.answers(candidate)).toEqual(answers);
    },
  );

  test.each(["/Start fee-3", "/START fee-3", "/start  fee-3 ", " /start fee-3", "/start\nfee-3"])(
    "%j is the link to fee-3",
    async (text) => {
      const candidate = telegram.candidate();
      await candidate.type(text);
      expect(await telegram.answers(candidate)).toEqual(["fee.overview"]);
      expect(candidate.shown()[0]?.text).not.toContain("四级");
    },
  );
});
