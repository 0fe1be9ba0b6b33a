import { describe, expect, test } from "vitest";
import type { Facts } from "../machines/words.ts";
import { createAssistant } from "../src/assistant.ts";
import { AT, asked, assistant, candidate } from "./quanmeiti-assistant.ts";
import { learned, pack, prepared } from "./quanmeiti-pack.ts";

/** What candidates answer, by question; whatever is not here they do not know. */
const INTERVIEWS: Readonly<Record<string, Facts>> = {
  "a graduate of a listed major": {
    target: "all",
    age: "over",
    school: "专科",
    status: "graduated",
    major: "listed",
    occupation: "none",
    certificate: "none",
  },
  "a worker with a certificate and everything else": {
    target: "all",
    age: "over",
    school: "中等职业学校",
    status: "graduated",
    major: "unlisted",
    occupation: "related",
    work_years: "under_5",
    certificate: "四级",
    certificate_occupation: "related",
    certificate_years: "from_3",
    "certificate.2": "none",
    "school.2": "none",
    "occupation.2": "none",
    title: "junior",
    title_years: "from_1",
  },
  "one under age": { target: "四级", age: "under" },
  "one who knows nothing": { target: "三级" },
};
/** As many things as are asked for. */
const SEVERAL: Facts = {
  target: "all",
  occupation: "related",
  work_years: "under_5",
  school: "中等职业学校",
  status: "graduated",
  major: "unlisted",
  "school.2": "专科",
  "major.2": "unlisted",
  "school.3": "本科",
  "major.3": "unlisted",
  "occupation.2": "related",
  "work_years.2": "under_5",
  "occupation.3": "related",
  "work_years.3": "under_5",
  certificate: "四级",
  certificate_occupation: "related",
  certificate_years: "from_3",
  "certificate.2": "五级",
  "certificate_occupation.2": "related",
  "certificate_years.2": "under_3",
  "certificate.3": "五级",
  "certificate_occupation.3": "related",
  "certificate_years.3": "under_3",
  age: "over",
};
const OPENING = ["do:self_check", "tell:target=三级", "tell:occupation=none", "tell:school=专科"];
const TYPED = "资格自测 三级 网络编辑 四年半 大专 毕业了 电子商务 四级 互联网营销师 23岁".split(
  " ",
);

describe("what is stored", () => {
  for (const [who, answers] of Object.entries(INTERVIEWS))
    test(`of the interview of ${who} is small`, () => {
      const { sizes, ended, facts } = interview(answers);
      expect(ended).toBe("eligibility.verdict");
      expect(facts).toMatchObject(answers);
      expect(median(sizes)).toBeLessThanOrEqual(256);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(512);
    });

  test("of an interview with several of everything is at most a kilobyte", () => {
    const { sizes, ended, facts } = interview(SEVERAL);
    expect(ended).toBe("eligibility.verdict");
    expect(facts).toEqual(SEVERAL);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024);
  });

  test("of an interview in typed words is small", () => {
    const talk = candidate();
    const sizes = TYPED.map((text) => {
      talk.say(text);
      return Buffer.byteLength(talk.stored());
    });
    expect(Object.keys(talk.facts()).length).toBeGreaterThanOrEqual(7);
    expect(median(sizes)).toBeLessThanOrEqual(256);
  });

  test("is where the dialog stands and what was told, not what was said", () => {
    const talk = candidate();
    for (const choice of OPENING.slice(0, 3)) talk.tap(choice);
    const before = talk.stored();
    talk.say("三级多少钱，顺便说一句我叫王小明");
    const { l: last, ...rest } = JSON.parse(talk.stored() ?? "") as { l: unknown };
    expect(JSON.stringify(rest)).toBe(before);
    expect(last).toEqual(["fee.overview", { level: "三级" }]);
  });

  test("is read by a fresh process as it was written", () => {
    const { talk } = interview(INTERVIEWS["a graduate of a listed major"] ?? {});
    const other = createAssistant(prepared, () => AT);
    expect(other.describe(talk.stored())).toEqual(assistant.describe(talk.stored()));
    expect(other.state.freeze(other.state.thaw(talk.stored()).snapshot)).toBe(talk.stored());
  });
});

