import type { Profile } from "../../src/profile.ts";
import { type Answer, all, any, reaches } from "./answer.ts";
import { DOUBTFUL_PAPERS } from "./names.ts";
import { since } from "./since.ts";
import { kindByName, toKind } from "./work.ts";

type Certificate = NonNullable<Profile["certificates"]>[number];

/** What a clause asks of a 职业资格(职业技能等级)证书. */
interface Asked {
  readonly level: "五级" | "四级";
  /** What a certificate of 本职业 is worth; one of 相关职业 is always meant. */
  readonly own: Answer;
  readonly yearsAfter: number;
}

/** Of several the best counts, as it is enough to hold one. */
export function certificate(who: Profile, asked: Asked): Answer {
  if (who.certificates === null) return "unsure";
  const held = who.certificates ?? [];
  return any(
    held.map((one) =>
      all(
        ofLevel(one.level, asked.level),
        ofTrade(one, asked.own),
        reaches(since(who, one.years_worked_after), asked.yearsAfter),
      ),
    ),
  );
}

/**
 * Decision: the notice does not speak of those who hold more than 四级, so 三级(2) and (5) are asked;
 * a 四级 is no 五级, as whoever holds it is past 四级 (case e064 of the staff).
 */
function ofLevel(held: string | null | undefined, asked: Asked["level"]): Answer {
  if (held === null || held === undefined) return "unsure";
  if (held === asked) return "met";
  return asked === "四级" && ["三级", "二级", "一级"].includes(held) ? "unsure" : "unmet";
}

function ofTrade({ match, occupation }: Certificate, own: Answer): Answer {
  const worth = { own, related: "met", unclear: "unsure", unlisted: "unmet" } as const;
  return worth[typeof match === "string" ? toKind(match) : kindOfPaper(occupation)];
}

/** A certificate bears an official name: where note ① has it not, it is another one (A13 apart). */
function kindOfPaper(name: string | null | undefined) {
  if (name === null || name === undefined) return "unclear";
  return DOUBTFUL_PAPERS.includes(name) ? "unclear" : (kindByName(name) ?? "unlisted");
}
