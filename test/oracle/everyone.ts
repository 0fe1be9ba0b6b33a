import type { Profile } from "../../src/profile.ts";
import { type Answer, any } from "./answer.ts";
import { months } from "./months.ts";

/** 二(一) 年满16周岁. The day that counts is not written (A11); decision: the last three months are asked. */
export function age({ age: years }: Profile): Answer {
  if (years === null || years === undefined) return "unsure";
  if (months(years) >= 16 * 12) return "met";
  return months(years) >= 16 * 12 - 3 ? "unsure" : "unmet";
}

const LEVEL_OF_HIGH_SCHOOL = ["高中", "普通高中", "中专", "技校", "技工院校", "技师学院"];
/** Who sits in one of these has, as a rule, 高中 or its like behind him. */
const ABOVE_HIGH_SCHOOL = [
  "技工院校高级工班",
  "专科",
  "大专",
  "高职",
  "成人高等教育",
  "本科",
  "研究生",
  "境外学历",
];

const BELOW_HIGH_SCHOOL = ["小学", "初中"];

/**
 * 二(一): the figure is not in the notice, so 高中 and above pass and the rest is asked, never
 * refused (A7). A diploma in hand counts beside what was told by itself.
 */
export function minimumEducation({ highest_education: told, education }: Profile): Answer {
  const enough = [...LEVEL_OF_HIGH_SCHOOL, ...ABOVE_HIGH_SCHOOL].includes(told ?? "");
  // 五年制 colleges take pupils from 初中: who says that he has no more is not taken to have more.
  const attendanceTells = !BELOW_HIGH_SCHOOL.includes(told ?? "");
  const diplomas = (education ?? []).map((one) => byDiploma(one, attendanceTells));
  return any([enough ? "met" : "unsure", ...diplomas]);
}

type Diploma = NonNullable<Profile["education"]>[number];

/** Decision: a school not finished stands for the step below it; its last year counts as finished. */
function byDiploma({ school_type: school, status }: Diploma, attendanceTells: boolean): Answer {
  const finished = status === "graduated" || status === "final_year";
  if (ABOVE_HIGH_SCHOOL.includes(school ?? ""))
    return finished || attendanceTells ? "met" : "unsure";
  return finished && LEVEL_OF_HIGH_SCHOOL.includes(school ?? "") ? "met" : "unsure";
}
