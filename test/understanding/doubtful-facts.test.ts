import { describe, expect, it } from "vitest";
import { createClock } from "../../src/clock.ts";
import { createAssistant } from "../../src/assistant.ts";
import { prepared } from "../quanmeiti-pack.ts";

const assistant = createAssistant(prepared, createClock("2026-05-20"));

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

describe("of two things of a kind each with its own details is taken as its own", () => {
  it.each([
    [
      "两份工作，各有年限",
      "我做营销员3年，之前做会计6年，30岁高中毕业，能考四级吗",
      {
        occupation: "营销员",
        work_years: [36, 36],
        "occupation.2": "会计",
        "work_years.2": [72, 72],
      },
    ],
    [
      "两份工作，年限在前",
      "3年营销员，2年网络编辑，30岁高中毕业，四级能考吗",
      {
        occupation: "营销员",
        work_years: [36, 36],
        "occupation.2": "网络编辑",
        "work_years.2": [24, 24],
      },
    ],
    [
      "两份工作，各有起止年月",
      "2018年1月到2021年12月做营销员，2020年1月到2023年12月做网络编辑，30岁高中毕业，能考四级吗",
      {
        occupation: "营销员",
        work_years: "2018-01/2021-12",
        "occupation.2": "网络编辑",
        "work_years.2": "2020-01/2023-12",
      },
    ],
    [
      "两张毕业证，高的在前",
      "中专电子商务毕业，大专护理毕业，25岁，想考三级",
      {
        school: "专科",
        status: "graduated",
        major: "护理",
        "school.2": "中等职业学校",
        "status.2": "graduated",
        "major.2": "电子商务",
      },
    ],
    [
      "两张证书，各有职业",
      "有电子商务师四级证和营销员五级证，30岁高中毕业，能考三级吗",
      {
        target: "三级",
        certificate: "四级",
        certificate_occupation: "电子商务师",
        "certificate.2": "五级",
        "certificate_occupation.2": "营销员",
      },
    ],
    [
      "证书一个职业，工作另一个",
      "我有电子商务师四级证，做营销员5年，30岁高中毕业，能考三级吗",
      {
        certificate: "四级",
        certificate_occupation: "电子商务师",
        occupation: "营销员",
        work_years: [60, 60],
      },
    ],
  ])("%s", (_, text, told) => {
    expect(facts(text)).toMatchObject(told);
  });
});

describe("of two things that cannot be told apart none is chosen", () => {
  it.each([
    [
      "两份工作，一个年限",
      "做过营销员和网络编辑，一共6年，30岁高中毕业，能考四级吗",
      ["occupation", "work_years", "occupation.2", "work_years.2"],
    ],
    [
      "两份工作，没有年限",
      "做过营销员、网络编辑，30岁高中毕业，能考四级吗",
      ["occupation", "occupation.2"],
    ],
    ["一份工作，两个年限", "做营销员2年3年，30岁高中毕业，能考四级吗", ["work_years"]],
    [
      "两张毕业证，不知道各是什么专业",
      "中专和大专都毕业了，25岁，想考三级",
      ["school", "major", "status", "school.2"],
    ],
  ])("%s", (_, text, questions) => {
    for (const question of questions) expect(facts(text)).not.toHaveProperty(question);
  });

  it("nor what a friend has", () => {
    expect(facts("我朋友是本科市场营销毕业，我高中毕业22岁，想考四级")).not.toHaveProperty("major");
  });
});

describe("an internship is a job of which it is not certain that it counts", () => {
  it.each([
    ["我在公司做网络编辑实习2年，20岁，中专护理毕业，能考四级吗", "网络编辑（实习）"],
    ["在网络编辑岗位实习2年，20岁，中专护理毕业，能考四级吗", "网络编辑（实习）"],
    ["做网络编辑实习生2年，20岁，中专护理毕业，考四级", "网络编辑（实习）"],
    ["我实习2年，20岁，中专护理毕业，能考四级吗", "实习"],
  ])("%s", (text, occupation) => {
    expect(facts(text)).toMatchObject({ occupation, work_years: [24, 24] });
  });

  it("beside another job, which keeps its own time", () => {
    expect(facts("在网络编辑岗位实习2年，后来做营销员4年，30岁高中毕业，考四级")).toMatchObject({
      occupation: "网络编辑（实习）",
      work_years: [24, 24],
      "occupation.2": "营销员",
      "work_years.2": [48, 48],
    });
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
