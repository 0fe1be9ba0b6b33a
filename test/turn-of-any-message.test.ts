import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/knowledge/schemas/wording.ts";
import { MAX_TEXT, replySchema } from "../src/message.ts";
import { advance } from "../src/turn.ts";
import { AT, assistant } from "./quanmeiti-assistant.ts";
import { pack } from "./quanmeiti-pack.ts";

/** A message: words typed, one of the choices offered last, or the id of one that never was. */
type Move = { readonly text: string } | { readonly pick: number } | { readonly choice: string };

const anyUnicode = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)), // lone surrogates too
);
const WITHOUT_WORDS = [
  "",
  " ",
  "？？",
  "😀😀",
  "\u0000\u0007",
  "考".repeat(MAX_TEXT + 1),
  "a".repeat(4000),
];
const command = fc.constantFrom(...Object.values(pack.vocabulary.commands).flat());
const known = fc.constantFrom(
  ...pack.vocabulary.unknown,
  ...pack.vocabulary.none,
  ...[...pack.answers.values()].flatMap(({ examples }) => examples),
  ...pack.interview.flatMap(({ options }) =>
    options.flatMap(({ label, aliases }) => [label, ...aliases]),
  ),
  "我大专电商毕业三年了能考三级吗",
  "23岁",
  "五年半",
  "4年11个月",
  "网络编辑",
  "改学历",
  "不对，是中专",
  ...WITHOUT_WORDS,
);
const text = fc.oneof(
  { weight: 3, arbitrary: known },
  { weight: 2, arbitrary: command },
  { weight: 2, arbitrary: anyUnicode },
  { weight: 1, arbitrary: fc.tuple(known, anyUnicode).map((parts) => parts.join("")) },
);
const questions = [...pack.interview, ...pack.registration.questions].map(({ id }) => id);
const odd = fc.oneof(
  fc.constantFrom(
    "",
    "?",
    "none",
    "all",
    "__proto__",
    "constructor",
    "toString",
    "三级",
    "13",
    "=",
  ),
  fc.constantFrom(...questions, ...pack.answers.keys()),
  anyUnicode,
);
const verb = fc.constantFrom("ask", "do", "change", "tell", "TELL");
const forged = fc.oneof(
  anyUnicode,
  fc.tuple(verb, odd).map((p) => p.join(":")),
  fc.tuple(odd, odd).map(([question, value]) => `tell:${question}=${value}`),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ text }) },
  { weight: 4, arbitrary: fc.record({ pick: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ choice: forged }) },
);

const INTERVIEW = assistant.state.freeze(
  advance(assistant, undefined, { body: { choice: "do:self_check" }, at: AT }).next,
);

/** As much as everything that can be told comes to; a message's own words are not in it. */
const MOST_STORED = 1024;

test(
  "any sequence of texts and choices is replied to, in a state that stays small",
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30, size: "max" }), (moves) => {
        let stored: string | undefined;
        let offered = ["do:self_check"];
        for (const one of moves) {
          const body = "pick" in one ? { choice: offered[one.pick % offered.length] ?? "" } : one;
          const { next, turn } = advance(assistant, stored, { body, at: AT });
          expect(turn.replies.length).toBeGreaterThan(0);
          for (const reply of turn.replies) {
            expect(replySchema.parse(reply)).toEqual(reply);
            expect(reply.text.trim()).not.toBe("");
          }
          stored = assistant.state.freeze(next);
          expect(Buffer.byteLength(stored)).toBeLessThanOrEqual(MOST_STORED);
          const choices = turn.replies.flatMap((reply) => reply.choices.map(({ id }) => id));
          if (choices.length > 0) offered = choices;
        }
      }),
      { numRuns: 200 },
    );
  },
);

test("a choice that the pack does not know is refused, and changes nothing", () => {
  const names = new Set<string>([...questions, ...pack.answers.keys(), ...COMMANDS]);
  const unknown = fc.oneof(
    odd.filter((id) => !names.has(id)).chain((id) => verb.map((prefix) => `${prefix}:${id}`)),
    fc
      .tuple(fc.constantFrom(...questions), anyUnicode)
      .map((pair) => `tell:${pair.join("=gone ")}`),
    anyUnicode,
  );
  fc.assert(
    fc.property(unknown, (choice) => {
      const { next, turn } = advance(assistant, INTERVIEW, { body: { choice }, at: AT });
      expect(turn.event).toBe("UNCLEAR");
      expect(assistant.state.freeze(next)).toBe(INTERVIEW);
    }),
    { numRuns: 500 },
  );
});

test("a choice that was offered is always understood while its question is open", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 25, size: "max" }), (picks) => {
      let stored: string | undefined;
      let offered = ["do:self_check"];
      for (const pick of picks) {
        const choice = offered[pick % offered.length] ?? "";
        const { next, turn } = advance(assistant, stored, { body: { choice }, at: AT });
        expect([choice, turn.event]).not.toEqual([choice, "UNCLEAR"]);
        stored = assistant.state.freeze(next);
        const choices = turn.replies.findLast((reply) => reply.choices.length > 0)?.choices;
        if (choices) offered = choices.map(({ id }) => id);
      }
    }),
    { numRuns: 200 },
  );
});
