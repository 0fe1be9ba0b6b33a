import { basename } from "node:path";
import { expect } from "vitest";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import type { Claim } from "./notice-claims.ts";
import { inOneOrder, requirementsBy } from "./notice-conditions.ts";
import { tierWords } from "./notice-clauses.ts";

/** The fact that each question of the interview asks for: stored conversations know it by the question. */
const ASKED = {
  target: "target",
  age: "age",
  school: "diplomas.school",
  status: "diplomas.status",
  major: "diplomas.major",
  occupation: "work.match",
  work_years: "work.months",
  certificate: "certificates.level",
  certificate_occupation: "certificates.match",
  certificate_years: "certificates.months_after",
  title: "titles.grade",
  title_years: "titles.months_after",
};

/** Each kind of school by how far it leads, as everybody knows without the notice. */
const RANKS = [
  ["小学"],
  ["初中"],
  ["普通高中", "中等职业学校", "技工院校", "技师学院"],
  ["技工院校高级工班"],
  ["专科", "成人高等教育"],
  ["本科", "境外学历"],
  ["研究生"],
];

/** What the pack must make of the notice: clauses, conditions, consequences, and names that code goes by. */
export const READINGS: readonly (readonly [name: string, claim: Claim])[] = [
  [
    "in which clause each fact, page and table stands",
    ({ facts, links, projects, timetable, desk, majors, occupations, ...pack }, { clauses }) => {
      const { registration, eligibility } = pack;
      for (const [id, { clause }] of Object.entries(facts))
        expect([id, clause]).toEqual([id, clauses[id]]);
      for (const [id, { clause }] of Object.entries(links))
        expect([id, clause]).toEqual([id, clauses[`link ${id}`]]);
      expect([projects.clause, projects.fee_clause]).toEqual([
        clauses["projects"],
        clauses["fees"],
      ]);
      expect([timetable.clause, desk.clause]).toEqual([clauses["timetable"], clauses["hours"]]);
      expect([occupations.clause, majors.clause]).toEqual(["附件1 注①", "附件1 注②"]);
      for (const { clause } of [...registration.applicants, registration.materials])
        expect(clause).toBe(clauses["registration"]);
      expect(eligibility.requirements.map(({ clause }) => clause)).toEqual([
        clauses["minimum_age"],
        clauses["minimum_education"],
      ]);
    },
  ],
  [
    "which page each link opens",
    ({ links }, notice) => {
      const whole = (url = ""): string => new URL(url.replace(/^www/u, "http://www")).href;
      for (const [id, { url }] of Object.entries(links))
        expect([id, whole(url)]).toEqual([id, whole(notice.links[id])]);
    },
  ],
  [
    "what everybody needs and what each condition asks for",
    ({ eligibility: { requirements, conditions } }, notice) => {
      expect(
        inOneOrder(Object.fromEntries(conditions.map((one) => [one.id, one.requires]))),
      ).toEqual(inOneOrder(requirementsBy(notice)));
      expect(conditions.filter((one) => one.at_best).map(({ id }) => id)).toEqual(
        Object.keys(notice.condition_words).filter((id) =>
          notice.condition_words[id]?.includes("经评估论证"),
        ),
      );
      expect(
        requirements.map(({ requires, at_worst, links }) => [requires, at_worst, links]),
      ).toEqual([
        [{ age: { years: notice.minimum_age, borderline_months: 3 } }, undefined, []],
        [{ education: { minimum: "普通高中" } }, "unsure", ["standard"]],
      ]);
    },
  ],
  [
    "what each tier of 附件2 leads to",
    ({ conduct }, { tier_words: words }) => {
      for (const { clause, title, consequence } of conduct.tiers) {
        const part = clause.replace("附件2 ", "");
        expect([part, tierWords(title)]).toEqual([part, words[part]]);
        expect([part, tierWords(consequence)]).toEqual([part, words[part]]);
      }
    },
  ],
  [
    "which month's applicants may sit in the next year",
    ({ timetable }, notice) =>
      expect(timetable.rows.map((row) => row.open_ended)).toEqual(
        notice.months.map(({ exam }) => exam.includes("次年")),
      ),
  ],
  [
    "the occupation, the standard and the hours word by word",
    ({ facts, occupations, meta }, { standard_edition: edition }) => {
      const occupation = occupations.own[0]?.name;
      expect(facts["occupation"]?.value).toBe(occupation);
      expect(meta.name).toContain(occupation);
      expect(facts["standard"]?.value).toBe(`《国家职业标准——${occupation}（${edition}年版）》`);
      for (const id of ["hours", "supervision_hours", "city_supervision_hours"])
        expect(facts[id]?.value).toMatch(/^工作日上午 \d+:\d+-\d+:\d+、下午 \d+:\d+-\d+:\d+$/u);
    },
  ],
];

/** What no notice says, but code and stored conversations take for granted. */
export const GRANTED: typeof READINGS = [
  ["its folder bears its id", ({ meta }) => expect(meta.id).toBe(basename(PACK_DIRECTORY))],
  [
    "each question asks for the fact that is stored under it",
    ({ interview }) =>
      expect(Object.fromEntries(interview.map(({ id, fact }) => [id, fact]))).toEqual(ASKED),
  ],
  [
    "of schools, jobs and certificates it asks for another, as months add up and papers go together",
    ({ interview }) =>
      expect(interview.flatMap(({ id, another }) => (another ? [id] : []))).toEqual([
        "school",
        "occupation",
        "certificate",
      ]),
  ],
  [
    "schools rank as they lead on to one another",
    ({ education }) =>
      expect(Object.fromEntries(education.schools.map(({ id, rank }) => [id, rank]))).toEqual(
        Object.fromEntries(RANKS.flatMap((ids, rank) => ids.map((id) => [id, rank]))),
      ),
  ],
  [
    "only the option for it says that it is not certain, or that one is in the last year",
    ({ interview }) => {
      const words = { occupation: ["unclear", "不确定"], status: ["final_year", "应届"] } as const;
      for (const { type, options } of interview) {
        if (type !== "occupation" && type !== "status") continue;
        const [means, word] = words[type];
        for (const { id, label } of options)
          expect([type, id, label.includes(word)]).toEqual([type, id, id === means]);
      }
    },
  ],
  [
    "a title with two grades in its name is of the one that is looked for first",
    ({ education }) => {
      const grade = (title: string): string | undefined =>
        education.titles.find(({ patterns }) => patterns.some((part) => title.includes(part)))?.id;
      expect(["助理工程师", "高级编辑", "编辑"].map(grade)).toEqual(["junior", "senior", "middle"]);
    },
  ],
];
