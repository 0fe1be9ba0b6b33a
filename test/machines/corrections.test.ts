import { describe, expect, test } from "vitest";
import {
  apply,
  ask,
  change,
  check,
  converse,
  notUnderstood,
  tap,
  type,
  unsure,
} from "./small-dialog.ts";

const BACK = { type: "BACK" } as const;
const RESTART = { type: "RESTART" } as const;
const MENU = { type: "MENU" } as const;
const CONFIRM = { type: "CONFIRM" } as const;
const CANCEL = { type: "CANCEL" } as const;
const APPLY = { type: "CONFIRM", of: "change" } as const;
const KEEP = { type: "CANCEL", of: "change" } as const;
const FORGET = { type: "FORGET" } as const;

const interview = () => converse(check(), tap({ level: "three" }));
const college = () => converse(check(), tap({ level: "three" }), tap({ school: "college" }));
const decided = () => converse(check(), tap({ level: "three" }), tap({ school: "primary" }));
const card = () => converse(apply(), tap({ applicant: "alone" }), tap({ month: "5" }));

describe("返回", () => {
  test("takes back the answer given last and asks for it again", () => {
    const talk = college();
    expect(talk.hear(BACK)).toEqual(["question school first"]);
    expect(talk.facts()).toEqual({ level: "three" });
    expect(talk.hear(BACK)).toEqual(["question level first"]);
    expect(talk.facts()).toEqual({});
  });

  test("at the first question leads to the menu", () => {
    const talk = converse(check());
    expect(talk.hear(BACK)).toEqual(["menu"]);
    expect(talk.state()).toBe("menu");
  });

  test("at the verdict opens the interview again", () => {
    const talk = decided();
    expect(talk.hear(BACK)).toEqual(["question school first"]);
    expect(talk.state()).toBe("eligibility.asking");
  });

  test("goes step by step through the registration", () => {
    const talk = card();
    expect(talk.hear(BACK)).toEqual(["question month first"]);
    expect(talk.hear(BACK)).toEqual(["question applicant first"]);
    expect(talk.hear(BACK)).toEqual(["menu"]);
  });

  test("takes back an answer of the task at hand, not of the other one", () => {
    const talk = interview();
    talk.hear(apply());
    talk.hear(tap({ applicant: "alone" }));
    talk.hear(check());
    talk.hear(BACK);
    expect(talk.facts()).toEqual({ applicant: "alone" });
  });

  test("while an answer is being changed keeps it", () => {
    const talk = college();
    talk.hear(change("level"));
    expect(talk.hear(BACK)).toEqual(["question major first"]);
    expect(talk.facts()).toEqual({ level: "three", school: "college" });
  });

  test("at the menu shows the menu", () => {
    expect(converse().hear(BACK)).toEqual(["menu"]);
  });
});

describe("重新开始", () => {
  test("empties the interview and asks its first question", () => {
    const talk = decided();
    expect(talk.hear(RESTART)).toEqual(["told restarted", "question level first"]);
    expect(talk.facts()).toEqual({});
  });

  test("empties the registration and asks its first question", () => {
    const talk = card();
    expect(talk.hear(RESTART)).toEqual(["told restarted", "question applicant first"]);
    expect(talk.facts()).toEqual({});
  });

  test("elsewhere leads to the menu, with nothing told", () => {
    const talk = decided();
    talk.hear(change());
    expect(talk.hear(RESTART)).toEqual(["told restarted", "menu"]);
    expect(talk.facts()).toEqual({});
  });

  test("ends a change that was begun", () => {
    const talk = interview();
    talk.hear(change("level"));
    talk.hear(RESTART);
    expect(talk.hear(tap({ level: "four" }))).toEqual(["question school first"]);
  });
});

