/** One thing a candidate told us, by question id: an id, a range of months, or null for "do not know". */
export type FactValue = string | readonly number[] | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** What a question names: the pack's ids by entity key, such as `level` or `month`. */
export type Entities = Readonly<Record<string, string | number>>;

/** A question of the candidate and the content entry that answers it. */
export interface Ask {
  readonly answer: string;
  readonly entities: Entities;
}

export type UnclearReason =
  | "empty"
  | "too_long"
  | "symbols_only"
  | "not_understood"
  | "bad_answer"
  | "future_date"
  | "absurd_number"
  | "stale_choice"
  | "unknown_choice"
  | "nothing_asked"
  | ReceiptFault;

/** Why a receipt is not opened: it was altered or is not ours; of another notice; its notice is over. */
export type ReceiptFault = "receipt_tampered" | "receipt_other_pack" | "receipt_expired";

/** How one level stood: conditions by id, those that did not hold left out. */
export interface Outcome {
  readonly verdict: "eligible" | "needs_confirmation" | "not_eligible" | "undecided";
  readonly met: readonly string[];
  readonly unsure: readonly string[];
}
/** By level. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** A result of the self-assessment as it was taken along. */
export interface Receipt {
  readonly facts: Facts;
  /** `YYYY-MM-DD` */
  readonly issued: string;
  /** The version of the pack that it was assessed with. */
  readonly version: number;
  readonly outcomes: Outcomes;
}

/** Everything that the dialog can hear. */
export type DialogEvent =
  | { readonly type: "ASK"; readonly asks: readonly Ask[] }
  /** `asks`: what was asked besides, which is answered first. */
  | { readonly type: "CHECK"; readonly facts: Facts; readonly asks?: readonly Ask[] }
  | { readonly type: "APPLY"; readonly facts: Facts; readonly asks?: readonly Ask[] }
  | { readonly type: "TELL"; readonly facts: Facts; readonly readBack: boolean }
  | { readonly type: "CHANGE"; readonly question?: string }
  /** A result that was taken along is brought back. */
  | { readonly type: "REOPEN"; readonly receipt: Receipt }
  | {
      readonly type: "UNSURE";
      readonly candidates: readonly string[];
      /** What the message named, for whichever of them was meant. */
      readonly entities: Entities;
    }
  | { readonly type: "UNCLEAR"; readonly reason: UnclearReason }
  /** A yes or no to whatever was asked; one to a change is never one to a deletion. */
  | { readonly type: "CONFIRM" | "CANCEL"; readonly of?: "change" }
  | { readonly type: "BACK" | "RESTART" | "MENU" | "FORGET" | "TAKE" };

/** Sentences about the conversation itself; `carried_over` and `greeting` are said by the shell. */
export type Told =
  | "forget_confirm"
  | "forgotten"
  | "kept"
  | "restarted"
  | "unchanged"
  | "nothing_to_change"
  | "nothing_to_take"
  | "carried_over"
  | "greeting";

/** What the dialog wants said, before it is worded. */
export type Say =
  | { readonly say: "menu" | "verdict" | "summary" | "card" | "receipt" }
  | { readonly say: "reopened"; readonly receipt: Receipt }
  | { readonly say: "answer"; readonly answer: string; readonly entities: Entities }
  | {
      readonly say: "question";
      readonly question: string;
      readonly how: "first" | "again" | "hint";
    }
  | { readonly say: "noted"; readonly questions: readonly string[] }
  /** What a change would do, before it is applied. */
  | { readonly say: "preview"; readonly proposed: Facts }
  /** Answers that cannot all be true. */
  | { readonly say: "conflict"; readonly facts: Facts }
  | { readonly say: "unsure"; readonly candidates: readonly string[]; readonly entities: Entities }
  | { readonly say: "unclear"; readonly reason: UnclearReason }
  | { readonly say: "told"; readonly what: Told };

/** What the dialog asks of the rules; handed in, so that the dialog itself decides nothing about the exam. */
export interface Guide {
  /** The next question of the self-assessment, or undefined when the verdict stands. */
  readonly nextQuestion: (facts: Facts) => string | undefined;
  /** The next question of the guided registration, or undefined when the card can be drawn. */
  readonly nextApplication: (facts: Facts) => string | undefined;
  /** Answers that fall when this one becomes `told`, such as the major with the school. */
  readonly dependents: (question: string, told: FactValue) => readonly string[];
  /** Ids of facts that cannot all be true, such as thirty years of work at twenty; empty as a rule. */
  readonly conflict: (facts: Facts) => readonly string[];
  /** Whether the verdict of a level asked for would be another one. */
  readonly moves: (before: Facts, after: Facts) => boolean;
  /** Whether a question belongs to the registration, not to the self-assessment. */
  readonly isApplication: (question: string) => boolean;
  /** The answer of the registration that was asked for last, whatever was changed since. */
  readonly lastApplication: (facts: Facts) => string | undefined;
  /** Whether an answer ends with a question of its own. */
  readonly clarifies: (answer: string) => boolean;
}
