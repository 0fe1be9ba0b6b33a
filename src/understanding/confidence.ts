import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified, Guess } from "./classifier.ts";

/** At and above this confidence an answer is given. */
const SURE = 0.3;
/** Below SURE a first guess still counts when it leads the second by this factor. */
const LEAST_LEADING = 0.2;
const LEAD = 1.8;
/** Or when the topic is as sure as this, unless what somebody did is told: another act is another rule. */
const SURE_TOPIC = 0.8;
/** Below this share of known features nothing is recognised. */
const LEAST_KNOWN = 0.5;

/** Whether enough of the text was seen in training to say anything about it. */
export function isKnown({ known }: Pick<Classified, "known">): boolean {
  return known >= LEAST_KNOWN;
}

/** How likely a topic is, from 0 to 1; without one, that of the first guess. */
export function topicShare(
  { guesses }: Pick<Classified, "guesses">,
  topic = topicOf(guesses[0]?.label ?? ""),
): number {
  return sumOf(guesses.filter(({ label }) => topicOf(label) === topic));
}

/**
 * How likely is what the first guess comes to, from 0 to 1. Acts count together where they come to the same, rule and
 * tier: whichever it was, that is what the candidate hears.
 */
export function createMeant({ answers }: Pack): (classified: Classified) => number {
  const comesTo = (label = ""): string => {
    const { rule, tier } = answers.get(label) ?? {};
    return tier === undefined ? label : `${rule} ${tier}`;
  };
  return ({ guesses }) => {
    const meant = comesTo(guesses[0]?.label);
    return sumOf(guesses.filter(({ label }) => comesTo(label) === meant));
  };
}

/** Whether the first guess is sure enough to be answered. */
export function createClear(pack: Pack): (classified: Classified) => boolean {
  const meant = createMeant(pack);
  return (classified) => {
    const [first, second] = classified.guesses;
    if (!first || !isKnown(classified)) return false;
    if (first.confidence >= SURE) return true;
    const isAct = topicOf(first.label) === "conduct";
    const isSureTopic = topicShare(classified) >= SURE_TOPIC;
    if (isSureTopic && meant(classified) >= (isAct ? SURE : LEAST_LEADING)) return true;
    return (
      first.confidence >= LEAST_LEADING && first.confidence >= LEAD * (second?.confidence ?? 0)
    );
  };
}

function sumOf(guesses: readonly Guess[]): number {
  return guesses.reduce((sum, { confidence }) => sum + confidence, 0);
}
