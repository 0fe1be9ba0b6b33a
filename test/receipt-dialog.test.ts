import { describe, expect, test } from "vitest";
import { createAssistant } from "../src/assistant.ts";
import type { Pack } from "../src/knowledge/pack.ts";
import type { Turn } from "../src/message.ts";
import { AT, candidate } from "./quanmeiti-assistant.ts";
import { learned, pack } from "./quanmeiti-pack.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const SITE = "https://wenkao.example/";

const assistantOf = (of: Pack = pack, secret = SECRET) =>
  createAssistant({ pack: of, learned }, () => AT, { secret, site: () => SITE });
const assistant = assistantOf();

/** Someone who may take level four: 大专 in a listed major. */
function assessed() {
  const who = candidate(assistant);
  who.say("大专电商应届，四级能考吗");
  who.say("23岁");
  return who;
}

function codeIn({ replies }: Turn): string {
  return /代码：([\w-]+)/u.exec(replies[0]?.text ?? "")?.[1] ?? "";
}
const answers = ({ replies }: Turn) => replies.map(({ answer }) => answer);
const words = ({ replies }: Turn) => replies.map(({ text }) => text).join("\n");

describe("at the verdict", () => {
  test("the result can be taken along as a code and a link", () => {
    const who = assessed();
    expect(who.offered()).toContain("do:receipt");
    const taken = who.tap("do:receipt");
    expect(answers(taken)).toEqual(["eligibility.receipt"]);
    const url = `https://wenkao.example/r#${codeIn(taken)}`;
    expect(taken.replies[0]?.links).toEqual([{ label: pack.wording.receipt_link, url }]);
    expect(words(taken)).toContain("2026-12-31");
    expect(codeIn(who.say("结果单"))).toBe(codeIn(taken));
    expect(taken.state).toBe("eligibility.verdict");
  });

  test("it cannot when the notice is over", () => {
    const over = createAssistant(
      {
        pack: { ...pack, meta: { ...pack.meta, valid: { from: "2026-01-01", to: "2026-05-19" } } },
        learned,
      },
      () => AT,
    );
    const who = candidate(over, assessed().stored());
    expect(words(who.say("带走结果"))).toContain(pack.wording.receipt_too_late);
  });
});

describe("a code, or the link, as a message", () => {
  const who = assessed();
  const code = codeIn(who.tap("do:receipt"));
  const facts = who.facts();

  test.each([
    code,
    `https://wenkao.example/r#${code}`,
    `我的结果：https://wenkao.example/r#${code} 帮我看看`,
    `  ${code}。`,
  ])("is opened by a conversation of its own: %s", (text) => {
    const other = candidate(assistant);
    const opened = other.say(text);
    expect(answers(opened)).toEqual(["eligibility.reopened", "eligibility.verdict"]);
    expect(words(opened)).toContain("2026-05-20");
    expect(words(opened)).toContain("【四级】符合申报条件");
    expect(words(opened)).toContain("结论没有变化");
    expect(other.facts()).toEqual(facts);
  });

  test("replaces what was told before, and 返回 brings that back", () => {
    const other = candidate(assistant);
    other.say("我初中毕业，四级能考吗");
    const before = other.facts();
    other.say(code);
    expect(other.facts()).toEqual(facts);
    other.say("返回");
    expect(other.facts()).toEqual(before);
  });

  test("that was tampered with is refused, and nothing changes", () => {
    const other = candidate(assistant);
    other.say("我初中毕业，四级能考吗");
    const before = other.stored();
    const flipped = code.startsWith("A") ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    for (const text of [flipped, code.slice(0, -1), "https://wenkao.example/r#", `/r#${code}x`]) {
      const refused = other.say(text);
      expect(answers(refused)[0]).toBe("dialog.receipt_tampered");
      expect(words(refused)).toContain(pack.wording.unclear_receipt_tampered);
      expect(other.stored()).toBe(before);
    }
  });

  test("of another secret is refused", () => {
    const other = candidate(assistantOf(pack, SECRET.toUpperCase()));
    expect(answers(other.say(code))).toEqual(["dialog.receipt_tampered"]);
  });

  test("of a notice that is over is refused", () => {
    const meta = { ...pack.meta, valid: { from: "2026-01-01", to: "2026-05-19" } };
    const other = candidate(assistantOf({ ...pack, meta }));
    expect(answers(other.say(code))).toEqual(["dialog.receipt_expired"]);
  });

  test("a long word that is no code is none", () => {
    const other = candidate(assistant);
    for (const text of ["a".repeat(80), "1234567890".repeat(6), "hello".repeat(12)])
      expect(words(other.say(text))).not.toContain(pack.wording.unclear_receipt_tampered);
  });
});

test("what the rules moved since is told: verdicts, and conditions met or no longer", () => {
  const code = codeIn(assessed().tap("do:receipt"));
  const other = candidate(assistantOf(withoutColleges()));
  const opened = words(other.say(code));
  expect(opened).toContain("第1版");
  expect(opened).toContain("按现在的第2版内容重新对照，和当时不一样的是");
  expect(opened).toContain("附件1 四级(3)：✓ 符合 → ✗ 不符合");
  expect(opened).not.toContain("结论没有变化");
});

/** A later version, in which the diploma of a 专科 is no way to level four. */
function withoutColleges(): Pack {
  const conditions = pack.eligibility.conditions.map((one) => {
    if (one.id !== "四级(3)" || !("diploma" in one.requires)) return one;
    const { diploma } = one.requires;
    const schools = diploma.schools.filter((school) => school !== "专科");
    return { ...one, requires: { ...one.requires, diploma: { ...diploma, schools } } };
  });
  return {
    ...pack,
    meta: { ...pack.meta, version: 2 },
    eligibility: { ...pack.eligibility, conditions },
  };
}
