import { describe, expect, it } from "vitest";
import * as agreement from "./agreement-breakages.ts";
import { type Breakage, faultsOf } from "./broken-pack.ts";
import * as notice from "./notice-breakages.ts";
import { shapes } from "./shape-breakages.ts";

const slips: Breakage[] = [...Object.values(notice), ...Object.values(agreement)].flat();
/** Slips that nobody can see beside the other one: the same value, the same button, the one list that must be whole. */
const HIDDEN: readonly [shape: string, slip: string][] = [
  ["2026-13-31", "valid:"],
  ["self_chek", "开个头"],
  ["month: 13", "rows:"],
];
const isHidden = (shape: Breakage, slip: Breakage): boolean =>
  HIDDEN.some((places) => places[0] === shape.at && places[1] === slip.at);

/** Each slip stands with so many slips of shape, so far apart in their list that no two change the same text. */
const [PARTNERS, APART] = [2, 5];
const pairs = slips.flatMap((slip, index) =>
  Array.from({ length: PARTNERS }, (_, step) => shapes[(index + step * APART) % shapes.length])
    .filter((shape) => shape !== undefined)
    .filter((shape) => !isHidden(shape, slip))
    .map((shape): [Breakage, Breakage] => [shape, slip]),
);

const alone = new Map<Breakage, readonly string[]>();
function messages(breakage: Breakage): readonly string[] {
  const known = alone.get(breakage) ?? messagesOf(breakage);
  alone.set(breakage, known);
  return known;
}

function messagesOf(...changes: readonly Breakage[]): string[] {
  return faultsOf(...changes).map(({ file, message }) => `${file}: ${message}`);
}

describe("two slips in different places, one of shape", () => {
  it("are more than a hundred pairs", () => {
    expect(pairs.length).toBeGreaterThan(100);
  });

  it.each(pairs)("$0.at and $1.names: both are told, and nothing else", (shape, slip) => {
    const both = messagesOf(shape, slip);
    expect(both.toSorted()).toEqual([...messages(shape), ...messages(slip)].toSorted());
  });

  it.each(HIDDEN)("%s hides what is wrong at %s", (...places) => {
    const [shape, slip] = [shapes, slips].map((list, index) =>
      list.filter(({ at }) => at === places[index]),
    );
    expect([shape?.length, slip?.length]).toEqual([1, 1]);
    const told = messagesOf(...(shape ?? []), ...(slip ?? []));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(shape?.[0]?.names);
  });
});
