import fc from "fast-check";
import type { Profile } from "../../src/profile.ts";
import { LISTED_MAJORS, OWN_OCCUPATIONS, RELATED_OCCUPATIONS } from "./names.ts";

const { constant, constantFrom, oneof, option, record } = fc;

/** Years with two decimals, as people's months are written; most of them near a figure of the notice. */
function years(...figures: number[]): fc.Arbitrary<number> {
  const near = constantFrom(...figures).chain((figure) =>
    fc.integer({ min: Math.max(0, figure * 12 - 2), max: figure * 12 + 2 }),
  );
  return oneof(near, fc.integer({ min: 0, max: 160 })).map((months) =>
    Number((months / 12).toFixed(2)),
  );
}

const match = constantFrom("own", "related", "unclear", "unlisted");
const occupation = constantFrom(...OWN_OCCUPATIONS, ...RELATED_OCCUPATIONS);
/** The caller's word on a name, or the name alone. */
const matched = oneof(
  record({ match: option(match) }),
  record({ occupation, match: constant(null) }),
);

const job = fc
  .tuple(matched, option(years(2, 3, 5, 10), { freq: 9 }))
  .map(([name, lasted]) => ({ ...name, years: lasted }));

const SCHOOLS =
  "初中 普通高中 中专 技工院校 技师学院 技工院校高级工班 专科 高职 本科 研究生 成人高等教育 境外学历".split(
    " ",
  );

const diploma = record(
  {
    school_type: option(constantFrom(...SCHOOLS), { freq: 12 }),
    status: option(constantFrom("graduated", "final_year", "studying", "unclear")),
    major: constantFrom(...LISTED_MAJORS, null),
    major_match: option(constantFrom("listed", "unlisted", "unclear")),
  },
  { requiredKeys: [] },
);

const after = record(
  { years_worked_after: option(years(1, 3, 4), { freq: 9 }) },
  { requiredKeys: [] },
);

const certificate = fc
  .tuple(matched, option(constantFrom("五级", "四级", "三级", "二级", "一级"), { freq: 9 }), after)
  .map(([name, level, since]) => ({ ...name, level, ...since }));

const title = fc
  .tuple(
    record({
      name: option(
        constantFrom("助理经济师", "初级职称", "员级", "经济师", "高级经济师", "某职称"),
      ),
      field_match: option(constantFrom("match", "unlisted", "unclear")),
    }),
    after,
  )
  .map(([name, since]) => ({ ...name, ...since }));

/** Up to three of a thing, or nobody knows which. */
function some<T>(thing: fc.Arbitrary<T>): fc.Arbitrary<T[] | null> {
  return option(fc.array(thing, { maxLength: 3 }), { freq: 19 });
}

/** Any key may be missing, any value unknown. */
export const anyProfile: fc.Arbitrary<Profile> = record(
  {
    age: oneof({ arbitrary: constant(30), weight: 3 }, option(years(16))),
    highest_education: oneof(
      { arbitrary: constant("高中"), weight: 2 },
      option(constantFrom("小学", "初中", "中专", "技校", "大专", "本科")),
    ),
    work: some(job),
    internship_years: option(years(0, 1, 5), { freq: 19 }),
    education: some(diploma),
    certificates: some(certificate),
    title: option(title, { freq: 19 }),
  },
  { requiredKeys: [] },
);
