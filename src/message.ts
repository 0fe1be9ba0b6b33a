import { z } from "zod";

/** The most characters a message may have; more is refused with a kind word. */
export const MAX_TEXT = 2000;

/** One message from a candidate: words typed, or the id of a choice tapped. */
export interface Incoming {
  /** Whose conversation; opaque, unguessable, chosen by the channel. */
  readonly conversation: string;
  /** Message id: the same id again gets the same replies and changes nothing. */
  readonly id: string;
  readonly body: { readonly text: string } | { readonly choice: string };
  /** When it was said, in Asia/Shanghai. */
  readonly at: Moment;
}

/** A minute in Asia/Shanghai. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

export const TOPICS = [
  "eligibility",
  "fee",
  "timetable",
  "registration",
  "materials",
  "admission_ticket",
  "results",
  "retake",
  "certificate",
  "conduct",
  "contact",
  "projects",
  "syllabus",
  "out_of_scope",
] as const;
export const topicSchema = z.enum(TOPICS);
export type Topic = z.infer<typeof topicSchema>;

export const KINDS = ["stated", "computed", "silent", "outside", "unsure"] as const;
const kindSchema = z.enum(KINDS);
export type Kind = z.infer<typeof kindSchema>;

const choiceSchema = z.object({
  id: z.string().describe("send it back as `choice`"),
  label: z.string(),
});
export type Choice = z.infer<typeof choiceSchema>;

const linkSchema = z.object({ label: z.string(), url: z.string() });
export type Link = z.infer<typeof linkSchema>;

const reasonSchema = z.object({
  about: z.string().describe("what was weighed, such as major or work_years"),
  grade: z.enum(["met", "unsure", "unmet"]),
  text: z.string().optional().describe("what keeps it from being met"),
  facts: z
    .array(z.object({ id: z.string(), label: z.string(), value: z.string() }))
    .describe("what was told of it"),
});

export const conditionSchema = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  grade: z.enum(["met", "unsure", "unmet"]),
  asked: z.boolean().describe("false: not all of it was asked, as it changes no verdict"),
  reasons: z.array(reasonSchema),
  because: z.string().optional().describe("why it is never certain"),
});

const verdictBlockSchema = z.object({
  type: z.literal("verdict"),
  level: z.string(),
  verdict: z.enum(["eligible", "not_eligible", "needs_confirmation"]),
  title: z.string(),
  requirements: z.array(conditionSchema),
  conditions: z.array(conditionSchema),
  because: z.string().optional().describe("why the conditions themselves are not known"),
  text: z.array(z.string()).describe("the same in plain words, a line each"),
  ways: z.array(z.string()).describe("what would change it, a line each; the first is a heading"),
});
/** One level's verdict as a tree, for channels that can draw it. */
export type VerdictBlock = z.infer<typeof verdictBlockSchema>;

const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("paragraph"), text: z.string() }),
  z.object({
    type: z.literal("table"),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ type: z.literal("steps"), items: z.array(z.string()) }),
  z.object({
    type: z.literal("card"),
    title: z.string(),
    lines: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  verdictBlockSchema,
]);
/** One part of a reply that a channel may draw in its own way. */
export type Block = z.infer<typeof blockSchema>;

export const replySchema = z.object({
  text: z.string().describe("the whole reply in plain words, tables included"),
  topic: topicSchema,
  kind: kindSchema,
  answer: z.string().describe("id of the content entry"),
  choices: z.array(choiceSchema),
  links: z.array(linkSchema),
  sources: z.array(z.string()).describe("clauses that it rests on"),
  blocks: z.array(blockSchema),
});
export type Reply = z.infer<typeof replySchema>;

/** What one message led to. */
export interface Turn {
  /** What the message was understood as: the type of the dialog event. */
  readonly event: string;
  /** Where the dialog stands now, such as `eligibility.asking`. */
  readonly state: string;
  readonly replies: readonly Reply[];
}
