import { z } from "zod";
import { matchSchema, statusSchema, titleGradeSchema } from "./eligibility.ts";

const name = z.string().min(1);
export const aliases = z.array(name).default([]);
/** What is said instead where the notice does not tell: then the lists beside it are empty. */
export const unknown = name.optional();
const entry = z.strictObject({ name, aliases });

export const occupationsSchema = z.strictObject({
  clause: z.string(),
  unknown,
  own: z.array(entry).min(1),
  related: z.array(entry),
  /** `like`: the listed names that come closest by what is done, told besides; none is meant. */
  unclear: z.array(z.strictObject({ name, aliases, like: aliases })),
  unlisted: z.array(entry),
});
export type Occupations = z.infer<typeof occupationsSchema>;

export const majorsSchema = z.strictObject({
  clause: z.string(),
  unknown,
  listed: z.array(entry),
  similar: z.array(z.strictObject({ name, like: name, aliases })),
  unlisted: z.array(entry),
});
export type Majors = z.infer<typeof majorsSchema>;

const patterns = z.array(name).min(1);

export const educationSchema = z.strictObject({
  schools: z.array(z.strictObject({ id: name, rank: z.number().int(), aliases })).min(1),
  statuses: z.array(z.strictObject({ id: statusSchema, aliases })).min(1),
  titles: z.array(z.strictObject({ id: titleGradeSchema, label: name, patterns })),
  certificate_kinds: z.array(z.strictObject({ match: matchSchema, patterns })),
});
export type Education = z.infer<typeof educationSchema>;
