import { describe, expect, test } from "vitest";
import {
  apply,
  ask,
  badAnswer,
  check,
  converse,
  notUnderstood,
  tap,
  type,
  unsure,
} from "./small-dialog.ts";

const BACK = { type: "BACK" } as const;
const FORGET = { type: "FORGET" } as const;
const CONFIRM = { type: "CONFIRM" } as const;
const CANCEL = { type: "CANCEL" } as const;

const interview = () => converse(check(), tap({ level: "three" }));
const registration = () => converse(apply(), tap({ applicant: "alone" }));

describe("a question in the middle", () => {
  test("of the interview is answered first, then the open question comes again", () => {
    const talk = interview();
    expect(talk.hear(ask("fee"))).toEqual(["answer fee", "question school again"]);
    expect(talk.state()).toBe("eligibility.asking");
    expect(talk.facts()).toEqual({ level: "three" });
  });

  test("of the registration is answered first, then the open question comes again", () => {
    const talk = registration();
    expect(talk.hear(ask("fee"))).toEqual(["answer fee", "question month again"]);
    expect(talk.state()).toBe("registration.asking");
  });

  test("of a change is answered first, then the answer being changed is asked again", () => {
    const talk = converse(check(), tap({ level: "three" }), { type: "CHANGE", question: "level" });
    expect(talk.hear(ask("fee"))).toEqual(["answer fee", "question level again"]);
  });

  test("with two parts gets both answers in their order before the open question", () => {
    expect(interview().hear(ask("fee", "dates"))).toEqual([
      "answer fee",
      "answer dates",
      "question school again",
    ]);
  });

  test("loses nothing, however many there are", () => {
    const talk = interview();
    for (let asked = 0; asked < 20; asked += 1) talk.hear(ask("fee"));
    expect(talk.hear(tap({ school: "primary" }))).toEqual(["verdict"]);
    expect(talk.facts()).toEqual({ level: "three", school: "primary" });
  });

  test("is only answered where no question is open", () => {
    expect(converse().hear(ask("fee"))).toEqual(["answer fee"]);
    const decided = converse(check(), tap({ level: "three" }), tap({ school: "primary" }));
    expect(decided.hear(ask("fee"))).toEqual(["answer fee"]);
    expect(decided.state()).toBe("eligibility.verdict");
  });
});

describe("a message that is no answer", () => {
  test("brings the open question again", () => {
    expect(interview().hear(notUnderstood)).toEqual([
      "unclear not_understood",
      "question school again",
    ]);
    expect(interview().hear(unsure)).toEqual(["unsure fee,phone", "question school again"]);
    expect(interview().hear(CANCEL)).toEqual(["unclear nothing_asked", "question school again"]);
    expect(registration().hear(unsure)).toEqual(["unsure fee,phone", "question month again"]);
  });

  test("but was meant as one brings its hint", () => {
    expect(interview().hear(badAnswer)).toContain("question school hint");
    expect(registration().hear(badAnswer)).toContain("question month hint");
  });
});

describe("an answer that ends with a question of its own", () => {
  test("waits for it before the open question comes again", () => {
    const talk = interview();
    expect(talk.hear(ask("phone"))).toEqual(["answer phone"]);
    expect(talk.state()).toBe("eligibility.asking+clarifying");
    expect(talk.hear(ask("fee"))).toEqual(["answer fee", "question school again"]);
    expect(talk.state()).toBe("eligibility.asking");
  });

  test("may lead to another such question", () => {
    const talk = interview();
    talk.hear(ask("phone"));
    expect(talk.hear(ask("phone"))).toEqual(["answer phone"]);
    expect(talk.state()).toBe("eligibility.asking+clarifying");
  });

  test("is left by going on with the interview", () => {
    const talk = interview();
    talk.hear(ask("phone"));
    expect(talk.hear(tap({ school: "college" }))).toEqual(["question major first"]);
    expect(talk.state()).toBe("eligibility.asking");
  });

  test("is left by 返回, which takes no answer back", () => {
    const talk = interview();
    talk.hear(ask("phone"));
    expect(talk.hear(BACK).at(-1)).toMatch(/^question school/);
    expect(talk.state()).toBe("eligibility.asking");
    expect(talk.facts()).toEqual({ level: "three" });
  });
});

describe("the question whether to delete", () => {
  test("deletes nothing by itself", () => {
    const talk = interview();
    expect(talk.hear(FORGET)).toEqual(["told forget_confirm"]);
    expect(talk.state()).toBe("eligibility.asking+forgetting");
    expect(talk.facts()).toEqual({ level: "three" });
  });

  test("confirmed, deletes and leads to the menu", () => {
    const talk = interview();
    talk.hear(FORGET);
    expect(talk.hear(CONFIRM)).toEqual(["erase", "told forgotten", "menu"]);
    expect(talk.state()).toBe("menu");
    expect(talk.facts()).toEqual({});
  });

  test("refused, keeps everything and the open question comes again", () => {
    const talk = interview();
    talk.hear(FORGET);
    expect(talk.hear(CANCEL)).toEqual(["told kept", "question school again"]);
    expect(talk.state()).toBe("eligibility.asking");
    expect(talk.facts()).toEqual({ level: "three" });
  });

  test("is left by 返回, which takes no answer back", () => {
    const talk = interview();
    talk.hear(FORGET);
    expect(talk.hear(BACK).at(-1)).toMatch(/^question school/);
    expect(talk.state()).toBe("eligibility.asking");
    expect(talk.facts()).toEqual({ level: "three" });
  });

  test("counts no longer once something else was said", () => {
    for (const other of [ask("fee"), unsure, type({ school: "college" }), check(), apply()]) {
      const talk = interview();
      talk.hear(FORGET);
      talk.hear(other);
      expect(talk.hear(CONFIRM)).not.toContain("erase");
      expect(talk.told()).toContain("level");
    }
  });

  test("stands while a message was not understood", () => {
    const talk = interview();
    talk.hear(FORGET);
    talk.hear(notUnderstood);
    expect(talk.hear(CONFIRM)).toContain("erase");
  });
});
