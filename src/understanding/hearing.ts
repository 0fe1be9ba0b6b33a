import type { DialogContext } from "../../machines/dialog.ts";
import type { DialogEvent, Entities } from "../../machines/words.ts";
import type { Guess } from "./classifier.ts";
import type { Mentions } from "./entities.ts";
import type { Before } from "./story.ts";

/** What the message is an answer to, as far as it is one. */
export interface Situation {
  /** The question that is open, of the interview or of the registration. */
  readonly pending?: string;
  /** Whether it was asked if everything shall be deleted. */
  readonly confirming?: boolean;
  /** Whether it was asked which answer is to be changed. */
  readonly changing?: boolean;
  readonly context: DialogContext;
}

/** One message, with all that was found in it. */
export interface Hearing {
  /** Normalised. */
  readonly text: string;
  /** Its letters and figures alone. */
  readonly plain: string;
  readonly found: Mentions;
  readonly entities: Entities;
  /** What it may be asking, best first. */
  readonly guesses: readonly Guess[];
  /** Share of the text that the classifier has seen the like of. */
  readonly known: number;
  readonly situation: Situation;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What was said already, for what a message tells besides. */
export function beforeOf({ pending, context }: Situation): Before {
  return { pending, facts: context.facts };
}

/** One way to read a message; undefined when it does not apply, and the next way is tried. */
export type Reading = (heard: Hearing) => DialogEvent | undefined;

const ALL = /都看|都行|两个|哪个|哪(?:一)?级|几级|随便|都可以|全部|都测|一起/u;

/** Whether the words ask for every level. */
export function asksForAll(text: string): boolean {
  return ALL.test(text);
}

/** Characters: the longest message that still can be an answer and not a story or a question. */
export const SHORT = 16;

/** What makes a short message, or a part of one, a question. */
export const ASKING =
  /[吗么呢伐?？]|怎|咋|啥|几|多少|多久|多长|什么|哪|谁|能|可以|[没不]$|(.)[没不]\1|是不|要不|还是|[给发告甩传推]我|[发说讲]一?下|告诉/u;
