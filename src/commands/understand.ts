import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { DialogEvent, Entities } from "../../machines/words.ts";
import type { Assistant } from "../assistant.ts";
import type { DialogSnapshot } from "../dialog-state.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Answer, topicOf } from "../knowledge/schemas/answers.ts";
import type { Kind, Moment, Topic } from "../message.ts";
import { situation } from "../turn.ts";
import type { Understanding } from "../understanding/understand.ts";
import { answerLines } from "./lines.ts";

const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.array(z.looseObject({ role: z.string(), text: z.string() })).optional(),
});

/** What `understand` prints of a message. */
export interface Understood {
  readonly topics: readonly TopicGuess[];
  readonly entities: Entities;
  readonly kind: Kind;
  /** The content entry, or `dialog.…` where none answers. */
  readonly answer: string;
  readonly sources: readonly string[];
}

interface TopicGuess {
  readonly topic: Topic;
  readonly confidence: number;
}

/** The `understand` command: what each line would be taken for, after the turns of its context. */
export async function understandLines(
  assistant: Assistant,
  now: () => Moment,
  input: Readable,
  output: Writable,
): Promise<number> {
  await answerLines(input, output, (line) => {
    const parsed = lineSchema.safeParse(line);
    if (!parsed.success)
      throw new Error(`understand: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
    const { id, text, context = [] } = parsed.data;
    const before = context.filter(({ role }) => role === "user").map((turn) => turn.text);
    return { id, ...understood(assistant, before, text, now()) };
  });
  return 0;
}

/** Plays the candidate's earlier turns, then reads the last one where the dialog then stands. */
export function understood(
  assistant: Assistant,
  before: readonly string[],
  text: string,
  at: Moment,
): Understood {
  const { understand, guide, step, state, pack } = assistant;
  let { snapshot } = state.thaw(undefined);
  for (const earlier of before)
    [snapshot] = step(
      snapshot,
      understand({ text: earlier }, situation(snapshot, guide), at.date).event,
    );
  const heard = understand({ text }, situation(snapshot, guide), at.date);
  const answers = answersOf(heard.event, assistant, snapshot).flatMap(
    (id) => pack.answers.get(id) ?? [],
  );
  const [first] = answers;
  const act =
    heard.event.type === "UNSURE" ? first : answers.find(({ tier }) => tier !== undefined);
  return {
    topics: topicsOf(heard, answers),
    entities: { ...relevant(named(heard), answers, pack), ...conductOf(act) },
    kind: kindOf(heard.event, first),
    answer:
      heard.event.type === "UNSURE"
        ? "dialog.unsure"
        : (first?.id ?? `dialog.${heard.event.type.toLowerCase()}`),
    sources: heard.event.type === "UNSURE" ? [] : (first?.sources ?? []),
  };
}

/** The content entries that an event asks for. */
function answersOf(event: DialogEvent, { pack }: Assistant, snapshot: DialogSnapshot): string[] {
  const starting = (what: "eligibility" | "registration"): string[] =>
    [...pack.answers.values()].filter(({ starts }) => starts === what).map(({ id }) => id);
  switch (event.type) {
    case "ASK":
      return event.asks.map(({ answer }) => answer);
    case "UNSURE":
      return [...event.candidates];
    case "CHECK":
      return [...starting("eligibility"), ...(event.asks ?? []).map(({ answer }) => answer)];
    case "APPLY":
      return [...starting("registration"), ...(event.asks ?? []).map(({ answer }) => answer)];
    case "TELL":
    case "CHANGE":
      return starting(snapshot.matches({ task: "registration" }) ? "registration" : "eligibility");
    default:
      return [];
  }
}

/** All topics of the first answer's own, then those of further questions; of choices, the likelier topics. */
function topicsOf({ event, guesses }: Understanding, answers: readonly Answer[]): TopicGuess[] {
  const confidence = new Map(guesses.map(({ label, confidence: sure }) => [label, sure]));
  const found = new Map<Topic, number>();
  const add = (topic: Topic, sure: number): void =>
    void found.set(topic, Math.max(found.get(topic) ?? 0, sure));
  for (const answer of answers)
    for (const topic of [topicOf(answer.id) as Topic, ...answer.also])
      add(topic, confidence.get(answer.id) ?? (event.type === "UNSURE" ? 0 : 1));
  if (found.size === 0) found.set("out_of_scope", 0);
  return [...found].map(([topic, sure]) => ({ topic, confidence: Math.round(sure * 1000) / 1000 }));
}

function kindOf(event: DialogEvent, answer: Answer | undefined): Kind {
  if (event.type === "UNSURE") return "unsure";
  return answer?.kind ?? "outside";
}

function conductOf(answer: Answer | undefined): Record<string, string> {
  return {
    ...(answer?.tier !== undefined && { tier: answer.tier }),
    ...(answer?.rule !== undefined && { rule: answer.rule }),
  };
}

/** What a message names; a month that goes on from the question before keeps its side of the timetable. */
function named({ event, entities }: Understanding): Entities {
  const role = event.type === "ASK" ? event.asks[0]?.entities["month_role"] : undefined;
  return role !== undefined && "month" in entities ? { month_role: role, ...entities } : entities;
}

/** The topics of which a month is part of the question, be it the first or a further one. */
const DATED: readonly Topic[] = ["timetable", "registration", "fee", "results", "admission_ticket"];

const PERSONAL = ["years", "major", "occupation", "age"];

/**
 * What a candidate tells of himself is part of the question only where eligibility or papers are asked about; a
 * level that is not offered is none of this exam.
 */
function relevant(
  entities: Entities,
  answers: readonly Answer[],
  { vocabulary, projects }: Pack,
): Entities {
  const elsewhere = [...Object.keys(vocabulary.elsewhere), vocabulary.other_occupation.answer];
  if (answers[0] && elsewhere.includes(answers[0].id)) return {}; // of another exam's level, nothing is ours
  const doubtful = vocabulary.doubtful_work.some((word) => word === entities["occupation"]);
  const topics = answers.map(({ id }) => topicOf(id) as Topic);
  const personal = topics.some((topic) => topic === "eligibility" || topic === "materials");
  const offered = projects.levels.some(({ id }) => id === entities["level"]);
  const own = personal ? (doubtful ? ["occupation"] : []) : PERSONAL;
  const dated = topics.some((topic) => DATED.includes(topic));
  return without(entities, [
    ...own,
    ...(offered ? [] : ["level"]),
    ...(dated ? [] : ["month", "month_role"]),
  ]);
}

function without<T>(
  record: Readonly<Record<string, T>>,
  keys: readonly string[],
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
