import { describe, expect, test } from "vitest";
import { parseFactId } from "../src/fact-ids.ts";
import { factIds } from "../src/rules/asked.ts";
import { asked, candidate } from "./quanmeiti-assistant.ts";
import { pack } from "./quanmeiti-pack.ts";

/** Answers that lead through as many questions as there are: one with several of everything, one with a title. */
const SEVERAL = [
  "tell:target=all",
  "tell:occupation=related",
  "tell:work_years=under_5",
  "tell:school=中等职业学校",
  "tell:status=graduated",
  "tell:major=unlisted",
  "tell:school.2=专科",
  "tell:major.2=unlisted",
  "tell:school.3=本科",
  "tell:major.3=unlisted",
  "tell:occupation.2=related",
  "tell:work_years.2=under_5",
  "tell:occupation.3=related",
  "tell:work_years.3=under_5",
  "tell:certificate=四级",
  "tell:certificate_occupation=related",
  "tell:certificate_years=from_3",
  "tell:certificate.2=五级",
  "tell:certificate_occupation.2=related",
  "tell:certificate_years.2=under_3",
  "tell:certificate.3=五级",
  "tell:certificate_occupation.3=related",
  "tell:certificate_years.3=under_3",
  "tell:age=over",
];
const TITLED = [
  "tell:target=三级",
  "tell:occupation=none",
  "tell:school=普通高中",
  "tell:status=graduated",
  "tell:school.2=none",
  "tell:certificate=none",
  "tell:title=junior",
  "tell:title_years=from_1",
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

const stepsOf = (first: string, taps: readonly string[]) =>
  taps.map((_, told) => [first, ...taps.slice(0, told)]);
const STEPS = [
  ...stepsOf("do:self_check", SEVERAL),
  ...stepsOf("do:self_check", TITLED),
  ...stepsOf("do:register", REGISTRATION),
];
const OPEN = STEPS.map((taps) => {
  const talk = candidate();
  const pending = taps.map((choice) => asked(talk.tap(choice))).at(-1) ?? "none";
  return { pending, stored: talk.stored() };
}).filter(({ pending }, at, all) => all.findIndex((one) => one.pending === pending) === at);

/** What is stored, but for the question in between, which is remembered as the last. */
function withoutLast(stored: string | undefined): string {
  return JSON.stringify({ ...(JSON.parse(stored ?? "{}") as object), l: undefined });
}

test("all together ask every question that there is, of further things too", () => {
  const once = pack.interview.filter((question) => question.once).map(({ id }) => id);
  const interview = factIds(pack.interview).filter(
    (fact) => !once.includes(parseFactId(fact).question) || once.includes(fact),
  );
  const all = [...interview, ...pack.registration.questions.map(({ id }) => id)];
  expect(new Set(OPEN.map(({ pending }) => pending))).toEqual(new Set(all));
});

describe.each(OPEN)("while $pending is asked", ({ pending, stored }) => {
  test.each(QUESTIONS)("%s is answered, and it is asked again", (text, topic) => {
    const talk = candidate(undefined, stored);
    const turn = talk.say(text);
    expect(turn.replies.map((reply) => reply.topic)[0]).toBe(topic);
    expect(turn.replies).toHaveLength(2);
    expect(asked(turn)).toBe(pending);
    expect(withoutLast(talk.stored())).toBe(stored);
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
    "school.2": "本科",
    "major.2": "网络与新媒体",
    "school.3": "自考本科",
    "major.3": "会计",
    "occupation.2": "营销员",
    "work_years.2": "两年三个月",
    "occupation.3": "做直播运营",
    "work_years.3": "2019年3月到2020年5月",
    "certificate.2": "五级",
    "certificate_occupation.2": "营销员",
    "certificate_years.2": "11个月",
    "certificate.3": "三级",
    "certificate_occupation.3": "全媒体运营师",
    "certificate_years.3": "1年",
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
