import type { DialogEvent, FactValue, Facts, Say } from "./words.ts";

export type Asked = Extract<Say, { say: "question" }>["how"];

/** An action that says fixed things. */
export function say(...params: Say[]) {
  return { type: "say" as const, params };
}

/** Answers every question that was asked, in their order. */
export const sayAnswers = {
  type: "say" as const,
  params: ({ event }: { event: DialogEvent }): readonly Say[] =>
    event.type === "ASK" ? event.asks.map((one) => ({ say: "answer", ...one })) : [],
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

/** @throws when no question is open: a state that asks must not be entered then */
export function questionSay(id: string | undefined, how: Asked): Say {
  if (id === undefined) throw new Error("dialog: a question was to be asked, but none is open");
  return { say: "question", question: id, how };
}
