import type { VerdictBlock } from "../../message.ts";
import { useWords, type Words } from "../words.ts";

type Condition = VerdictBlock["conditions"][number];

/** One level's verdict, condition by condition. */
export function Verdict({ verdict, title, because, requirements, conditions, ways }: VerdictBlock) {
  const words = useWords();
  const [heading, ...changes] = ways;
  return (
    <section class={`verdict ${verdict}`}>
      <h2>
        <Sign of={SIGNS[verdict]} />
        {title}
      </h2>
      {because !== undefined && <p>{because}</p>}
      <Conditions title={words.requirements} conditions={requirements} />
      <Conditions title={words.conditions} conditions={conditions} />
      {heading !== undefined && (
        <>
          <h3>{heading}</h3>
          <ul class="ways">
            {changes.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ConditionsProps {
  readonly title: string;
  readonly conditions: readonly Condition[];
}

function Conditions({ title, conditions }: ConditionsProps) {
  if (conditions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="conditions">
        {conditions.map((condition) => (
          <ConditionView key={condition.id} condition={condition} />
        ))}
      </ul>
    </>
  );
}

function ConditionView({ condition }: { readonly condition: Condition }) {
  const words = useWords();
  const state = stateOf(condition);
  const why = state === "met" || state === "unasked" ? [] : whyOf(condition);
  return (
    <li class={state}>
      <Sign of={state} />
      <div>
        <p>
          <b class="grade">{gradeOf(words, state)}</b> {condition.title}{" "}
          <small>{condition.clause}</small>
        </p>
        {why.length > 0 && <p class="why">{why.join("；")}</p>}
      </div>
    </li>
  );
}

type State = "met" | "unsure" | "unmet" | "unasked";

/** What nobody asked about is not unmet: it changes no verdict. */
function stateOf({ grade, asked }: Condition): State {
  return asked || grade !== "unmet" ? grade : "unasked";
}

function whyOf({ reasons, because }: Condition): string[] {
  const words = reasons.flatMap(({ text }) => text ?? []);
  return [...new Set([...words, ...(because === undefined ? [] : [because])])];
}

function gradeOf(words: Words, state: State): string {
  return { met: words.met, unsure: words.confirm, unmet: words.unmet, unasked: words.unasked }[
    state
  ];
}

const SIGNS = {
  eligible: "met",
  needs_confirmation: "unsure",
  not_eligible: "unmet",
} as const;

const STROKES = {
  met: "M5 13l5 5L20 7",
  unsure: "M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.1",
  unmet: "M6 6l12 12M18 6L6 18",
  unasked: "M7 12h10",
} as const;

/** Beside a word that says the same. */
function Sign({ of }: { readonly of: State }) {
  return (
    <svg class={`sign ${of}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[of]} />
    </svg>
  );
}
