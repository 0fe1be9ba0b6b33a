import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { understood } from "../../src/commands/understand.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";

const LABELLED = new URL("labelled/", import.meta.url);
const NAMED = /级|直播|流量|视听|全媒体/u;

/** Labelled messages that name none of our levels and directions and go on from nothing. */
const texts = readdirSync(LABELLED)
  .flatMap((file) => readFileSync(new URL(file, LABELLED), "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line) as { text: string; topics?: string[]; context?: unknown })
  .filter(({ text, topics = [], context }) => topics.length < 2 && !context && !NAMED.test(text))
  .map(({ text }) => text);

const heard = (text: string) => understood(assistant, [], text, AT);
const topicOf = (text: string) => heard(text).topics[0]?.topic;

describe("what a message asks hangs neither on our own names nor on politeness", () => {
  test.each([
    ["四级", ""],
    ["直播运营", ""],
    ["全媒体运营师四级", ""],
    ["", " 三级"],
    ["我想问", ""],
    ["老师好，请问一下", ""],
    ["", "，谢谢老师"],
  ])("%s…%s", (before, after) => {
    const changed = texts.filter((text) => topicOf(before + text + after) !== topicOf(text));
    expect(texts.length).toBeGreaterThan(700);
    expect(changed.length / texts.length).toBeLessThan(0.03);
  });

  test.each([
    ["什么时候考", "timetable.overview"],
    ["啥时候考试", "timetable.overview"],
    ["考试费多少", "fee.overview"],
    ["怎么报名", "registration.how"],
    ["考什么", "syllabus.overview"],
    ["报考条件", "eligibility.overview"],
  ])("%s, of every level and direction", (question, answer) => {
    const names = [
      "",
      "四级",
      "三级",
      "直播",
      "流量运营",
      "视听三级",
      "全媒体运营师",
      "高级",
      "4级的",
    ];
    expect(names.map((name) => [name, heard(name + question).answer])).toEqual(
      names.map((name) => [name, answer]),
    );
  });
});

test.each([
  ["四级三级差多少钱", "fee.difference"],
  ["英语四级什么时候考", "out_of_scope.other_exam"],
  ["美容师三级什么时候考", "out_of_scope.other_occupation"],
  ["你好", "out_of_scope.greeting"],
  ["三级呢", "dialog.unsure"],
  ["直播呢", "dialog.unsure"],
])("where the names are the matter they stay: %s", (text, answer) => {
  expect(heard(text).answer).toBe(answer);
});