describe("修改某一项", () => {
  test("asks for the named answer and goes on where it stood", () => {
    const talk = college();
    expect(talk.hear(change("level"))).toEqual(["question level first"]);
    expect(talk.facts()).toEqual({ level: "three", school: "college" });
    expect(talk.hear(tap({ level: "four" }))).toEqual(["preview"]);
    expect(talk.facts()).toEqual({ level: "three", school: "college" });
    expect(talk.hear(CONFIRM)).toEqual(["question major first"]);
    expect(talk.facts()).toEqual({ school: "college", level: "four" });
  });

  test("changes nothing where the candidate would rather not", () => {
    for (const no of [CANCEL, KEEP, BACK]) {
      const talk = college();
      talk.hear(change("level"));
      talk.hear(tap({ level: "four" }));
      expect(talk.hear(no)).toEqual(["told unchanged", "question major first"]);
      expect(talk.facts()).toEqual({ level: "three", school: "college" });
    }
  });

  test("shows what it would do again after whatever came between", () => {
    const talk = college();
    talk.hear(change("level"));
    talk.hear(tap({ level: "four" }));
    expect(talk.hear(ask("fee"))).toEqual(["answer fee", "preview"]);
    expect(talk.hear(notUnderstood)).toEqual(["unclear not_understood", "preview"]);
    expect(talk.hear(unsure)).toEqual(["unsure fee,phone", "preview"]);
    talk.hear(ask("phone"));
    expect(talk.hear(BACK)).toEqual(["preview"]);
    expect(talk.hear(APPLY)).toEqual(["question major first"]);
    expect(talk.facts()).toEqual({ school: "college", level: "four" });
  });

  test("asks nothing first where nothing falls away and no verdict moves", () => {
    const talk = college();
    expect(talk.hear(type({ level: "four" }))).toEqual(["noted level", "question major first"]);
    expect(talk.facts()).toEqual({ school: "college", level: "four" });
  });

  test("told anew by which another falls away is shown first", () => {
    const talk = college();
    talk.hear(tap({ major: "listed" }));
    expect(talk.hear(type({ school: "university" }))).toEqual(["preview"]);
    expect(talk.told()).toEqual(["level", "school", "major"]);
    expect(talk.hear(CONFIRM)).toEqual(["verdict"]);
    expect(talk.told()).toEqual(["level", "school"]);
  });

  test("is told otherwise while it is shown: the later one is shown", () => {
    const talk = college();
    talk.hear(tap({ major: "listed" }));
    talk.hear(type({ school: "university" }));
    expect(talk.hear(type({ school: "primary" }))).toEqual(["preview"]);
    talk.hear(CONFIRM);
    expect(talk.facts()).toEqual({ level: "three", school: "primary" });
  });

  test("at the verdict gives the verdict anew", () => {
    const talk = decided();
    talk.hear(change("level"));
    expect(talk.hear(tap({ level: "four" }))).toEqual(["preview"]);
    expect(talk.hear(CONFIRM)).toEqual(["verdict"]);
  });

  test("drops what hung on the changed answer, and asks for it again", () => {
    const talk = college();
    talk.hear(tap({ major: "listed" }));
    talk.hear(change("school"));
    expect(talk.hear(tap({ school: "university" }))).toEqual(["preview"]);
    expect(talk.hear(CONFIRM)).toEqual(["verdict"]);
    expect(talk.told()).toEqual(["level", "school"]);
    talk.hear(change("school"));
    talk.hear(tap({ school: "college" }));
    expect(talk.hear(CONFIRM)).toEqual(["question major first"]);
  });

  test("of the registration asks that question, from wherever it is heard", () => {
    const talk = card();
    talk.hear(check());
    expect(talk.hear(change("month"))).toEqual(["question month first"]);
    expect(talk.state()).toBe("registration.asking");
    expect(talk.told()).toEqual(["applicant"]);
  });

  test("without a name shows what was told", () => {
    const talk = decided();
    expect(talk.hear(change())).toEqual(["summary"]);
    expect(talk.hear(BACK)).toEqual(["verdict"]);
  });

  test("of something never told shows what was told", () => {
    expect(decided().hear(change("major"))).toEqual(["summary"]);
  });

  test("from the registration leads back to it", () => {
    const talk = card();
    talk.hear(change());
    expect(talk.hear(BACK)).toEqual(["card"]);
  });

  test("with nothing told says so", () => {
    const talk = converse();
    expect(talk.hear(change())).toEqual(["told nothing_to_change"]);
    expect(talk.state()).toBe("menu");
  });

  test("in the middle of the interview with nothing told asks the open question again", () => {
    const talk = converse(check());
    expect(talk.hear(change())).toEqual(["told nothing_to_change", "question level again"]);
    expect(talk.state()).toBe("eligibility.asking");
  });
});

describe("a change and a deletion asked about at once", () => {
  const both = () => {
    const talk = college();
    talk.hear(change("level"));
    talk.hear(tap({ level: "four" }));
    talk.hear(FORGET);
    return talk;
  };

  test("a yes to the change applies it and deletes nothing", () => {
    const talk = both();
    expect(talk.hear(APPLY)).toEqual(["question major first"]);
    expect(talk.facts()).toEqual({ school: "college", level: "four" });
    expect(talk.state()).toBe("eligibility.asking");
  });

  test("a plain yes or no is said to the deletion, which was asked about last", () => {
    expect(both().hear(CONFIRM)).toEqual(["erase", "told forgotten", "menu"]);
    const talk = both();
    expect(talk.hear(CANCEL)).toEqual(["told kept", "preview"]);
    expect(talk.hear(CANCEL)).toEqual(["told unchanged", "question major first"]);
  });

  test("a late yes to a change that is done deletes nothing", () => {
    const talk = college();
    talk.hear(FORGET);
    expect(talk.hear(APPLY)).toEqual(["unclear nothing_asked", "question major again"]);
    expect(talk.facts()).toEqual({ level: "three", school: "college" });
  });
});

describe("what was told", () => {
  test("in free text is read back, a tapped choice is not", () => {
    expect(interview().hear(type({ school: "college" }))).toEqual([
      "noted school",
      "question major first",
    ]);
    expect(interview().hear(tap({ school: "college" }))).toEqual(["question major first"]);
  });

  test("ahead of its question is not asked any more", () => {
    const talk = converse(check({ level: "three", school: "college" }));
    expect(talk.hear(tap({ major: "listed" }))).toEqual(["verdict"]);
  });

  test("survives the menu", () => {
    const talk = interview();
    expect(talk.hear(MENU)).toEqual(["menu"]);
    expect(talk.hear(check())).toEqual(["question school first"]);
  });
});
