import fc from "fast-check";
import { expect, test } from "vitest";
import { candidate } from "../quanmeiti-assistant.ts";

/** So many changes can be taken back one after the other. */
const DEEP = 3;

/** One thing a candidate does: answers the open question, or changes an answer; the numbers choose which and how. */
const doing = fc.record({
  changes: fc.boolean(),
  which: fc.nat({ max: 30 }),
  how: fc.nat({ max: 30 }),
});

type Talk = ReturnType<typeof candidate>;

/** Ends with ten years of work at under 16, which is refused and asked again. */
const REFUSED = [
  { changes: false, which: 0, how: 0 },
  { changes: false, which: 0, how: 0 },
  { changes: true, which: 0, how: 11 },
  { changes: true, which: 0, how: 1 },
  { changes: false, which: 0, how: 21 },
  { changes: false, which: 0, how: 0 },
  { changes: false, which: 0, how: 0 },
  { changes: false, which: 0, how: 13 },
  { changes: true, which: 2, how: 6 },
];

test("返回 restores what was told before exactly, three steps deep, after any answers and changes", () => {
  fc.assert(
    fc.property(fc.array(doing, { minLength: 1, maxLength: 14 }), (all) => {
      const talk = candidate();
      talk.tap("do:self_check");
      const before: object[] = [];
      for (const { changes, which, how } of all) {
        const facts = talk.facts();
        if (changes) change(talk, which, how);
        else pick(talk, "tell:", how);
        if (JSON.stringify(talk.facts()) !== JSON.stringify(facts)) before.push(facts);
      }
      for (const facts of before.toReversed().slice(0, DEEP)) {
        talk.say("返回");
        expect(talk.facts()).toEqual(facts);
      }
    }),
    { numRuns: 60, examples: [[REFUSED]] },
  );
});

test("不改了 and 返回 leave everything as it was while a change is shown", () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 8 }), doing, fc.boolean(), (all, last, back) => {
      const talk = candidate();
      talk.tap("do:self_check");
      for (const { how } of all) pick(talk, "tell:", how);
      const facts = talk.facts();
      if (!begin(talk, last.which, last.how)) return;
      expect(talk.facts()).toEqual(facts);
      talk.say(back ? "返回" : "不改了");
      expect(talk.facts()).toEqual(facts);
    }),
    { numRuns: 40 },
  );
});

/** Taps one of the choices of a kind that are offered. */
function pick(talk: Talk, kind: string, how: number): boolean {
  const choices = talk.offered().filter((id) => id.startsWith(kind));
  const choice = choices[how % choices.length];
  if (choice !== undefined) talk.tap(choice);
  return choice !== undefined;
}

/** Tells an answer anew; true where the change is shown first. */
function begin(talk: Talk, which: number, how: number): boolean {
  const told = Object.keys(talk.facts());
  const fact = told[which % told.length];
  if (fact === undefined) return false;
  talk.tap(`change:${fact}`);
  pick(talk, "tell:", how);
  return talk.offered().includes("do:apply");
}

function change(talk: Talk, which: number, how: number): void {
  if (begin(talk, which, how)) talk.tap("do:apply");
  else if (isAskedAnew(talk)) talk.say("返回"); // refused, as it contradicts another answer
}

/** Whether the open question is one that has an answer already. */
function isAskedAnew(talk: Talk): boolean {
  const told = Object.keys(talk.facts());
  return talk.offered().some((id) => told.some((fact) => id.startsWith(`tell:${fact}=`)));
}
