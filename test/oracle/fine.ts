import type { Profile } from "../../src/profile.ts";

/** What a profile says of one dimension; an empty part leaves the key out. */
export type Part = Profile;

const words = (line: string): readonly string[] => line.split(" ");
/** `?` stands for what is told to be unknown. */
const known = (word: string | undefined) => (word === "?" ? null : word);
const number = (word: string) => (word === "?" ? null : Number(word));

const MATCHES = words("own related unclear unlisted ?");

/** 15 years 8, 9 and 11 months are 15.67, 15.75 and 15.92. */
const AGES: Part[] = [null, 12, 15, 15.67, 15.75, 15.92, 16, 16.08, 40].map((age) => ({ age }));

const EDUCATIONS: Part[] = [
  null,
  ...words("小学 初中 高中 普通高中 中专 技校 大专 本科 研究生 说不清"),
].map((highest_education) => ({ highest_education }));

/** 59 months are 4.92 years, 119 are 9.92, one is 0.08; `?` is a length that nobody knows. */
const YEARS = words("? 0 2 4.92 5 5.08 9.92 10 12");
/** Together 60, 59, 60, 120, 119, 120, 119 and 48 months, and nobody knows. */
const SUMS = words("2.5+2.5 2.5+2.42 4.92+0.08 5+5 4.92+5 9.92+0.08 2.92+7 3+1 ?+5");
const TWO_MATCHES = words(
  "own+related own+unclear own+unlisted related+unlisted unclear+unclear unclear+unlisted unlisted+own ?+related",
);

/** Jobs in short: the matches and the years of each, joined by `+`. */
function jobs(matches: string, years: string) {
  const lasted = years.split("+").map(number);
  return matches
    .split("+")
    .map((match, at) => ({ match: known(match), years: lasted[at] ?? null }));
}

const WORK: Part[] = [
  null,
  [],
  [{ match: "own" }],
  [{ years: 10 }],
  ...MATCHES.flatMap((match) => YEARS.map((years) => jobs(match, years))),
  ...TWO_MATCHES.flatMap((two) => SUMS.map((years) => jobs(two, years))),
].map((work) => ({ work }));

const INTERNSHIPS: Part[] = [null, 0, 0.08, 1, 5, 10].map((internship_years) => ({
  internship_years,
}));

const SCHOOLS = words(
  "小学 初中 普通高中 中专 技工院校 技师学院 技工院校高级工班 专科 高职 成人高等教育 本科 研究生 境外学历 ?",
);
const STATUSES = words("graduated final_year studying unclear ?");
const LISTINGS = words("listed unlisted unclear ?");

/** A diploma in short: school, status, major. */
export function diploma(written: string) {
  const [school_type, status, major_match] = words(written).map(known);
  return { school_type, status, major_match };
}

/** Two of which neither is enough where one of all three would be. */
const TWO_DIPLOMAS = [
  ["专科 graduated unlisted", "本科 studying listed"],
  ["专科 graduated listed", "本科 studying unlisted"],
  ["普通高中 graduated listed", "专科 final_year listed"],
  ["中专 graduated listed", "本科 graduated unlisted"],
  ["技工院校高级工班 graduated unlisted", "技工院校 graduated listed"],
  ["技工院校高级工班 studying listed", "本科 unclear listed"],
  ["成人高等教育 graduated listed", "本科 graduated unclear"],
  ["初中 graduated unlisted", "中专 studying listed"],
];
const DIPLOMAS: Part[] = [
  null,
  [],
  [{}],
  ...SCHOOLS.flatMap((school) =>
    STATUSES.flatMap((status) =>
      LISTINGS.map((listing) => [diploma(`${school} ${status} ${listing}`)]),
    ),
  ),
  ...TWO_DIPLOMAS.map((written) => written.map(diploma)),
].map((education) => ({ education }));

/** A certificate in short: level, match and, where they are told, the years worked after it. */
export function certificate(written: string) {
  const [level, match, years] = words(written);
  const after = years === undefined ? {} : { years_worked_after: number(years) };
  return { level: known(level), match: known(match), ...after };
}

const SINCE = ["", " ?", " 0", " 0.92", " 2.92", " 3", " 3.92", " 4"];
const ONE_CERTIFICATE = [
  ...words("五级 四级 三级 ?").flatMap((level) =>
    MATCHES.flatMap((match) => SINCE.map((since) => `${level} ${match}${since}`)),
  ),
  "二级 own 4",
  "一级 related 4",
  "二级 related",
  "一级 own",
];
const TWO_CERTIFICATES = ["五级 related 3", "五级 own 2.92", "五级 unlisted 9"].flatMap((one) =>
  ["四级 own 4", "四级 related 3.92", "四级 unclear 4", "三级 own 4"].map((other) => [one, other]),
);
const CERTIFICATES: Part[] = [
  null,
  [],
  ...ONE_CERTIFICATE.map((one) => [certificate(one)]),
  ...TWO_CERTIFICATES.map((two) => two.map(certificate)),
].map((certificates) => ({ certificates }));

/** 初级, 中级 and 高级 by their usual names, one that nobody knows, one that was not told. */
const TITLES = words("助理经济师 经济师 高级经济师 某职称 ?").map(known);
const FIELDS = words("match unlisted unclear ?").map(known);
const TITLE: Part[] = [
  null,
  {},
  ...TITLES.flatMap((name) =>
    FIELDS.flatMap((field_match) => [
      { name, field_match },
      ...[null, 0.92, 1].map((years_worked_after) => ({ name, field_match, years_worked_after })),
    ]),
  ),
].map((title) => ({ title }));

/** Every boundary value of every dimension, first the key left out. */
export const FINE: readonly (readonly Part[])[] = [
  AGES,
  EDUCATIONS,
  WORK,
  INTERNSHIPS,
  DIPLOMAS,
  CERTIFICATES,
  TITLE,
].map((values) => [{}, ...values]);
