import { readPrepared, writePrepared } from "../../src/prepared-pack.ts";
import { describe, expect, it } from "vitest";
import { loadPack } from "../../src/knowledge/load.ts";
import { bare, createNormaliser } from "../../src/understanding/normalise.ts";
import { learn } from "../../src/understanding/learned.ts";
import { createUnderstanding } from "../../src/understanding/understand.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { PACK_DIRECTORY, learned, pack } from "../quanmeiti-pack.ts";
import { heard, topicsOf } from "./heard.ts";
import { ASKED, INJECTIONS, OUTSIDE, RETAKE_FEE } from "./messages.ts";

const asked = Object.entries(ASKED).flatMap(([topic, list]) =>
  list.map((text) => ({ topic, text, topics: topicsOf(heard(text)) as string[] })),
);
const every = [...asked.map(({ text }) => text), ...OUTSIDE, ...INJECTIONS, ...RETAKE_FEE];

/** Measured on 2026-05-20 with the first version of the pack: 0.88 right, none wrong, the rest unsure. */
const LEAST_RIGHT = 0.85;
const MOST_WRONG = 0.03;

describe("the messages of these tests", () => {
  it("are many, each a different one, and none is an example of the pack", () => {
    const normalise = createNormaliser(pack.vocabulary, learned.spelling);
    const plain = (text: string): string => bare(normalise(text));
    const examples = new Set(
      [...pack.answers.values()].flatMap(({ title, examples: own }) => [title, ...own].map(plain)),
    );
    expect(every.length).toBeGreaterThanOrEqual(120);
    expect(new Set(every.map(plain)).size).toBe(every.length);
    expect(every.filter((text) => examples.has(plain(text)))).toEqual([]);
  });
});

describe("a short message", () => {
  it("is mostly answered on the topic that it asks about", () => {
    const missed = asked.filter(({ topic, topics }) => !topics.includes(topic));
    const report = missed.map(({ topic, text, topics }) => `${topic}: ${text} → ${topics.join()}`);
    const right = 1 - missed.length / asked.length;
    expect([right >= LEAST_RIGHT, ...report]).toEqual([true, ...report]);
  });

  it("is rather not answered than answered on another topic", () => {
    const wrong = asked.filter(({ topic, topics }) => topics.length > 0 && !topics.includes(topic));
    const report = wrong.map(({ topic, text, topics }) => `${topic}: ${text} → ${topics.join()}`);
    expect([wrong.length / asked.length <= MOST_WRONG, ...report]).toEqual([true, ...report]);
  });

  it("is understood for every topic at least once", () => {
    for (const topic of Object.keys(ASKED))
      expect([
        topic,
        asked.some((one) => one.topic === topic && one.topics.includes(topic)),
      ]).toEqual([topic, true]);
  });

  it("is understood the same by every assistant of the same pack, as it is read again too", () => {
    const own = loadPack(PACK_DIRECTORY);
    const read = readPrepared(writePrepared({ pack: own, learned: learn(own) }));
    const again = createUnderstanding(read.pack, read.learned, () => "receipt_tampered");
    const situation = { context: { facts: {} } };
    for (const text of every)
      expect([text, again({ text }, situation, AT.date)]).toEqual([
        text,
        assistant.understand({ text }, situation, AT.date),
      ]);
  });

  it("is understood the same whatever was understood before", () => {
    const once = every.map((text) => heard(text));
    const backwards = every.toReversed().map((text) => heard(text));
    expect(backwards.toReversed()).toEqual(once);
  });

  it("is understood the same with other punctuation, spaces and width", () => {
    for (const text of every.filter((one) => /^\p{Script=Han}+$/u.test(one))) {
      const plain = topicsOf(heard(text));
      expect([text, topicsOf(heard(` ${text}？？`))]).toEqual([text, plain]);
      expect([text, topicsOf(heard(`${text}😊`))]).toEqual([text, plain]);
    }
  });
});
