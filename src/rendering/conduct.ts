import type { Mark } from "../blocks.ts";
import type { Answer } from "../knowledge/schemas/answers.ts";
import type { Conduct } from "../knowledge/schemas/conduct.ts";
import type { Block } from "../message.ts";
import { gap } from "./gaps.ts";
import { numbered, paragraph } from "./plain.ts";
import { scale } from "./scale.ts";
import type { Part, Scene, Shower } from "./scene.ts";

type Tier = Conduct["tiers"][number];
type Rule = Conduct["rules"][number];

/** Every tier with its consequence and its rules. */
export const showConduct: Shower = (scene) => {
  const { conduct } = scene.pack;
  const { unknown, tiers } = conduct;
  if (unknown !== undefined) return gap(scene, unknown);
  const text = tiers.flatMap((tier) => [
    `${tier.clause}：${tier.title}`,
    ...ruleLines(scene, tier),
    consequenceLine(scene, tier),
  ]);
  return {
    blocks: [scale(conduct, { verdict: "all", text })],
    sources: tiers.map(({ clause }) => clause),
  };
};

/** One tier of the scale, with its rules. */
export const showTier: Shower = (scene, _, answer) => {
  const { conduct } = scene.pack;
  const tier = conduct.tiers.find(({ id }) => id === answer.tier);
  if (!tier) return { blocks: [] };
  const text = [consequenceLine(scene, tier), ...ruleLines(scene, tier)];
  return {
    blocks: [scale(conduct, { verdict: "tier", text, tier: tier.id })],
    sources: [tier.clause],
  };
};

function ruleLines({ pack }: Scene, { id }: Tier): string[] {
  return numbered(pack.conduct.rules.filter(({ tier }) => tier === id).map(({ title }) => title));
}

/** What an act comes to: the rule that it falls under and the consequence of the rule's tier. */
export function actPart(scene: Scene, answer: Answer): Part {
  if (answer.tier === "none") return { blocks: [nothing(scene)] };
  const { conduct } = scene.pack;
  const rule = conduct.rules.find(({ id }) => id === answer.rule);
  if (!rule) return { blocks: [] };
  const also = conduct.rules.filter(({ id }) => answer.rules_also.includes(id));
  if (answer.tier === "depends") {
    const marks = marksOf([rule, ...also], "possible");
    return { blocks: [scale(conduct, { verdict: "depends", text: [], marks })] };
  }
  const text = actLines(scene, rule, also);
  const marks = new Map([...marksOf(also, "also"), [rule.id, "matched"] as const]);
  return { blocks: [scale(conduct, { verdict: "tier", text, marks })], sources: [rule.clause] };
}

/** A notice may say what is no offence without the tiers of those that are. */
function nothing({ pack, speak }: Scene): Block {
  const line = speak("no_consequence_line");
  return pack.conduct.tiers.length === 0
    ? paragraph(line)
    : scale(pack.conduct, { verdict: "none", text: [line] });
}

function marksOf(rules: readonly Rule[], mark: Mark): Map<string, Mark> {
  return new Map(rules.map(({ id }) => [id, mark]));
}

function actLines(scene: Scene, rule: Rule, also: readonly Rule[]): string[] {
  const { pack, speak } = scene;
  const own = pack.conduct.tiers.filter(({ id }) => id === rule.tier);
  const further = pack.conduct.tiers.filter(
    ({ id }) => id !== rule.tier && also.some(({ tier }) => tier === id),
  );
  const titles = also.map(({ title }) => title).join(speak("separator"));
  return [
    speak("rule_line", { title: rule.title }),
    ...own.map((tier) => consequenceLine(scene, tier)),
    ...(also.length > 0 ? [speak("rules_also_line", { titles })] : []),
    ...further.map((tier) => consequenceLine(scene, tier)),
  ];
}

function consequenceLine({ speak }: Scene, { consequence }: Tier): string {
  return speak("consequence_line", { consequence });
}
