import type { Profile } from "../../src/profile.ts";
import { type Answer, all, any, atBestUnsure } from "./answer.ts";
import { certificate } from "./certificates.ts";
import { higherSchool, schoolOrCollege, technicianClass, diploma } from "./diplomas.ts";
import { age, minimumEducation } from "./everyone.ts";
import { title } from "./titles.ts";
import { worked } from "./work.ts";

/**
 * 附件1 1.9.1, clause by clause and in the words of the notice. It was written from the notice and
 * source/gaps.md alone and then held against the evaluator; "Decision:" marks where the notice is
 * open and the evaluator's documented choice was taken over.
 */
const CLAUSES: Readonly<Record<string, (profile: Profile) => Answer>> = {
  // 累计从事本职业或相关职业工作满5年。
  "四级(1)": (who) => worked(who, 5),
  // 取得相关职业五级证书后，累计从事本职业或相关职业工作满3年。 It does not say 本职业 (A1).
  "四级(2)": (who) => certificate(who, { level: "五级", own: "unsure", yearsAfter: 3 }),
  // 取得本专业或相关专业的技工院校或中等及以上职业院校、专科及以上普通高等学校毕业证书(含在读应届毕业生)。
  "四级(3)": (who) => diploma(who, schoolOrCollege),
  // 累计从事本职业或相关职业工作满10年。
  "三级(1)": (who) => worked(who, 10),
  // 取得本职业或相关职业四级证书后，累计从事本职业或相关职业工作满4年。
  "三级(2)": (who) => certificate(who, { level: "四级", own: "met", yearsAfter: 4 }),
  // 取得符合专业对应关系的初级职称后，累计从事本职业或相关职业工作满1年。
  "三级(3)": (who) => title(who, 1),
  // 取得本专业或相关专业的技工院校高级工班及以上毕业证书(含在读应届毕业生)。
  "三级(4)": (who) => diploma(who, technicianClass),
  // 四级证书，并取得高等职业学校、专科及以上普通高等学校本专业或相关专业毕业证书(含在读应届毕业生)。 One clause (A14).
  "三级(5)": (who) =>
    all(certificate(who, { level: "四级", own: "met", yearsAfter: 0 }), diploma(who, higherSchool)),
  // 经评估论证的高等职业学校、专科及以上普通高等学校……毕业证书。 No list says which schools (A2).
  "三级(6)": (who) => atBestUnsure(diploma(who, higherSchool)),
};

interface Lists {
  readonly met: readonly string[];
  readonly unsure: readonly string[];
  readonly unmet: readonly string[];
}
interface Opinion extends Lists {
  readonly verdict: string;
}

export const LEVELS = ["四级", "三级"] as const;

/** What a careful member of staff would say of one level. */
export function opinion(who: Profile, level: (typeof LEVELS)[number]): Opinion {
  const everyone = [age(who), minimumEducation(who)];
  // Decision (and case e004 of the staff): to someone too young no clause is credited.
  const tooYoung = age(who) === "unmet";
  const answers = Object.entries(CLAUSES)
    .filter(([id]) => id.startsWith(level))
    .map(([id, clause]): [string, Answer] => [id, tooYoung ? "unmet" : clause(who)]);
  const oneOfThem = any(answers.map(([, answer]) => answer));
  return { verdict: VERDICTS[all(...everyone, oneOfThem)], ...sorted(answers) };
}

/** What 二(一) asks of everyone. */
export function general(who: Profile): Lists {
  return sorted([
    ["age", age(who)],
    ["minimum_education", minimumEducation(who)],
  ]);
}

const VERDICTS: Readonly<Record<Answer, string>> = {
  met: "eligible",
  unsure: "needs_confirmation",
  unmet: "not_eligible",
};

function sorted(answers: readonly (readonly [string, Answer])[]): Lists {
  const those = (wanted: Answer) =>
    answers.filter(([, answer]) => answer === wanted).map(([id]) => id);
  return { met: those("met"), unsure: those("unsure"), unmet: those("unmet") };
}
