import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { KINDS, TOPICS } from "../../src/message.ts";
import { type Ended, jsonLines, makeRoom, run } from "../wenkao-process.ts";

const LINES = [
  `{"id":1,"text":"三级直播运营多少钱"}`,
  `{"id":"retake","text":"补考费多少"}`,
  `not json`,
  `{"id":7}`,
  `[]`,
  `null`,
  `{"id":"number","text":5}`,
  `{"id":"month","text":"9月报名什么时候考"}`,
  `{"id":"months","text":"要交什么材料，11月报的话几月考"}`,
  `{"id":"outside","text":"落户加分吗"}`,
  `{"id":"act","text":"找人替考会怎么样"}`,
  `{"id":"depends","text":"带了手机"}`,
  `{"id":"after","text":"考完以后才发现违规怎么办"}`,
  ``,
  `{"id":"story","text":"我今年35岁，做网络编辑4年11个月，大专电子商务毕业，能考三级吗","more":true}`,
  `{"id":"two","text":"证书丢了咋办，补考费几多"}`,
  `{"id":"group","text":"团体怎么报名"}`,
  `{"id":"vague","text":"证"}`,
  `{"id":"context","text":"大专","context":[{"role":"user","text":"四级自测"},{"role":"assistant","text":"您满16周岁了吗？"},{"role":"user","text":"20岁"}]}`,
  `{"id":"empty","text":""}`,
  `{"id":"long","text":"${"长".repeat(5000)}"}`,
];

const understoodSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  topics: z
    .array(z.strictObject({ topic: z.enum(TOPICS), confidence: z.number().min(0).max(1) }))
    .min(1),
  entities: z.record(z.string(), z.union([z.string(), z.number()])),
  kind: z.enum(KINDS),
  answer: z.string(),
  sources: z.array(z.string()),
});

let room: Awaited<ReturnType<typeof makeRoom>>;
let ran: Ended;
beforeAll(async () => {
  room = await makeRoom();
  ran = await run(["understand", "--today", "2026-05-20"], room.path, `${LINES.join("\n")}\n`);
});
afterAll(() => room.remove());

function understood(id: string | number) {
  const found = jsonLines(ran.stdout).find((line) => line["id"] === id);
  const { topics, ...rest } = understoodSchema.parse(found);
  return { ...rest, topics: topics.map(({ topic }) => topic) };
}

describe("understand", () => {
  test("answers every line that is not blank in its order, and ends with 0", () => {
    const ids = jsonLines(ran.stdout).map(({ id }) => id);
    expect(ids).toEqual([
      1,
      "retake",
      null,
      7,
      null,
      null,
      "number",
      "month",
      "months",
      "outside",
      "act",
      "depends",
      "after",
      "story",
      "two",
      "group",
      "vague",
      "context",
      "empty",
      "long",
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
  });

  test("gives a line that is no such object its id and what is wrong, and goes on", () => {
    const bad = jsonLines(ran.stdout).filter((line) => "error" in line);
    expect(bad.map(({ id }) => id)).toEqual([null, 7, null, null, "number"]);
    for (const line of bad)
      expect(line).toEqual({ id: line["id"], error: expect.stringMatching(/./u) });
  });

  test("keeps nothing", async () => {
    expect(await room.left()).toEqual([]);
  });

  test("hears level and direction of a fee", () => {
    expect(understood(1)).toMatchObject({
      topics: ["fee"],
      entities: { level: "三级", direction: "直播运营" },
      kind: "computed",
      answer: "fee.overview",
      sources: ["二(四)2"],
    });
  });

  test("says so where the notice is silent", () => {
    expect(understood("retake")).toMatchObject({ kind: "silent", answer: "retake.fee" });
    expect(understood("retake").topics[0]).toBe("retake");
  });

  test("hears a month that only the second question is about", () => {
    expect(understood("months")).toMatchObject({
      topics: ["materials", "timetable"],
      entities: { month: 11, month_role: "apply" },
    });
  });

  test("hears a month and its side of the timetable", () => {
    expect(understood("month")).toMatchObject({
      topics: ["timetable"],
      entities: { month: 9, month_role: "apply" },
    });
  });

  test("hears what is told of a candidate, the years as a decimal", () => {
    expect(understood("story")).toMatchObject({
      topics: ["eligibility"],
      entities: { level: "三级", years: 4.92, age: 35, major: "电子商务", occupation: "网络编辑" },
    });
    expect(understood("group").entities).toEqual({ applicant: "团体" });
  });

  test("finds tier and rule of an act", () => {
    expect(understood("act").entities).toEqual({ tier: "ban_2_or_5_years", rule: "四.4" });
    expect(understood("depends").entities).toEqual({ tier: "depends", rule: "二.1" });
    expect(understood("after").entities).toMatchObject({ rule: "末段" });
  });

  test("names the topics in the order in which they are asked about", () => {
    expect(understood("two").topics.slice(0, 2)).toEqual(["certificate", "retake"]);
  });

  test("tells what is none of ours and what is not clear", () => {
    expect(understood("outside")).toMatchObject({ topics: ["out_of_scope"], kind: "outside" });
    expect(understood("vague")).toMatchObject({ kind: "unsure" });
    expect(understood("empty")).toMatchObject({ topics: ["out_of_scope"] });
    expect(understood("long")).toMatchObject({ topics: ["out_of_scope"] });
  });

  test("reads a short answer by the turns before it", () => {
    expect(understood("context").topics).toEqual(["eligibility"]);
  });
});
