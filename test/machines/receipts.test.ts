import { describe, expect, test } from "vitest";
import { apply, check, converse, reopen as anyReceipt, tap } from "./small-dialog.ts";

const reopen = {
  ...anyReceipt,
  receipt: { ...anyReceipt.receipt, facts: { level: "four", school: "none" } },
} as const;

const TAKE = { type: "TAKE" } as const;
const BACK = { type: "BACK" } as const;
const ANSWERED = [check(), tap({ level: "three" }), tap({ school: "college" })] as const;
const DECIDED = [...ANSWERED, tap({ major: "listed" })] as const;

describe("带走结果", () => {
  test("gives the receipt at the verdict, and stays there", () => {
    const talk = converse(...DECIDED);
    expect(talk.hear(TAKE)).toEqual(["receipt"]);
    expect(talk.state()).toBe("eligibility.verdict");
  });

  test("before the verdict says that there is none yet, and asks on", () => {
    const talk = converse(...ANSWERED);
    expect(talk.hear(TAKE)).toEqual(["told nothing_to_take", "question major again"]);
    expect(converse().hear(TAKE)).toEqual(["told nothing_to_take"]);
  });

  test("from the registration gives it too, once there is a verdict", () => {
    const talk = converse(...DECIDED, apply());
    expect(talk.hear(TAKE)).toEqual(["receipt", "question applicant again"]);
  });
});

describe("a receipt brought back", () => {
  test("replaces the answers of the self-assessment, and gives the verdict", () => {
    const talk = converse(...DECIDED, apply({ applicant: "alone" }));
    expect(talk.hear(reopen)).toEqual(["reopened", "verdict"]);
    expect(talk.state()).toBe("eligibility.verdict");
    expect(talk.facts()).toEqual({ applicant: "alone", level: "four", school: "none" });
  });

  test("is one step that 返回 takes back", () => {
    const talk = converse(...DECIDED, reopen);
    talk.hear(BACK);
    expect(talk.facts()).toEqual({ level: "three", school: "college", major: "listed" });
    expect(talk.state()).toBe("eligibility.verdict");
  });

  test("that leaves a question open under the rules of today has it asked", () => {
    const receipt = { ...reopen.receipt, facts: { level: "four", school: "college" } };
    const talk = converse();
    expect(talk.hear({ type: "REOPEN", receipt })).toEqual(["reopened", "question major first"]);
  });
});
