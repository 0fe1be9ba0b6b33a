import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Classified, Classifier, Guess } from "./classifier.ts";
import { bare } from "./normalise.ts";
import { createPosed } from "./posed.ts";
import { type Part, createReadPart } from "./reading-parts.ts";

/** What is surely none of ours is not several questions: an advertisement. */
const SURELY_OUTSIDE = 0.6;
/** A message that is so clear as one question is several only where the topic of each is as sure as this. */
const ONE = 0.93;
const SURE_TOPIC = 0.7;
/** Two questions on one topic may be one said twice. */
const SURE = 0.6;
/** More than these nobody asks at once. */
const MOST = 3;

/** The questions that a message asks, in their order; fewer than two when it asks one. */
export type Several = (text: string, whole: Classified) => readonly string[];

/** @param classifier of parts of messages as of whole ones */
export function createSeveral(pack: Pack, classifier: Classifier): Several {
  const { answers, vocabulary, projects } = pack;
  /** Levels and directions are what something is asked of: 三级和四级费用. */
  const own = new Set(
    [...projects.levels, ...projects.directions]
      .flatMap(({ id, aliases }) => [id, ...aliases])
      .map(bare),
  );
  const posedIn = createPosed(vocabulary.between);
  const read = createReadPart(pack, classifier);
  const isAct = ({ label }: Guess): boolean => answers.get(label)?.tier !== undefined;
  const topicsOf = ({ label }: Guess): readonly string[] => [
    topicOf(label),
    ...(answers.get(label)?.also ?? []),
  ];
  /** What somebody did is told in several parts, and is one. */
  const says = (one: Part, again: Part): boolean =>
    one.label === again.label ||
    (isAct(one) && isAct(again)) ||
    (one.topic === again.topic &&
      Math.min(one.confidence, again.confidence) < SURE &&
      topicsOf(again).every((topic) => topicsOf(one).includes(topic)));
  return (text, classified) => {
    const { guesses, known } = classified;
    const [whole] = guesses;
    if (!whole || (whole.confidence === 1 && known === 1)) return []; // an example of the pack is one
    const { kind, beside } = answers.get(whole.label) ?? {};
    const isOutside = kind === "outside" && beside !== true;
    const posed = posedIn(text);
    const parts = posed.length + (posed[0]?.told.length ?? 0) + (posed.at(-1)?.after.length ?? 0);
    const isOf = posed.some(({ question }) => own.has(bare(question)));
    if (parts < 2 || isOf || (isOutside && whole.confidence >= SURELY_OUTSIDE)) return [];
    const message = { plain: bare(text), whole: classified };
    const found = posed
      .reduce<Part[]>((all, one) => [...all, ...read(one, all.at(-1)?.label, message)], [])
      .filter((part, at, all) => all.findIndex((one) => says(one, part)) === at);
    const isOne = whole.confidence >= ONE && found.some(({ share }) => share < SURE_TOPIC);
    if (found.length < 2 || isOne) return [];
    return found
      .slice(0, MOST)
      .map((part) => (isAct(part) && isAct(whole) ? whole.label : part.label));
  };
}
