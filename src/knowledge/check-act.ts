import { entryRemedy } from "./entries.ts";
import type { Pack } from "./pack.ts";
import { type Must, type Path, each, eachAgain, has } from "./report.ts";
import type { Answer } from "./schemas/answers.ts";
import { OUTCOMES } from "./schemas/conduct.ts";
import { attempt } from "./sound-parts.ts";

/** What an entry says about an act: its rule is there and leads to its tier; what depends is asked back. */
export function checkAct(answer: Answer, pack: Pack, must: Must): void {
  attempt(
    () => checkRules(answer, pack, must),
    () => checkTier(answer, pack, must),
    () => checkClarify(answer, must),
    () => checkOptions(answer, pack, must),
  );
}

/** A whole tier, and what comes to light afterwards, are named by the last word of their clause. */
function checkRules(answer: Answer, { conduct, clauses }: Pack, must: Must): void {
  const known = (rule: string, path: Path): void =>
    must(
      has(conduct.rules, rule) ||
        Object.keys(clauses).some((clause) => clause.split(" ").at(-1) === rule),
      path,
      `no rule "${rule}"`,
      "name a rule of conduct.yaml",
    );
  attempt(
    () => answer.rule !== undefined && known(answer.rule, ["rule"]),
    () => each(answer.rules_also, ["rules_also"], known),
  );
}

function checkTier({ rule: named, tier }: Answer, { conduct }: Pack, must: Must): void {
  if (tier === undefined || OUTCOMES.includes(tier)) return;
  must(
    has(conduct.tiers, tier),
    ["tier"],
    `no tier "${tier}"`,
    `name a tier of conduct.yaml, or ${OUTCOMES.join(" or ")}`,
  );
  const rule = conduct.rules.find(({ id }) => id === named);
  must(
    !rule || !has(conduct.tiers, rule.tier) || !has(conduct.tiers, tier) || rule.tier === tier,
    ["tier"],
    `rule ${named} leads to ${rule?.tier}, not ${tier}`,
    "mend the rule or the tier",
  );
}

function checkClarify({ tier, clarify }: Answer, must: Must): void {
  const depends = tier === "depends";
  must(
    !depends || clarify !== undefined,
    ["tier"],
    "depends, but asks nothing back",
    "add clarify, or name the tier",
  );
  must(
    depends || clarify === undefined,
    ["clarify"],
    "asks back although the tier is known",
    "use clarify with tier: depends, and only there",
  );
}

function checkOptions({ clarify }: Answer, { answers }: Pack, must: Must): void {
  if (!clarify) return;
  const path = ["clarify", "options"];
  eachAgain(
    clarify.options,
    path,
    ({ answer }) => answer,
    (answer, place) =>
      must(false, [...place, "answer"], `two options lead to "${answer}"`, "keep one"),
  );
  each(clarify.options, path, ({ answer }, place) =>
    must(answers.has(answer), [...place, "answer"], `no answer "${answer}"`, entryRemedy(answer)),
  );
}
