import fc from "fast-check";
import { initialTransition, transition } from "xstate";
import { expect, test } from "vitest";
import type {
  DialogEvent,
  Entities,
  Facts,
  FactValue,
  Receipt,
  Say,
} from "../../machines/words.ts";
import type { DialogSnapshot } from "../../src/dialog-state.ts";
import type { DialogStep } from "../../src/dialog-step.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

const { daytime, dialog, step, state, render } = assistant;
const months = fc.nat({ max: 600 });

const interviewFact = fc.constantFrom(...pack.interview).chain((question) => {
  const levels = pack.projects.levels.map(({ id }) => id);
  const typed: readonly fc.Arbitrary<FactValue>[] =
    question.type === "target"
      ? [fc.constantFrom(...levels, "all")]
      : [
          fc.constant(null),
          fc.constantFrom(...question.options.map(({ id }) => id)),
          ...(question.none === undefined ? [] : [fc.constant("none")]),
          ...(question.type === "age" || question.type === "duration"
            ? [fc.tuple(months), fc.tuple(months, months)]
            : [fc.constantFrom("电子商务", "网络编辑", "主播")]),
        ];
  return fc.tuple(fc.constant(question.id), fc.oneof(...typed));
});
const applicationFact = fc.constantFrom<[string, FactValue]>(
  ["applicant", "个人"],
  ["applicant", "团体"],
  ["level", "三级"],
  ["direction", "直播运营"],
  ["month", "5"],
  ["month", "12"],
);
const facts: fc.Arbitrary<Facts> = fc
  .array(fc.oneof(interviewFact, applicationFact), { maxLength: 4 })
  .map((told) => Object.fromEntries(told));

const answer = fc.constantFrom(...pack.answers.keys());
const entities: fc.Arbitrary<Entities> = fc.record(
  {
    level: fc.constantFrom(...pack.projects.levels.map(({ id }) => id)),
    direction: fc.constantFrom(...pack.projects.directions.map(({ id }) => id)),
    month: fc.integer({ min: 1, max: 12 }),
    month_role: fc.constantFrom("apply", "exam"),
  },
  { requiredKeys: [] },
);
const questions = [...pack.interview, ...pack.registration.questions].map(({ id }) => id);

const receipt: fc.Arbitrary<Receipt> = fc.record({
  facts: fc.array(interviewFact, { maxLength: 4 }).map((told) => Object.fromEntries(told)),
  issued: fc.constant("2026-05-01"),
  version: fc.constant(1),
  outcomes: fc.constant({ 四级: { verdict: "eligible", met: ["四级(3)"], unsure: ["四级(9)"] } }),
});

const event: fc.Arbitrary<DialogEvent> = fc.oneof(
  fc.record({
    type: fc.constant("ASK"),
    asks: fc.array(fc.record({ answer, entities }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constantFrom("CHECK", "APPLY"), facts }),
  fc.record({ type: fc.constant("TELL"), facts, readBack: fc.boolean() }),
  fc.record(
    { type: fc.constant("CHANGE"), question: fc.constantFrom(...questions, "unheard_of") },
    { requiredKeys: ["type"] },
  ),
  fc.record({
    type: fc.constant("UNSURE"),
    candidates: fc.uniqueArray(answer, { minLength: 1, maxLength: 3 }),
    entities,
  }),
  fc.record({
    type: fc.constant("UNCLEAR"),
    reason: fc.constantFrom(
      "empty",
      "too_long",
      "symbols_only",
      "not_understood",
      "bad_answer",
      "stale_choice",
      "unknown_choice",
      "nothing_asked",
      "receipt_tampered",
    ),
  }),
  fc.record({ type: fc.constant("REOPEN"), receipt }),
  fc.record({
    type: fc.constantFrom("BACK", "RESTART", "MENU", "FORGET", "CONFIRM", "CANCEL", "TAKE"),
  }),
);

test("any sequence of events is replied to, and the stored state carries the dialog on as XState would", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40, size: "max" }), (events) => {
      let [live] = initialTransition(dialog);
      let stored = state.freeze(live);
      for (const heard of events) {
        const { snapshot, carriedOver } = state.thaw(stored);
        expect(carriedOver).toBe(false);
        const [afterLive, replies] = take((...at) => transition(dialog, ...at), live, heard);
        const [afterThaw, sameReplies] = take(step, snapshot, heard);
        expect(replies.length).toBeGreaterThan(0);
        for (const { text } of replies) expect(text.trim()).not.toBe("");
        expect(sameReplies).toEqual(replies);
        live = afterLive;
        stored = state.freeze(live);
        expect(state.freeze(afterThaw)).toBe(stored);
        expect(state.freeze(state.thaw(stored).snapshot)).toBe(stored);
      }
    }),
    { numRuns: 200 },
  );
});

function take(by: DialogStep, snapshot: DialogSnapshot, heard: DialogEvent) {
  const [next, actions] = by(snapshot, heard);
  const says = actions.flatMap(({ type, params }) =>
    type === "say" ? (params as readonly Say[]) : [],
  );
  return [next, render(says, next.context, daytime(AT))] as const;
}
