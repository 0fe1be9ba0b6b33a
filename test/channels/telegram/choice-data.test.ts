import fc from "fast-check";
import { expect, test } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { createChoiceData } from "../../../src/channels/telegram/showing/choice-data.ts";
import { choiceIds } from "../../../src/choice-ids.ts";
import { AT, assistant, candidate } from "../../quanmeiti-assistant.ts";
import { learned, pack } from "../../quanmeiti-pack.ts";

const LONG = "中等职业学校".repeat(10);

test("any choice fits into a button and comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 120 })), (choices) => {
      const data = createChoiceData(choices);
      for (const choice of choices) {
        const written = data.write(choice);
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(64);
        expect(data.read(written)).toBe(choice);
      }
    }),
  );
});

test("a short choice travels as it is, and one of exactly 64 bytes too", () => {
  const data = createChoiceData([]);
  expect(data.write("tell:school=中等职业学校")).toBe("wk:tell:school=中等职业学校");
  expect(data.write("x".repeat(61))).toBe(`wk:${"x".repeat(61)}`);
  expect(data.write("x".repeat(62))).toMatch(/^wk#/u);
});

test("a long choice of an older pack comes back as no choice", () => {
  const gone = createChoiceData([]).read(createChoiceData([LONG]).write(LONG));
  expect(gone).toBeDefined();
  expect(candidate(assistant).tap(gone ?? "").replies[0]?.answer).toBe("dialog.unknown_choice");
});

test("a stale button with a long choice gets the dialog's answer to stale buttons", () => {
  const interview = pack.interview.map((question) =>
    question.id === "school"
      ? { ...question, options: [{ id: LONG, label: LONG, aliases: [] }] }
      : question,
  );
  const long = { ...pack, interview };
  const data = createChoiceData(choiceIds(long));
  const choice = data.read(data.write(`tell:school=${LONG}`)) ?? "";
  const stale = candidate(createAssistant({ pack: long, learned }, () => AT)).tap(choice);
  expect(stale.replies[0]?.answer).toBe("dialog.stale_choice");
});

test("another bot's data is not ours", () => {
  const data = createChoiceData([LONG]);
  for (const other of ["", "wk", "do:menu", "page:2", " wk:do:menu"])
    expect(data.read(other)).toBeUndefined();
});

test("every question, answer and command of the pack is among the choices that may be offered", () => {
  const ids = new Set(choiceIds(pack));
  expect(ids).toContain("do:menu");
  expect(ids).toContain("ask:fee.overview");
  expect(ids).toContain("change:school");
  expect(ids).toContain("tell:target=all");
  expect(ids).toContain("tell:month=5");
});
