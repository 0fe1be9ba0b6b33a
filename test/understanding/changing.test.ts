import { describe, expect, it } from "vitest";
import { candidate } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

const TOLD = "四级能考吗 我大专电商应届";
const { change_verbs: verbs, change_tails: tails, question_aliases: aliases } = pack.vocabulary;

/** The questions that the message answers, each by every name that it has. */
const names = ["target", "school", "status", "major"].flatMap((question) =>
  (aliases[question] ?? []).map((name) => ({ question, name })),
);

function after(text: string) {
  const who = candidate();
  who.say(TOLD);
  const { event } = who.say(text);
  return { event, facts: who.facts(), offered: who.offered() };
}

describe("an answer that is to be changed is asked for again, and nothing is taken for its new value", () => {
  it.each(names)("$name ($question)", ({ question, name }) => {
    const before = after("你好").facts;
    for (const text of [
      ...verbs.map((verb) => `${verb}${name}`),
      ...verbs.map((verb) => `我要${verb}${name}`),
      ...tails.map((tail) => `${name}${tail}了`),
      ...tails.map((tail) => `我的${name}${tail}`),
    ]) {
      const { event, facts, offered } = after(text);
      expect([text, event]).toEqual([text, "CHANGE"]);
      expect(facts).toEqual(before);
      expect(offered.some((id) => id.startsWith(`tell:${question}=`))).toBe(true);
    }
  });
});

it.each(["把专业改成会计", "专业改成会计", "改成会计专业", "不对，专业是会计"])(
  "%s is the new value",
  (text) => {
    expect(after(text).facts["major"]).toBe("会计");
  },
);
