import type { Profile } from "../../src/profile.ts";
import { type Answer, all, reaches } from "./answer.ts";
import { since } from "./since.ts";

/** 三级(3): three things, of which the first two the notice leaves open (A3). */
export function title(who: Profile, yearsAfter: number): Answer {
  if (who.title === undefined) return "unmet";
  if (who.title === null) return "unsure";
  const { name, field_match: field, years_worked_after: after } = who.title;
  return all(junior(name), corresponds(field), reaches(since(who, after), yearsAfter));
}

/** 初级职称: whether a higher one covers it is not written. */
function junior(name: string | null | undefined): Answer {
  return /助理|初级|员级/u.test(name ?? "") ? "met" : "unsure";
}

/** 符合专业对应关系: no table says which do, so only the caller's own plain word settles it. */
function corresponds(field: string | null | undefined): Answer {
  if (field === "match") return "met";
  return field === "unlisted" ? "unmet" : "unsure";
}
