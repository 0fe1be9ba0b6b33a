import { describe, expect, it } from "vitest";
import type { Entities } from "../../machines/words.ts";
import { createChooser, single, withoutOthers } from "../../src/understanding/choosing.ts";
import { createEntityFinder } from "../../src/understanding/entities.ts";
import { heldSurely } from "../../src/understanding/held.ts";
import { createNormaliser } from "../../src/understanding/normalise.ts";
import { onlySchool, status } from "../../src/understanding/story.ts";
import { learned, pack } from "../quanmeiti-pack.ts";
import { NAMED, TODAY } from "./named.ts";

const normalise = createNormaliser(pack.vocabulary, learned.spelling);
const find = createEntityFinder(pack);
const choose = createChooser(pack);

function named(text: string): Entities {
  const found = find(normalise(text), TODAY);
  const own = withoutOthers(found);
  const school = onlySchool(own, pack);
  const told = {
    school: school && own.text.slice(school.start, school.end).replace(PAPER, ""),
    status: status(own),
    certificate: single(heldSurely(own)),
  };
  const known = Object.entries(told).filter((one): one is [string, string] => one[1] !== undefined);
  return { ...choose(found), ...Object.fromEntries(known) };
}

const PAPER = /(?:毕业|学历|文凭|文化)$/u;

interface Count {
  right: number;
  found: number;
  wanted: number;
}

const counts = new Map<string, Count>();
const misses: string[] = [];
for (const [text, wanted] of NAMED) {
  const found = named(text);
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const count = counts.get(key) ?? { right: 0, found: 0, wanted: 0 };
    count.right += Number(wanted[key] === found[key]);
    count.found += Number(key in found);
    count.wanted += Number(key in wanted);
    counts.set(key, count);
    if (wanted[key] !== found[key])
      misses.push(`${text} | ${key}: ${wanted[key] ?? "-"} → ${found[key] ?? "-"}`);
  }
}

function f1({ right, found, wanted }: Count): number {
  return (2 * right) / (found + wanted);
}

const all = [...counts.values()].reduce((sum, one) => ({
  right: sum.right + one.right,
  found: sum.found + one.found,
  wanted: sum.wanted + one.wanted,
}));

describe("what is named in messages as candidates type them", () => {
  it("is found with an F1 of at least 95%", () => {
    const lines = [...counts].map(
      ([key, one]) =>
        `${key} F1 ${f1(one).toFixed(3)} precision ${(one.right / one.found).toFixed(3)} recall ${(one.right / one.wanted).toFixed(3)}`,
    );
    expect([f1(all) >= 0.95, ...(f1(all) >= 0.95 ? [] : [...lines, ...misses])]).toEqual([true]);
  });

  it.each([...counts])("%s with an F1 of at least 90%%", (key, count) => {
    const own = misses.filter((line) => line.includes(`| ${key}:`));
    expect([f1(count) >= 0.9, ...(f1(count) >= 0.9 ? [] : own)]).toEqual([true]);
  });

  it("in at least 150 messages, half of them with several names or none", () => {
    expect(NAMED.length).toBeGreaterThanOrEqual(150);
    const several = NAMED.filter(([, names]) => Object.keys(names).length !== 1);
    expect(several.length).toBeGreaterThanOrEqual(NAMED.length / 2);
    expect(new Set(NAMED.map(([text]) => text)).size).toBe(NAMED.length);
  });
});