describe("a state of an older version", () => {
  const newerPack = createAssistant(
    { pack: { ...pack, meta: { ...pack.meta, version: 2 } }, learned },
    () => AT,
  );
  const halfway = () => {
    const talk = candidate();
    for (const choice of OPENING) talk.tap(choice);
    return talk.stored();
  };
  const FACTS = { target: "三级", occupation: "none", school: "专科" };

  test("of the pack is carried over by its facts, and the candidate is told once", () => {
    const talk = candidate(newerPack, halfway());
    expect(talk.facts()).toEqual(FACTS);
    const first = talk.tap("do:self_check");
    expect(first.replies[0]?.answer).toBe("dialog.carried_over");
    expect(asked(first)).toBe("status");
    expect(talk.facts()).toEqual(FACTS);
    const next = talk.tap("tell:status=graduated");
    expect(next.replies.map(({ answer }) => answer)).not.toContain("dialog.carried_over");
  });

  test("of the dialog is carried over by its facts, and the candidate is told", () => {
    const old = rewrite(halfway(), {
      v: "0 quanmeiti-2026@1",
      s: "interview.gone",
      a: "elsewhere",
    });
    const talk = candidate(assistant, old);
    expect(talk.say("三级多少钱").replies.map(({ answer }) => answer)).toEqual([
      "dialog.carried_over",
      "fee.overview",
    ]);
    expect(talk.facts()).toEqual(FACTS);
  });

  test("of another notice is carried over too", () => {
    const other = { ...pack, meta: { ...pack.meta, id: "quanmeiti-2027" } };
    const talk = candidate(
      createAssistant({ pack: other, learned }, () => AT),
      halfway(),
    );
    expect(talk.facts()).toEqual(FACTS);
    expect(talk.tap("do:self_check").replies[0]?.answer).toBe("dialog.carried_over");
  });

  test("loses the questions that are no longer asked, and what stood open", () => {
    const facts = { ...FACTS, shoe_size: "42", applicant: "个人" };
    const old = rewrite(halfway(), { v: "0 older@1", f: facts, q: "shoe_size", c: "conduct.gone" });
    const talk = candidate(assistant, old);
    expect(talk.facts()).toEqual({ ...FACTS, applicant: "个人" });
    expect(asked(talk.tap("do:self_check"))).toBe("status");
    expect(talk.stored()).not.toContain("shoe_size");
    expect(talk.stored()).not.toContain("conduct.gone");
  });

  test("with answers that are no longer offered still leads to a verdict", () => {
    const facts = { target: "五级", age: "ancient", school: "gone", status: [1, 2], major: null };
    const talk = candidate(assistant, rewrite(halfway(), { v: "0 older@1", f: facts }));
    const { ended } = answerAll(talk, {});
    expect(ended).toBe("eligibility.verdict");
  });

  test("without any fact begins anew in silence", () => {
    const talk = candidate(newerPack, candidateAtMenu());
    expect(talk.tap("do:menu").replies.map(({ answer }) => answer)).toEqual(["dialog.menu"]);
  });
});

describe("a state in which this dialog cannot stand, although of this version", () => {
  test.each([
    ["a place that is gone", { s: "interview.gone" }],
    ["a half place", { s: "eligibility" }],
    ["an aside that is gone", { a: "gone" }],
    ["an open question that is gone", { q: "shoe_size" }],
  ])("with %s is carried over by its facts", (_, change) => {
    const halfway = candidate();
    halfway.tap("do:self_check");
    halfway.tap("tell:target=三级");
    const talk = candidate(assistant, rewrite(halfway.stored(), change));
    const turn = talk.say("资格自测");
    expect(talk.facts()).toEqual({ target: "三级" });
    expect(asked(turn)).toBe("occupation");
  });
});

/** Goes through the interview by tapping. */
function interview(answers: Facts) {
  const talk = candidate();
  return { talk, ...answerAll(talk, answers), facts: talk.facts() };
}

function answerAll(talk: ReturnType<typeof candidate>, answers: Facts) {
  let turn = talk.tap("do:self_check");
  const sizes = [Buffer.byteLength(talk.stored())];
  for (let question = asked(turn); question !== undefined; question = asked(turn)) {
    turn = talk.tap(`tell:${question}=${String(answers[question] ?? "?")}`);
    expect(turn.event).toBe("TELL");
    sizes.push(Buffer.byteLength(talk.stored()));
  }
  return { sizes, ended: turn.state };
}

function rewrite(stored: string, change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(stored) as object), ...change });
}

function candidateAtMenu(): string {
  const talk = candidate();
  talk.tap("do:menu");
  return talk.stored();
}

function median(sizes: readonly number[]): number {
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? NaN;
}
