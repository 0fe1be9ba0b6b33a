import type { Pack } from "./pack.ts";
import { type Check, type Must, each, eachInOrder, eachOnce } from "./report.ts";
import { attempt } from "./sound-parts.ts";

/** Each rule stands under its tier, and each clause under a tier has its rule. */
export const checkConduct: Check = (pack, { conduct: { must } }) => {
  const { conduct } = pack;
  attempt(
    () => eachOnce(must, conduct.tiers, ["tiers"], "tiers", "id"),
    () => eachOnce(must, conduct.rules, ["rules"], "rules", "id"),
    () => eachInOrder(must, conduct.tiers, ["tiers"], pack.clauses),
    () => eachInOrder(must, conduct.rules, ["rules"], pack.clauses),
    () => checkComplete(pack, must),
    () => checkRules(pack, must),
  );
};

function checkComplete({ conduct: { tiers, rules }, clauses }: Pack, must: Must): void {
  for (const clause of Object.keys(clauses))
    attempt(() =>
      must(
        !tiers.some((tier) => clause.startsWith(`${tier.clause}.`)) ||
          rules.some(({ id }) => clause.endsWith(` ${id}`)),
        ["rules"],
        `no rule for ${clause}`,
        "add it, or remove the clause from clauses.yaml",
      ),
    );
}

function checkRules({ conduct: { tiers, rules } }: Pack, must: Must): void {
  each(
    rules,
    ["rules"],
    (rule, path) => {
      const above = tiers.find(({ id }) => id === rule.tier);
      must(
        above !== undefined,
        [...path, "tier"],
        `no tier "${rule.tier}"`,
        "name a tier of this file",
      );
      must(
        !above || rule.clause.startsWith(above.clause),
        [...path, "tier"],
        `${rule.clause} does not stand under ${above?.clause}`,
        "give the rule the tier that its clause belongs to",
      );
    },
    ({ id, clause }, path) =>
      must(
        clause.endsWith(` ${id}`),
        [...path, "clause"],
        `rule ${id} rests on ${clause}`,
        "name the clause of this rule",
      ),
  );
}
