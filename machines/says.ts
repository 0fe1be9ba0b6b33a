import type { DialogEvent, FactValue, Facts, Guide, Say } from "./words.ts";

export type Asked = Extract<Say, { say: "question" }>["how"];

/** An action that says fixed things. */
export function say(...params: Say[]) {
  return { type: "say" as const, params };
}

/** Answers every question that was asked, in their order. */
export const sayAnswers = {
  type: "say" as const,
  params: ({ event }: { event: DialogEvent }): readonly Say[] =>
    "asks" in event ? event.asks.map((one) => ({ say: "answer", ...one })) : [],
};

/** Repeats what was understood from free text, so that a wrong reading is seen at once. */
export const sayNoted = {
  type: "say" as const,
  params: ({
    context,
    event,
  }: {
    context: { facts: Facts };
    event: DialogEvent;
  }): readonly Say[] => {
    if (!("facts" in event) || (event.type === "TELL" && !event.readBack)) return [];
    const isLearned = ([id, told]: [string, FactValue]): boolean =>
      JSON.stringify(context.facts[id]) === JSON.stringify(told);
    const questions = Object.entries(event.facts)
      .filter(isLearned)
      .map(([id]) => id);
    return questions.length > 0 ? [{ say: "noted", questions }] : [];
  },
};

/** The result to take along, once there is one. */
export function sayReceipt(guide: Guide) {
  return {
    type: "say" as const,
    params: ({ context }: { context: { facts: Facts } }): Say[] => [
      guide.nextQuestion(context.facts) === undefined
        ? { say: "receipt" }
        : { say: "told", what: "nothing_to_take" },
    ],
  };
}

/** When a result that is brought back was issued, and what has moved since. */
export const sayReopened = {
  type: "say" as const,
  params: ({ event }: { event: DialogEvent }): Say[] =>
    event.type === "REOPEN" ? [{ say: "reopened", receipt: event.receipt }] : [],
};

/** @throws when no question is open: a state that asks must not be entered then */
export function questionSay(id: string | undefined, how: Asked): Say {
  if (id === undefined) throw new Error("dialog: a question was to be asked, but none is open");
  return { say: "question", question: id, how };
}
