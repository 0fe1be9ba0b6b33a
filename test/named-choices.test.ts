import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChoiceData } from "../src/channels/telegram/showing/choice-data.ts";
import { readChoice, writeChoice } from "../src/named-choices.ts";
import { PICK } from "../src/unanswered.ts";
import { candidate } from "./quanmeiti-assistant.ts";
import { pack } from "./quanmeiti-pack.ts";

const ids = (list: readonly { readonly id: string }[]) =>
  fc.constantFrom(...list.map(({ id }) => id));
const names = (list: readonly { readonly name: string }[]) =>
  fc.constantFrom(...list.map(({ name }) => name));
const entities = fc.record(
  {
    level: ids([...pack.projects.levels, ...pack.projects.other_levels]),
    direction: ids(pack.projects.directions),
    month: fc.integer({ min: 1, max: 12 }),
    month_role: fc.constantFrom("apply", "exam"),
    major: names([...pack.majors.listed, ...pack.majors.unlisted]),
    occupation: names([...pack.occupations.own, ...pack.occupations.unclear]),
    years: fc.double({ min: 0, max: 40 }),
  },
  { requiredKeys: [] },
);
const answer = fc.constantFrom(...pack.answers.keys());

describe("a choice that asks", () => {
  test("carries what was named", () => {
    const named = { level: "三级", month: 5 };
    const id = writeChoice(PICK, { answer: "fee.overview", entities: named }, pack);
    expect(id).toBe("pick:fee.overview;level=三级;month=5");
    expect(readChoice("fee.overview;level=三级;month=5", pack)).toEqual({
      answer: "fee.overview",
      entities: named,
    });
  });

  test("always fits into a button as it is, and comes back with nothing that was not named", () => {
    const data = createChoiceData([]);
    fc.assert(
      fc.property(answer, entities, (of, named) => {
        const id = writeChoice(PICK, { answer: of, entities: named }, pack);
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
        expect(Buffer.byteLength(data.write(id))).toBeLessThanOrEqual(64);
        expect(data.read(data.write(id))).toBe(id);
        const read = readChoice(id.slice(PICK.length), pack);
        expect(read?.answer).toBe(of);
        expect(named).toMatchObject(read?.entities ?? {});
      }),
      { numRuns: 500 },
    );
  });

  test("leaves out what does not fit, the direction before the month, and no month without its side", () => {
    const named = { level: "三级", direction: "直播运营", month: 5, month_role: "exam" };
    const write = (of: string) => writeChoice(PICK, { answer: of, entities: named }, pack);
    expect(write("timetable.month")).toBe(
      "pick:timetable.month;month=5;month_role=exam;level=三级",
    );
    expect(write("fee.overview")).toBe("pick:fee.overview;level=三级;month=5;month_role=exam");
    for (const of of pack.answers.keys())
      expect(write(of).includes("month=5")).toBe(write(of).includes("month_role=exam"));
  });

  test("carries the name that its answer is about before any other", () => {
    const named = { level: "四级", direction: "直播运营", major: "电子商务" };
    const id = writeChoice(PICK, { answer: "eligibility.major", entities: named }, pack);
    expect(pack.answers.get("eligibility.major")?.show).toEqual(["major"]);
    expect(id).toBe("pick:eligibility.major;major=电子商务;level=四级");
  });

  test("carries no name that the pack does not know: it would be refused", () => {
    const named = { level: "九级", major: "炼金术", direction: "", month: 13 };
    expect(writeChoice(PICK, { answer: "fee.overview", entities: named }, pack)).toBe(
      "pick:fee.overview",
    );
  });
});

describe("a choice is refused whose", () => {
  test.each([
    ["answer is unknown", "ask:fee.nothing;level=三级"],
    ["key is unknown", "ask:fee.overview;years=3"],
    ["key is one of every object", "ask:fee.overview;toString=1"],
    ["value is unknown", "ask:fee.overview;level=九级"],
    ["value is a fact", "pick:fee.overview;direction=400"],
    ["month is none", "ask:timetable.month;month=13"],
    ["month is no plain number", "ask:timetable.month;month=05"],
    ["side is none", "ask:timetable.month;month=5;month_role=both"],
    ["major was typed by hand", "ask:eligibility.major;major=炼金术"],
    ["key comes twice", "ask:fee.overview;level=三级;level=四级"],
    ["name is empty", "ask:fee.overview;"],
    ["value is empty", "ask:fee.overview;level="],
    ["value is missing", "ask:fee.overview;level"],
  ])("%s", (_, choice) => {
    const { replies } = candidate().tap(choice);
    expect(replies.map((reply) => reply.answer)).toEqual(["dialog.unknown_choice"]);
  });
});

describe("a tap on what was unsure", () => {
  test("is answered of the level that was named", () => {
    const talk = candidate();
    const [unsure] = talk.say("三级").replies;
    expect(unsure?.answer).toBe("dialog.unsure");
    const fee = unsure?.choices.find(({ id }) => id.startsWith("pick:fee.overview"));
    expect(fee?.id).toBe("pick:fee.overview;level=三级");
    const [reply] = talk.tap(fee?.id ?? "").replies;
    expect(reply?.answer).toBe("fee.overview");
    expect(reply?.text).toContain("直播运营三级：考务费500元");
    expect(reply?.text).not.toContain("400");
  });

  test("is what the next message goes on from", () => {
    const talk = candidate();
    talk.tap("pick:fee.overview;direction=直播运营;level=三级");
    const [reply] = talk.say("那四级呢").replies;
    expect(reply?.text).toContain("直播运营四级：考务费400元");
    expect(reply?.text).not.toContain("视听运营");
  });

  test("and a deep link may name more than a button holds", () => {
    const all = "ask:timetable.month;level=三级;direction=直播运营;month=5;month_role=exam";
    expect(candidate().tap(all).replies[0]?.text).toContain("想赶5月的评价，要在4月申报。");
  });
});
