import type { Profile } from "../../src/profile.ts";

interface ExpectedDisagreement {
  /** What the evaluator says, and why the oracle says something else. */
  readonly why: string;
  readonly example: Profile;
  readonly touches: (profile: Profile) => boolean;
  /** The profile as the evaluator takes it: of this the oracle must say just what the evaluator says. */
  readonly taken: (profile: Profile) => Profile;
}

const SECONDARY = ["普通高中", "中专", "技工院校", "技师学院"];
const HIGHER = "技工院校高级工班 专科 高职 成人高等教育 本科 研究生 境外学历".split(" ");

/** Faults of the evaluator that are certain. Whoever mends one takes it off here: the test asks for it. */
export const EXPECTED_DISAGREEMENTS: readonly ExpectedDisagreement[] = [
  {
    why: "an internship of unknown length is taken for none, where null means unknown and A10 asks",
    example: {
      age: 30,
      highest_education: "高中",
      work: [{ match: "own", years: 4.92 }],
      internship_years: null,
    },
    touches: ({ internship_years: internship }) => internship === null,
    taken: (profile) => ({ ...profile, internship_years: 0 }),
  },
  {
    why: "高中 or 中专 broken off (unclear) is taken for finished, where A7 asks what cannot be told",
    example: {
      age: 30,
      work: [{ match: "own", years: 5 }],
      education: [{ school_type: "普通高中", status: "unclear", major_match: null }],
    },
    touches: ({ education }) =>
      (education ?? []).some(
        ({ school_type: school, status }) =>
          SECONDARY.includes(school ?? "") && status === "unclear",
      ),
    taken: (profile) => ({ ...profile, highest_education: "高中" }),
  },
  {
    why: "who tells 初中 and sits in a college is taken for 高中, where A7 asks and only what is absent is read off",
    example: {
      age: 30,
      highest_education: "初中",
      work: [{ match: "own", years: 5 }],
      education: [{ school_type: "专科", status: "studying", major_match: "listed" }],
    },
    touches: ({ highest_education: told, education }) =>
      ["小学", "初中"].includes(told ?? "") &&
      (education ?? []).some(
        ({ school_type: school, status }) =>
          HIGHER.includes(school ?? "") && !["graduated", "final_year"].includes(status ?? ""),
      ),
    taken: (profile) => ({ ...profile, highest_education: "高中" }),
  },
];

/** The profile as the evaluator takes it, by all the faults that touch it. */
export function asTaken(profile: Profile): Profile {
  return EXPECTED_DISAGREEMENTS.filter(({ touches }) => touches(profile)).reduce(
    (sofar, { taken }) => taken(sofar),
    profile,
  );
}
