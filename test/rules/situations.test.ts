import { describe, expect, it } from "vitest";
import type { Facts } from "../../machines/words.ts";
import { createFactReader } from "../../src/rules/facts.ts";
import { examine } from "../../src/rules/eligibility.ts";
import { ALL_LEVELS, createGuide, targetLevels } from "../../src/rules/guide.ts";
import { situations } from "../../src/rules/situations.ts";
import { names, pack } from "../quanmeiti-pack.ts";
import { interviewed, randomForms, remembering } from "./forms.ts";

const guide = remembering(createGuide(pack, names));
const read = createFactReader(pack.interview, names);
const TARGETS = [ALL_LEVELS, ...pack.projects.levels.map(({ id }) => id)];
const A_WHILE = 180_000;

/** What is as yet open counts as not met, as it does when an interview ends. */
function verdicts(facts: Facts): string {
  const who = read(facts);
  return targetLevels(pack, facts)
    .map((level) => examine(pack, level, who).whole.low)
    .join();
}

/** Compares the interview with the whole form, for each target. */
function disagreements(forms: Iterable<Facts>): { wrong: string[]; count: number; asked: number } {
  const wrong: string[] = [];
  let [count, asked] = [0, 0];
  for (const form of forms)
    for (const target of TARGETS) {
      const known = interviewed(guide, target, form);
      count++;
      asked += Object.keys(known).length;
      if (verdicts(known) !== verdicts({ ...form, target }))
        wrong.push(`${JSON.stringify(form)} but asked ${JSON.stringify(known)}`);
    }
  return { wrong, count, asked };
}

function report(what: string, { count, asked }: ReturnType<typeof disagreements>): void {
  const mean = (asked / count).toFixed(2);
  process.stdout.write(`${what}: ${count} interviews, ${mean} questions each\n`);
}

describe("the interview reaches the verdict of the whole form", () => {
  it(
    "in every situation that the rules tell apart",
    () => {
      const forms = situations([pack]);
      expect(forms.length).toBeGreaterThan(2000);
      const found = disagreements(forms);
      report(`${forms.length} situations`, found);
      expect(found.wrong.slice(0, 5)).toEqual([]);
    },
    A_WHILE,
  );

  it(
    "for ten thousand people of any kind",
    () => {
      const found = disagreements(randomForms(10_000, 2026));
      report("10000 at random", found);
      expect(found.wrong.slice(0, 5)).toEqual([]);
    },
    A_WHILE,
  );
});

describe("situations", () => {
  const ended = (form: Facts): string => {
    const who = read(form);
    return pack.projects.levels
      .map(({ id }) => {
        const { requirements, conditions } = examine(pack, id, who);
        return [...requirements, ...conditions.map(({ finding }) => finding)]
          .map(({ low }) => low)
          .join("");
      })
      .join(" ");
  };

  it("are whole forms: nothing is open any more", () => {
    for (const form of situations([pack]))
      for (const { id } of pack.projects.levels) {
        const { whole } = examine(pack, id, read(form));
        expect([whole.low, form]).toEqual([whole.high, form]);
      }
  });

  it("end in every way that any of ten thousand people ends", () => {
    const known = new Set(situations([pack]).map(ended));
    const strange = [...randomForms(10_000, 7)].filter((form) => !known.has(ended(form)));
    expect(strange).toEqual([]);
  });

  it("have one between two figures, where one pack asks for five years and the other for six", () => {
    const [first, ...others] = pack.eligibility.conditions;
    if (!first) throw new Error("no condition");
    const six = { ...first, requires: { work: { years: 6, occupations: ["own" as const] } } };
    const other = {
      ...pack,
      eligibility: { ...pack.eligibility, conditions: [six, ...others] },
    };
    const worked = situations([pack, other]).map(({ work_years: years }) => JSON.stringify(years));
    expect(worked).toContain("[60,60]");
    expect(worked).toContain("[72,72]");
  });
});
