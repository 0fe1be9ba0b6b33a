import type { DialogEvent, Entities, UnclearReason } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Incoming, MAX_TEXT } from "../message.ts";
import { understandChoice } from "./choices.ts";
import type { Classifier, Guess } from "./classifier.ts";
import { createChooser } from "./choosing.ts";
import { createEntityFinder } from "./entities.ts";
import type { Hearing, Reading, Situation } from "./hearing.ts";
import { createDeciding } from "./deciding.ts";
import { classifyAnswers } from "./learned-answers.ts";
import type { Learned } from "./learned.ts";
import { createLinkRemover } from "./links.ts";
import { bare, createFillerRemover, createNormaliser } from "./normalise.ts";
import { type OpenReceipt, readReceipt } from "./receipts.ts";
import { readClarifying } from "./readings/clarifying.ts";
import { readBareName } from "./readings/bare-name.ts";
import { readCommand, readMenu, readNavigation } from "./readings/commands.ts";
import { readChange, readCorrection } from "./readings/correction.ts";
import { readFollowUp } from "./readings/follow-up.ts";
import { readImplausible } from "./readings/implausible.ts";
import { readOtherOccupation } from "./readings/other-occupation.ts";
import { readElsewhere } from "./readings/elsewhere.ts";
import { readQuestion } from "./readings/question.ts";
import { readTypedAnswer } from "./readings/typed-answer.ts";
import { createSchoolNamesRemover } from "./school-names.ts";

export interface Understanding {
  readonly event: DialogEvent;
  /** What the message was taken to ask, best first; empty for tapped choices and what is no text. */
  readonly guesses: readonly Guess[];
  readonly entities: Entities;
}

/** @param today `YYYY-MM-DD`, for "this month" and "next month" */
export type Understand = (
  body: Incoming["body"],
  situation: Situation,
  today: string,
) => Understanding;

/**
 * Turns a message into a dialog event: the readings are tried in order and the first that applies
 * counts. The same pack always understands the same.
 * @param learned of this very pack
 */
export function createUnderstanding(pack: Pack, learned: Learned, open: OpenReceipt): Understand {
  const normalise = createNormaliser(pack.vocabulary, learned.spelling);
  const withoutLinks = createLinkRemover(pack);
  const withoutFillers = createFillerRemover(pack.vocabulary);
  const withoutSchoolNames = createSchoolNamesRemover(pack.vocabulary);
  const find = createEntityFinder(pack);
  const choose = createChooser(pack);
  const classifier = decided(classifyAnswers(pack, learned.answers), createDeciding(pack));
  const readings: readonly Reading[] = [
    readNavigation(pack, normalise),
    readChange(pack),
    readImplausible(pack),
    readTypedAnswer(pack),
    readCommand(pack, normalise),
    readMenu(pack, normalise),
    readCorrection(pack),
    readClarifying(pack),
    readFollowUp(pack, classifier),
    readBareName(pack),
    readElsewhere,
    readOtherOccupation(pack),
  ];
  const last = readQuestion(pack, classifier);

  const hear = (text: string, plain: string, situation: Situation, today: string): Hearing => {
    const found = find(text, today);
    return {
      text,
      plain,
      found,
      entities: choose(found),
      situation,
      today,
      ...classifier.classify(text),
    };
  };

  return (body, situation, today) => {
    if ("choice" in body)
      return wordless(understandChoice(body.choice, situation.pending, pack, today));
    // first, because to normalise takes longer the longer it is
    if (isTooLong(body.text)) return wordless({ type: "UNCLEAR", reason: "too_long" });
    const text = withoutSchoolNames(withoutFillers(normalise(withoutLinks(body.text))));
    const plain = bare(text);
    const refused = refuse(body.text, plain);
    if (refused) return wordless({ type: "UNCLEAR", reason: refused });
    const receipt = readReceipt(body.text, open, today);
    if (receipt) return wordless(receipt);
    const heard = hear(text, plain, situation, today);
    const event = first(readings, heard) ?? last(heard);
    return { event, guesses: heard.guesses, entities: heard.entities };
  };
}

/** The classifier under the rules: whatever it is asked, what a word rules out is no guess. */
function decided(
  { classify }: Classifier,
  deciding: (text: string) => (id: string) => boolean,
): Classifier {
  return {
    classify(text, allowed = () => true) {
      const decides = deciding(text);
      return classify(text, (id) => decides(id) && allowed(id));
    },
  };
}

function first(readings: readonly Reading[], heard: Hearing): DialogEvent | undefined {
  for (const read of readings) {
    const event = read(heard);
    if (event) return event;
  }
  return undefined;
}

function wordless(event: DialogEvent): Understanding {
  return { event, guesses: [], entities: {} };
}

/** What cannot be read at all. */
function refuse(raw: string, plain: string): UnclearReason | undefined {
  if (raw.trim() === "") return "empty";
  return plain === "" ? "symbols_only" : undefined;
}

/** In characters, as a candidate would count them; of a very long one the units tell already. */
function isTooLong(raw: string): boolean {
  return raw.length > MAX_TEXT && (raw.length > 2 * MAX_TEXT || Array.from(raw).length > MAX_TEXT);
}
