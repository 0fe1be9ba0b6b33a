import { describe, expect, test } from "vitest";
import { asked, candidate } from "./quanmeiti-assistant.ts";
import { pack } from "./quanmeiti-pack.ts";

/** Answers that lead through as many questions as there are. */
const LONGEST = [
  "tell:target=all",
  "tell:age=over",
  "tell:school=中等职业学校",
  "tell:status=graduated",
  "tell:major=unlisted",
  "tell:occupation=related",
  "tell:work_years=under_5",
  "tell:certificate=四级",
  "tell:certificate_occupation=related",
  "tell:certificate_years=from_3",
  "tell:other_school=专科",
  "tell:other_major=unlisted",
  "tell:title=junior",
  "tell:title_years=under_1",
];
const REGISTRATION = [
  "tell:applicant=个人",
  "tell:level=三级",
  "tell:direction=直播运营",
  "tell:month=5",
];

/** What a candidate may want to know at any moment, and the topic of the answer. */
const QUESTIONS = [
  ["三级多少钱", "fee"],
  ["直播运营三级多少钱", "fee"],
  ["什么时候考试", "timetable"],
  ["5月申报的几月考试", "timetable"],
  ["报名要交哪些材料", "materials"],
  ["协会电话多少", "contact"],
  ["成绩什么时候出来", "results"],
] as const;

const INTERVIEW = LONGEST.map((_, told) => ["do:self_check", ...LONGEST.slice(0, told)]);
const APPLYING = REGISTRATION.map((_, told) => ["do:register", ...REGISTRATION.slice(0, told)]);
const OPEN = [...INTERVIEW, ...APPLYING].map((taps) => {
  const talk = candidate();
  const pending = taps.map((choice) => asked(talk.tap(choice))).at(-1) ?? "none";
  return { pending, stored: talk.stored() };
});

test("the two together ask every question that there is", () => {
  const all = [...pack.interview, ...pack.registration.questions].map(({ id }) => id);
  expect(new Set(OPEN.map(({ pending }) => pending))).toEqual(new Set(all));
});

describe.each(OPEN)("while $pending is asked", ({ pending, stored }) => {
  test.each(QUESTIONS)("%s is answered, and it is asked again", (text, topic) => {
    const talk = candidate(undefined, stored);
    const turn = talk.say(text);
    expect(turn.replies.map((reply) => reply.topic)[0]).toBe(topic);
    expect(turn.replies).toHaveLength(2);
    expect(asked(turn)).toBe(pending);
    expect(talk.stored()).toBe(stored);
  });

  test("不清楚 is an answer, or it is asked again", () => {
    const talk = candidate(undefined, stored);
    const turn = talk.say("不清楚");
    const answers: readonly unknown[] = pending === "target" ? ["all"] : [null];
    expect(answers.includes(talk.facts()[pending]) || asked(turn) === pending).toBe(true);
  });

  test("返回 takes back one answer at most", () => {
    const talk = candidate(undefined, stored);
    const before = Object.keys(talk.facts());
    talk.say("返回");
    expect(Object.keys(talk.facts())).toEqual(before.slice(0, -1));
  });
});

describe("a typed answer tells what was asked, and nothing else", () => {
  const TYPED: Readonly<Record<string, string>> = {
    age: "23岁",
    school: "大专",
    status: "毕业了",
    major: "电子商务",
    occupation: "网络编辑",
    work_years: "四年半",
    certificate: "四级",
    certificate_occupation: "互联网营销师",
    certificate_years: "3年",
    other_school: "本科",
    other_major: "网络与新媒体",
    title: "中级",
    title_years: "2年",
    applicant: "团体",
    level: "四级",
    direction: "视听运营",
    month: "11月",
  };
  test.each(OPEN.filter(({ pending }) => pending in TYPED))(
    "to $pending",
    ({ pending, stored }) => {
      const talk = candidate(undefined, stored);
      const before = talk.facts();
      talk.say(TYPED[pending] ?? "");
      const { [pending]: told, ...others } = talk.facts();
      expect(told).toBeTruthy();
      expect(others).toEqual(before);
    },
  );
});
