import { type Part, certificate, diploma } from "./fine.ts";

const AGES: Part[] = [{ age: 15.67 }, { age: 15.92 }, { age: 16 }];
const EDUCATIONS: Part[] = [{}, { highest_education: "初中" }, { highest_education: "高中" }];

const WORK: Part[] = [
  [],
  [{ match: "own", years: 4.92 }],
  [{ match: "related", years: 5 }],
  [{ match: "own", years: 9.92 }],
  [{ match: "unclear", years: 10 }],
  [{ match: "unlisted", years: 12 }],
  [
    { match: "own", years: 5 },
    { match: "related", years: 5 },
  ],
  [
    { match: "own", years: 4.92 },
    { match: "unclear", years: 5.08 },
  ],
  [
    { match: "related", years: 3 },
    { match: "unlisted", years: 1 },
  ],
].map((work) => ({ work }));

const INTERNSHIPS: Part[] = [{}, { internship_years: 0.08 }, { internship_years: 5 }];

const DIPLOMAS: Part[] = [
  [],
  ["普通高中 graduated listed"],
  ["中专 graduated listed"],
  ["技工院校高级工班 final_year listed"],
  ["技师学院 graduated listed"],
  ["专科 graduated listed"],
  ["本科 final_year unlisted"],
  ["本科 studying listed"],
  ["成人高等教育 graduated listed"],
  ["中专 graduated listed", "研究生 graduated unclear"],
].map((written) => ({ education: written.map(diploma) }));

const CERTIFICATES: Part[] = [
  [],
  ["五级 related 3"],
  ["五级 related 2.92"],
  ["五级 own 3"],
  ["四级 own 4"],
  ["四级 related 3.92"],
  ["四级 unclear 4"],
  ["三级 own 4"],
  ["五级 unlisted 3", "四级 related 0"],
].map((written) => ({ certificates: written.map(certificate) }));

const TITLE: Part[] = [
  {},
  { title: { name: "助理经济师", field_match: "match", years_worked_after: 1 } },
  { title: { name: "助理经济师", field_match: "match", years_worked_after: 0.92 } },
  { title: { name: "助理经济师", field_match: "unclear", years_worked_after: 1 } },
  { title: { name: "经济师", field_match: "match", years_worked_after: 1 } },
];

/** The boundary values on which most turns, few enough for every combination of all dimensions. */
export const COARSE: readonly (readonly Part[])[] = [
  AGES,
  EDUCATIONS,
  WORK,
  INTERNSHIPS,
  DIPLOMAS,
  CERTIFICATES,
  TITLE,
];
