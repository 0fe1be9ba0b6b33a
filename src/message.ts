import { z } from "zod";
import { blockSchema } from "./blocks.ts";

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

export const linkSchema = z.object({ label: z.string(), url: z.string() });
export type Link = z.infer<typeof linkSchema>;

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

/** One part of a reply that a channel may draw in its own way. */
export type Block = Reply["blocks"][number];
/** One level's verdict as a tree. */
export type VerdictBlock = Extract<Block, { type: "verdict" }>;

/** What one message led to. */
export interface Turn {
  /** What the message was understood as: the type of the dialog event. */
  readonly event: string;
  /** Where the dialog stands now, such as `eligibility.asking`. */
  readonly state: string;
  readonly replies: readonly Reply[];
}
