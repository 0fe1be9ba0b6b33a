import type { Profile } from "../../src/profile.ts";
import { COARSE } from "./coarse.ts";
import { FINE, type Part } from "./fine.ts";

/** Of two dimensions that have more fine combinations than this, one is coarse. */
const MANY = 22_000;
/** Someone whom 二(一) lets through and no clause. */
const PLAIN: Profile = { age: 30, highest_education: "高中" };
const PLAIN_KEYS = ["age", "highest_education"] as const;

/** Every combination of the coarse values of all dimensions. */
function* coarseProfiles(from = 0, sofar: Profile = {}): Generator<Profile> {
  const [values, last] = [COARSE[from] ?? [], from === COARSE.length - 1];
  for (const value of values) {
    const profile = { ...sofar, ...value };
    if (last) yield profile;
    else yield* coarseProfiles(from + 1, profile);
  }
}

/** Every pair of values of every two dimensions, all else plain. */
function* pairedProfiles(): Generator<Profile> {
  for (const [one, fine] of FINE.entries())
    for (const [other, finer] of FINE.entries()) {
      const few = fine.length * finer.length <= MANY;
      if (one === other || (few && one > other)) continue;
      yield* crossed([one, fine], [other, few ? finer : (COARSE[other] ?? [])]);
    }
}

type Dimension = readonly [index: number, values: readonly Part[]];

function* crossed([one, values]: Dimension, [other, others]: Dimension): Generator<Profile> {
  const plain = { ...PLAIN };
  // A value that leaves its key out must not find the plain one there.
  for (const index of [one, other]) {
    const key = PLAIN_KEYS[index];
    if (key !== undefined) delete plain[key];
  }
  for (const value of values) for (const more of others) yield { ...plain, ...value, ...more };
}

/** What one dimension is varied before: a clause that asks for two things turns on one at a time. */
const BACKGROUNDS: readonly Profile[] = [
  { ...PLAIN, work: [{ match: "own", years: 10 }] },
  { ...PLAIN, certificates: [{ level: "四级", match: "own", years_worked_after: 0 }] },
  {
    ...PLAIN,
    education: [{ school_type: "专科", status: "graduated", major_match: "listed" }],
  },
];

/** A few that still turn on each figure, name and word of the rules: one dimension at a time. */
export const FEW: readonly Profile[] = BACKGROUNDS.flatMap((background) =>
  FINE.flat().map((value) => ({ ...background, ...value })),
);

/** All of them, each once, always in the same order. */
export function* profiles(): Generator<Profile> {
  const seen = new Set<string>();
  for (const some of [coarseProfiles(), pairedProfiles(), FEW])
    for (const profile of some) {
      const written = JSON.stringify(profile);
      if (seen.has(written)) continue;
      seen.add(written);
      yield profile;
    }
}
