import { z } from "zod";
import { KINDS, type Kind, TOPICS, type Topic } from "../message.ts";
import type { Understood } from "./understand.ts";

/** A labelled message: what it asks, and how it ought to be answered, as far as that was written down. */
export const labelledSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.array(z.looseObject({ role: z.string(), text: z.string() })).default([]),
  topic: z.enum(TOPICS),
  /** All topics, where there are several. */
  topics: z.array(z.enum(TOPICS)).default([]),
  kind: z.enum(KINDS).optional(),
  /** Whether the notice answers it, for those who wrote no kind. */
  answerable: z.enum(["yes", "partial", "no"]).optional(),
  answer: z.string().optional(),
  entities: z.record(z.string(), z.unknown()).default({}),
});
export type Labelled = z.infer<typeof labelledSchema>;

export interface Scored {
  readonly labelled: Labelled;
  readonly understood: Understood;
  /** The topic that it was answered on; undefined where nothing was answered: unsure, not understood. */
  readonly answered: Topic | undefined;
  readonly topic: boolean;
  /** Whether each of several topics was found; undefined for a message with one. */
  readonly all: boolean | undefined;
  /** Undefined where no kind is known. */
  readonly kind: boolean | undefined;
  readonly tier: boolean | undefined;
  readonly rule: boolean | undefined;
  /** A confident answer on another topic, or one of substance where the notice is silent or it is none of ours. */
  readonly wrong: boolean;
  readonly entities: { readonly right: number; readonly found: number; readonly wanted: number };
}

const ENTITIES = [
  "level",
  "direction",
  "month",
  "month_role",
  "years",
  "age",
  "major",
  "occupation",
  "applicant",
];
/** Years are told in decimals; a month more or less is another number. */
const YEARS_APART = 0.05;

/** How one message was understood, against its label. */
export function score(labelled: Labelled, understood: Understood): Scored {
  const wanted = [...new Set<Topic>([labelled.topic, ...labelled.topics])];
  const found = understood.topics.map(({ topic }) => topic);
  const refuses = understood.answer.startsWith("dialog.");
  const answered = refuses || understood.kind === "unsure" ? undefined : found[0];
  const isOutside = labelled.topic === "out_of_scope";
  const topic =
    answered === undefined
      ? isOutside && refuses && understood.kind === "outside"
      : wanted.includes(answered);
  const kinds = kindsOf(labelled);
  const substance = understood.kind === "stated" || understood.kind === "computed";
  const silent =
    kinds !== undefined && !kinds.some((kind) => kind !== "silent" && kind !== "outside");
  return {
    labelled,
    understood,
    answered,
    topic,
    all: wanted.length < 2 ? undefined : wanted.every((one) => found.includes(one)),
    kind: kinds?.includes(understood.kind),
    tier: same(labelled.entities["tier"], understood.entities["tier"]),
    rule: sameRule(labelled.entities, understood.entities["rule"]),
    wrong: answered !== undefined && (!topic || (silent && substance)),
    entities: compareEntities(labelled.entities, understood.entities),
  };
}

/** What counts as right: what follows from the notice may be told as stated or as computed. */
function kindsOf({ topic, kind, answerable }: Labelled): readonly Kind[] | undefined {
  if (topic === "out_of_scope") return ["outside"];
  const substance: readonly Kind[] = ["stated", "computed"];
  if (kind !== undefined)
    return answerable === "partial"
      ? [...substance, "silent"]
      : substance.includes(kind)
        ? substance
        : [kind];
  if (answerable === undefined) return undefined;
  if (answerable === "no") return ["silent"];
  return answerable === "yes" ? substance : [...substance, "silent"];
}

function same(wanted: unknown, found: unknown): boolean | undefined {
  return wanted === undefined ? undefined : wanted === found;
}

function sameRule(entities: Labelled["entities"], found: unknown): boolean | undefined {
  const also = entities["rule_also"];
  const wanted = [entities["rule"], ...(Array.isArray(also) ? also : [])];
  return entities["rule"] === undefined ? undefined : wanted.includes(found);
}

function compareEntities(
  wanted: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Scored["entities"] {
  const isRight = (key: string): boolean => {
    const [one, other] = [wanted[key], found[key]];
    return typeof one === "number" && typeof other === "number"
      ? Math.abs(one - other) <= YEARS_APART
      : one === other;
  };
  const [have, told] = [wanted, found].map((all) =>
    ENTITIES.filter((key) => all[key] !== undefined),
  );
  return {
    wanted: have?.length ?? 0,
    found: told?.length ?? 0,
    right: have?.filter(isRight).length ?? 0,
  };
}
