import { z } from "zod";
import { topicSchema } from "../../message.ts";

const name = z.string().min(1);

/** Parts of an answer that code works out; each has one file in src/rendering/. */
const SHOWS = [
  "fee",
  "fee_difference",
  "fee_total",
  "retake_fee",
  "validity",
  "timetable",
  "month",
  "desk",
  "projects",
  "major",
  "majors",
  "occupation",
  "occupations",
  "conditions",
  "conduct",
  "tier",
  "steps",
  "materials",
] as const;
export type Show = (typeof SHOWS)[number];

/** What the assistant can be asked: one entry, one answer. */
const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/, "an id is topic.name in small letters"),
  title: z.string().min(1).max(20),
  kind: z.enum(["stated", "silent", "computed", "outside"]),
  sources: z.array(name).default([]),
  /** Of an outside one: asked in good faith beside other questions, 能落户吗, so that those are answered too. */
  beside: z.literal(true).optional(),
  /** Further topics that the question is about. */
  also: z.array(topicSchema).default([]),
  show: z.array(z.enum(SHOWS)).default([]),
  links: z.array(name).default([]),
  next: z.array(name).max(4).default([]),
  /** Begins a guided conversation instead of only answering. */
  starts: z.enum(["eligibility", "registration"]).optional(),
  text: name,
  examples: z.array(name).default([]),
  /** Whose steps `show: [steps]` shows: an applicant of registration.yaml. */
  applicant: name.optional(),
  rule: name.optional(),
  rules_also: z.array(name).default([]),
  /** A tier of conduct.yaml, or none or depends. */
  tier: name.optional(),
  clarify: z
    .strictObject({
      question: name,
      options: z
        .array(z.strictObject({ label: z.string().min(1).max(24), answer: name }))
        .min(2)
        .max(4),
    })
    .optional(),
});
export const answersSchema = z.array(answerSchema).min(1);
export type Answer = z.infer<typeof answerSchema>;

/** The part of an id before its point, after which the file is named that it stands in. */
export function topicOf(id: string): string {
  const point = id.indexOf(".");
  return point < 0 ? id : id.slice(0, point);
}
