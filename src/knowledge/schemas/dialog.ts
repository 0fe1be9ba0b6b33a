import { z } from "zod";
import { aliases, unknown } from "./lists.ts";

const name = z.string().min(1);
const months = z.union([
  z.tuple([z.number().int().min(0)]),
  z.tuple([z.number().int().min(0), z.number().int().min(0)]),
]);

/** Of a hundred candidates about so many answer like this; only the order of questions hangs on it. */
const share = z.number().min(0).max(100).optional();

/** One answer to tap. `months` is the range that it stands for, without an end where it has none. */
const optionSchema = z.strictObject({
  id: name,
  label: name,
  aliases,
  months: months.optional(),
  share,
});
export type Option = z.infer<typeof optionSchema>;

const QUESTION_TYPES = [
  "target",
  "age",
  "school",
  "status",
  "major",
  "occupation",
  "duration",
  "certificate_level",
  "title_grade",
  "applicant",
  "level",
  "direction",
  "month",
] as const;

const wording = { id: name, type: z.enum(QUESTION_TYPES), label: name, ask: name, hint: name };

/** A question of the self-assessment and the fact that it asks for. */
const questionSchema = z.strictObject({
  ...wording,
  fact: name,
  options: z.array(optionSchema).default([]),
  /** Label of "there is none", for a thing that one may not have. */
  none: name.optional(),
  /** Whole messages that mean that there is none of this, besides those that mean it of anything; of a length of time that it is zero. */
  denials: aliases,
  none_share: share,
  /** How to ask for one more thing of the kind, for the first question about a thing of which one may have several. */
  another: z
    .strictObject({ label: name, ask: name, hint: name, none: name, denials: aliases, share })
    .optional(),
  /** Of the age: the years from which work is thought possible; work that began earlier is asked about. */
  works_from: z.number().min(0).optional(),
  /** Asked of the first thing only. */
  once: z.boolean().optional(),
  /** Label of "all levels", for the question which levels to look at. */
  all: name.optional(),
});
export type Question = z.infer<typeof questionSchema>;
export const interviewSchema = z.array(questionSchema).min(1);

export const APPLICATION_QUESTIONS = ["applicant", "level", "direction", "month"] as const;
const applicationQuestionSchema = z.strictObject({ ...wording, id: z.enum(APPLICATION_QUESTIONS) });
export type ApplicationQuestion = z.infer<typeof applicationQuestionSchema>;

export const registrationSchema = z.strictObject({
  questions: z.array(applicationQuestionSchema),
  applicants: z
    .array(
      z.strictObject({
        id: name,
        label: name,
        aliases,
        /** Words that mean it only as an answer to the question. */
        answers: aliases,
        clause: name,
        /** Where to register, ids of links.yaml; where the notice gives no address, `entry` says so. */
        links: z.array(name).default([]),
        entry: name.optional(),
        /** What to bring, where it is not what `materials` lists. */
        materials: z.array(name).optional(),
        steps: z.array(name).min(1),
      }),
    )
    .min(1),
  materials: z.strictObject({ clause: name, unknown, items: z.array(name) }),
});
export type Registration = z.infer<typeof registrationSchema>;
