import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learn, stepBack } from "../../machines/facts.ts";
import type { FactValue, Facts } from "../../machines/words.ts";
import { guide } from "./small-dialog.ts";

const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.constantFrom("college", "primary"),
  fc.constant(null),
  fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
);
const facts: fc.Arbitrary<Facts> = fc
  .uniqueArray(fc.tuple(fc.constantFrom("level", "school", "major", "applicant"), value), {
    selector: ([question]) => question,
  })
  .map((told) => Object.freeze(Object.fromEntries(told)));

describe("learn()", () => {
  const known: Facts = { level: "three", school: "college", major: "listed" };

  test("adds what is new at the end", () => {
    expect(Object.entries(learn({ school: "primary" }, { level: "three" }, guide))).toEqual([
      ["school", "primary"],
      ["level", "three"],
    ]);
  });

  test("makes a changed answer the last one", () => {
    expect(Object.keys(learn(known, { level: "four" }, guide))).toEqual([
      "school",
      "major",
      "level",
    ]);
  });

  test("drops what hangs on a changed answer", () => {
    expect(learn(known, { school: "primary" }, guide)).toEqual({
      level: "three",
      school: "primary",
    });
    expect(learn(known, { school: null }, guide)).toEqual({ level: "three", school: null });
  });

  test("keeps what was told along with the change", () => {
    const told = { school: "university", major: "other" };
    expect(learn(known, told, guide)).toEqual({ level: "three", ...told });
  });

  test("keeps everything when the same is told again", () => {
    expect(learn(known, { school: "college" }, guide)).toEqual(known);
    const months: Facts = { school: [12, 24], major: "listed" };
    expect(learn(months, { school: [12, 24] }, guide)).toEqual(months);
  });

  test("takes “do not know” as an answer", () => {
    expect(learn({}, { school: null }, guide)).toEqual({ school: null });
  });

  test("knows all that was told, and nothing that was neither told nor known", () => {
    fc.assert(
      fc.property(facts, facts, (before, told) => {
        const after = learn(before, told, guide);
        expect(after).toMatchObject(told);
        expect({ ...before, ...told }).toMatchObject(after);
        const lost = Object.keys(before).filter((question) => !(question in after));
        expect(["", "major"]).toContain(lost.join());
      }),
    );
  });
});

describe("stepBack()", () => {
  test("takes the last of those that belong", () => {
    const known: Facts = { level: "three", applicant: "alone", school: "college", month: "5" };
    expect(stepBack({ facts: known }, (question) => !guide.isApplication(question)).facts).toEqual({
      level: "three",
      applicant: "alone",
      month: "5",
    });
    expect(stepBack({ facts: known }, (id) => id === "month").facts).not.toHaveProperty("month");
  });

  test("takes nothing where none belongs", () => {
    expect(stepBack({ facts: { level: "three" } }, () => false).facts).toEqual({ level: "three" });
  });

  test("undoes what was learned last", () => {
    fc.assert(
      fc.property(facts, value, (before, told) => {
        const after = learn(before, { month: told }, guide);
        expect(Object.entries(stepBack({ facts: after }, () => true).facts)).toEqual(
          Object.entries(before),
        );
      }),
    );
  });
});
