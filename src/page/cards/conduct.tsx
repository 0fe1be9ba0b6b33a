import type { Block } from "../../message.ts";
import { useWords, type Words } from "../words.ts";

type ConductBlock = Extract<Block, { type: "conduct" }>;
type Tier = ConductBlock["tiers"][number];

/** The tiers from the mildest to the gravest as the notice has them, with what was done marked on them. */
export function ConductScale({ tiers, verdict }: ConductBlock) {
  const words = useWords();
  return (
    <section class="scale">
      {verdict === "none" && <p class="clean">{words.clean}</p>}
      <ol>
        {tiers.map((tier) => (
          <TierView key={tier.id} tier={tier} isWhole={verdict === "all"} />
        ))}
      </ol>
    </section>
  );
}

function TierView({ tier, isWhole }: { readonly tier: Tier; readonly isWhole: boolean }) {
  const words = useWords();
  const { clause, title, consequence, mark, rules } = tier;
  const isShort = !isWhole && mark === undefined;
  return (
    <li class={mark ?? "unmarked"} aria-current={mark === "matched" ? "true" : undefined}>
      <p>
        <b>{consequence}</b> <small>{clause}</small>
      </p>
      {mark !== undefined && <p class="mark">{markOf(words, mark)}</p>}
      {isWhole && <p class="why">{title}</p>}
      {!isShort && rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <li key={rule.id} class={rule.mark ?? "unmarked"}>
              {rule.mark === "also" && <span class="mark">{words.also}：</span>}
              {rule.title} <small>{rule.clause}</small>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function markOf(words: Words, mark: NonNullable<Tier["mark"]>): string {
  return mark === "matched" ? words.matched : words.possible;
}
