import { describe, expect, it } from "vitest";
import { createClock } from "../../src/clock.ts";
import { createAssistant } from "../../src/assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

const assistant = createAssistant(pack, createClock("2026-05-20"));

/** The facts that one message tells at the beginning of a conversation. */
function facts(text: string): Readonly<Record<string, unknown>> {
  const { event } = assistant.understand({ text }, { context: { facts: {} } }, "2026-05-20");
  return "facts" in event ? event.facts : {};
}

describe("what is denied is not told", () => {
  it.each([
    ["我不是应届，大专电商在读，20岁，想考四级", { status: "studying" }],
    ["我不是电商专业，是会计大专毕业，25岁，想考四级", { major: "会计" }],
  ])("%s", (text, told) => {
    expect(facts(text)).toMatchObject(told);
  });

  it.each([
    ["我没有四级证，30岁，大专电商毕业，营销员做了3年，想考三级", "certificate"],
    ["我没做过营销员，30岁高中毕业，能考四级吗", "occupation"],
    ["我没有大专学历，高中毕业，30岁，能考四级吗", "certificate"],
  ])("%s", (text, question) => {
    expect(facts(text)).not.toHaveProperty(question);
  });
});

describe("of two things of a kind none is chosen", () => {
  it.each([
    [
      "两份工作",
      "我做营销员3年，之前做会计6年，30岁高中毕业，能考四级吗",
      ["occupation", "work_years"],
    ],
    [
      "两段年限",
      "做营销员2年，做网络编辑3年半，30岁高中毕业，四级能考吗",
      ["occupation", "work_years"],
    ],
    ["两张毕业证", "中专电子商务毕业，大专护理毕业，25岁，想考三级", ["school", "major", "status"]],
  ])("%s", (_, text, questions) => {
    for (const question of questions) expect(facts(text)).not.toHaveProperty(question);
  });

  it("nor what a friend has", () => {
    expect(facts("我朋友是本科市场营销毕业，我高中毕业22岁，想考四级")).not.toHaveProperty("major");
  });
});

describe("work before a certificate", () => {
  it.each([
    "拿到电子商务师四级证书之前做了4年，之后做了1年，30岁高中，考三级",
    "有电子商务师四级证，拿证前做了5年，30岁高中毕业，考三级",
  ])("is not work after it: %s", (text) => {
    expect(facts(text)).not.toHaveProperty("certificate_years");
  });

  it("is told apart from work that is said to come after it", () => {
    expect(facts("有电子商务师四级证，拿证以后做了5年，30岁高中毕业，考三级")).toMatchObject({
      certificate: "四级",
      certificate_occupation: "电子商务师",
      certificate_years: [60, 60],
    });
  });
});

describe("a graduation that may lie ahead", () => {
  it.each(["我2027年毕业，大专电商，20岁，能考四级吗", "大专电商今年毕业，20岁，能考四级吗"])(
    "leaves open whether it has come: %s",
    (text) => {
      expect(facts(text)).not.toHaveProperty("status");
    },
  );
});

it("knows the own occupation behind everyday words", () => {
  expect(facts("我做直播运营10年，45岁，高中毕业，想考三级")).toMatchObject({
    occupation: "全媒体运营师",
    work_years: [120, 120],
  });
});
