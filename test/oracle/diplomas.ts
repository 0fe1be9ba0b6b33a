import type { Profile } from "../../src/profile.ts";
import { type Answer, all, any } from "./answer.ts";
import { LISTED_MAJORS, NEAR_MAJORS } from "./names.ts";

type Diploma = NonNullable<Profile["education"]>[number];

/** One diploma must have school, status and major together; of several the best counts. */
export function diploma({ education }: Profile, school: (type: string) => Answer): Answer {
  if (education === null) return "unsure";
  return any(
    (education ?? []).map((one) =>
      all(
        typeof one.school_type === "string" ? school(one.school_type) : "unsure",
        finished(one.status),
        major(one),
      ),
    ),
  );
}

const TECHNICAL = ["技工院校", "技师学院", "技工院校高级工班"];
const VOCATIONAL = ["中专"];
const HIGHER = ["高职", "专科", "本科", "研究生"];
/** Whether 普通高等学校 covers these is not written (A9). */
const OPEN = ["成人高等教育", "境外学历"];

/** 技工院校或中等及以上职业院校、专科及以上普通高等学校: not 普通高中, which is none of them. */
export function schoolOrCollege(type: string): Answer {
  if (OPEN.includes(type)) return "unsure";
  return [...TECHNICAL, ...VOCATIONAL, ...HIGHER].includes(type) ? "met" : "unmet";
}

/**
 * 技工院校高级工班及以上. Decision: a plain 技工院校 is taken for one without 高级工班, while in a
 * 技师学院 there are classes of every kind and it is asked which.
 */
export function technicianClass(type: string): Answer {
  if (type === "技工院校高级工班") return "met";
  return type === "技师学院" ? "unsure" : "unmet";
}

/** 高等职业学校、专科及以上普通高等学校. */
export function higherSchool(type: string): Answer {
  if (OPEN.includes(type)) return "unsure";
  return HIGHER.includes(type) ? "met" : "unmet";
}

/** 含在读应届毕业生: the last year counts, lower years do not, the rest is asked (A8). */
function finished(status: string | null | undefined): Answer {
  if (status === "graduated" || status === "final_year") return "met";
  return status === "studying" ? "unmet" : "unsure";
}

/** Note ②, one closed list (A4); what was told wins over the name. */
function major({ major_match: match, major: name }: Diploma): Answer {
  if (typeof match === "string") {
    if (match === "listed") return "met";
    return match === "unlisted" ? "unmet" : "unsure";
  }
  if (name === null || name === undefined || NEAR_MAJORS.includes(name)) return "unsure";
  return LISTED_MAJORS.includes(name) ? "met" : "unmet";
}
