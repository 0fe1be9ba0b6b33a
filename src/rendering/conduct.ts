import type { Answer } from "../knowledge/schemas/answers.ts";
import type { Block } from "../message.ts";
import { gap } from "./gaps.ts";
import { paragraph } from "./plain.ts";
import type { Part, Scene, Shower } from "./scene.ts";

/** Every tier with its consequence and its rules. */
export const showConduct: Shower = (scene) => {
  const { speak } = scene;
  const { unknown, tiers, rules } = scene.pack.conduct;
  if (unknown !== undefined) return gap(scene, unknown);
  const blocks = tiers.flatMap((tier): Block[] => [
    paragraph(`${tier.clause}：${tier.title}`),
    {
      type: "steps",
      items: rules.filter(({ tier: of }) => of === tier.id).map(({ title }) => title),
    },
    paragraph(speak("consequence_line", { consequence: tier.consequence })),
  ]);
  return { blocks, sources: tiers.map(({ clause }) => clause) };
};

export const showTier: Shower = ({ pack, speak }, _, answer) => {
  const tier = pack.conduct.tiers.find(({ id }) => id === answer.tier);
  if (!tier) return { blocks: [] };
  const items = pack.conduct.rules
    .filter(({ tier: of }) => of === tier.id)
    .map(({ title }) => title);
  return {
    blocks: [
      paragraph(speak("consequence_line", { consequence: tier.consequence })),
      { type: "steps", items },
    ],
    sources: [tier.clause],
  };
};

/** What an act comes to: the rule that it falls under and the consequence of the rule's tier. */
export function actPart({ pack, speak }: Scene, answer: Answer): Part {
  if (answer.tier === "none") return { blocks: [paragraph(speak("no_consequence_line"))] };
  const rule = pack.conduct.rules.find(({ id }) => id === answer.rule);
  if (!rule || answer.tier === "depends") return { blocks: [] };
  const tier = pack.conduct.tiers.find(({ id }) => id === rule.tier);
  const also = pack.conduct.rules.filter(({ id }) => answer.rules_also.includes(id));
  const further = pack.conduct.tiers.filter(
    ({ id }) => id !== rule.tier && also.some((one) => one.tier === id),
  );
  return {
    blocks: [
      paragraph(speak("rule_line", { title: rule.title })),
      ...(tier ? [paragraph(speak("consequence_line", { consequence: tier.consequence }))] : []),
      ...(also.length > 0
        ? [
            paragraph(
              speak("rules_also_line", {
                titles: also.map(({ title }) => title).join(speak("separator")),
              }),
            ),
          ]
        : []),
      ...further.map(({ consequence }) => paragraph(speak("consequence_line", { consequence }))),
    ],
    sources: [rule.clause],
  };
}
