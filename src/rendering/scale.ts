import { MARKS, type Mark } from "../blocks.ts";
import type { Conduct } from "../knowledge/schemas/conduct.ts";
import type { Block } from "../message.ts";

type Scale = Extract<Block, { type: "conduct" }>;
type Tier = Scale["tiers"][number];

/** What is shown of the scale. */
export interface Shown extends Pick<Scale, "verdict" | "text"> {
  /** A tier that is meant as a whole. */
  readonly tier?: string;
  /** How rules stand to what was done, by their ids. */
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** The scale of the tiers; of their rules only what is meant, because replies are stored. */
export function scale(conduct: Conduct, { tier: meant, marks, ...shown }: Shown): Scale {
  const tiers = conduct.tiers.map(({ id, clause, title, consequence }): Tier => {
    const isMeant = id === meant;
    const all = rulesOf(conduct, id, marks);
    const rules =
      isMeant || shown.verdict === "all" ? all : all.filter(({ mark }) => mark !== undefined);
    const mark = isMeant ? "matched" : strongest(rules);
    return { id, clause, title, consequence, rules, ...(mark && { mark }) };
  });
  return { type: "conduct", tiers, ...shown };
}

function rulesOf({ rules }: Conduct, tier: string, marks: Shown["marks"]): Tier["rules"] {
  return rules
    .filter((rule) => rule.tier === tier)
    .map(({ id, clause, title }) => {
      const mark = marks?.get(id);
      return { id, clause, title, ...(mark && { mark }) };
    });
}

function strongest(rules: Tier["rules"]): Mark | undefined {
  return MARKS.find((one) => rules.some(({ mark }) => mark === one));
}
