import type { Pack } from "../knowledge/pack.ts";
import type { Found } from "./finder.ts";
import { matchesOf } from "./matches.ts";

/** Between somebody and what he does: 帮我们, 统一, 二十来号人一起, 直接在网上. */
const HOW =
  "(?:那边|那里|[里上方]|老师|儿)?(?:[零一二两俩三四五六七八九十百几多来\\d]+[个号名位]*人)?" +
  "(?:统一|集体|一起|一块儿?|组织|[帮替代给](?:我们?|咱们?|大家|全班|[他她]们?)?|[去来]|直接|单独|在?网上|上网)*";
/** A form and a refund are no registration, and 弄 is one only where nothing else is made: 学校统一弄的. */
const REGISTERS = `(?:报(?!销|告|[名考]?表|名?费|的?价)|申报|登记|(?<=统一|[帮替代]我?们?)[弄办搞](?=[的好了]*(?:$|[ ,，。;；!！?？])))`;

/** Says who writes, not that he registers on his own: 本人报三级够格吗. */
const MYSELF = "本人";

/**
 * Finds who registers where no alias says it whole: by each way's `answers`, which are too common to
 * mean it alone, and what is said of them: 夜校帮我报的, 公司几个人一起报.
 */
export function createRegistering({ registration }: Pack): (text: string) => Found<string>[] {
  const ways = new Map(
    registration.applicants.flatMap(({ id, answers }) =>
      answers.filter((word) => word !== MYSELF).map((word): [string, string] => [word, id]),
    ),
  );
  if (ways.size === 0) return () => [];
  const words = [...ways.keys()].toSorted((a, b) => b.length - a.length);
  const said = new RegExp(`(?<who>${words.join("|")})${HOW}${REGISTERS}`, "gu");
  return (text) =>
    /[报弄办搞登]/u.test(text)
      ? matchesOf(said, text).flatMap(({ index, 0: alias, groups }) => {
          const value = ways.get(groups?.["who"] ?? "");
          return value === undefined
            ? []
            : [{ value, alias, start: index, end: index + alias.length }];
        })
      : [];
}
