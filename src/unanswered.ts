import type { Turn } from "./message.ts";

/** Tapped where it was unsure which of several was meant; says the same as `ask:`. */
export const PICK = "pick:";

/**
 * Why something is counted: the notice is `silent` about it, it is `outside` of this exam, it was
 * `unsure` what was meant, this answer was `offered` then, and this one `picked`.
 */
export const REASONS = ["silent", "outside", "unsure", "offered", "picked"] as const;
type Reason = (typeof REASONS)[number];

/** One row of what was not answered; never the text. */
export interface Unanswered {
  readonly reason: Reason;
  /** Id of a content entry, or of a word of the dialog's own: `dialog.unsure`, `dialog.not_understood`. */
  readonly answer: string;
}

/** What of a turn editors want to know of. */
export function unansweredIn(
  body: { readonly text: string } | { readonly choice: string },
  { replies }: Pick<Turn, "replies">,
): Unanswered[] {
  const picked = "choice" in body ? pickedIn(body.choice) : undefined;
  const known = replies.find(({ answer }) => answer === picked); // an id may be forged
  return [
    ...(known ? [{ reason: "picked" as const, answer: known.answer }] : []),
    ...replies.flatMap(({ kind, answer, choices }): Unanswered[] => {
      if (kind === "unsure") {
        const offered = choices.flatMap(({ id }) => pickedIn(id) ?? []);
        return [
          { reason: kind, answer },
          ...offered.map((one) => ({ reason: "offered" as const, answer: one })),
        ];
      }
      const isOwn = answer.startsWith("dialog.");
      return (kind === "silent" || kind === "outside") && !isOwn ? [{ reason: kind, answer }] : [];
    }),
  ];
}

/** The answer alone: what was named with it is the candidate's. */
function pickedIn(choice: string): string | undefined {
  return choice.startsWith(PICK) ? choice.slice(PICK.length).split(";")[0] : undefined;
}

/** As it is counted in the store. */
export function writeUnanswered({ reason, answer }: Unanswered): string {
  return `${reason} ${answer}`;
}

/** @returns undefined for what no version of this counts */
export function readUnanswered(counted: string): Unanswered | undefined {
  const [word = "", answer = ""] = counted.split(" ", 2);
  const reason = REASONS.find((one) => one === word);
  return reason && answer !== "" ? { reason, answer } : undefined;
}
