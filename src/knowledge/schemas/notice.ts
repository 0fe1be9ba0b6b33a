import { z } from "zod";
import { topicSchema } from "../../message.ts";
import { aliases, unknown } from "./lists.ts";

const name = z.string().min(1);
/** YAML reads a bare 2026-01-01 as text in the core schema; both ways end as `YYYY-MM-DD`. */
const date = z.iso.date();
const month = z.number().int().min(1).max(12);

export const packSchema = z.strictObject({
  id: name,
  version: z.number().int().min(1),
  name,
  /** Word by word; absent where only a part of the notice was obtained. */
  title: name.optional(),
  issuer: name,
  year: z.number().int(),
  valid: z.strictObject({ from: date, to: date }),
  dated_topics: z.array(topicSchema),
});

export const factsSchema = z.record(
  name,
  z.strictObject({ value: z.union([z.string(), z.number()]), clause: name }),
);
export const linksSchema = z.record(
  name,
  z.strictObject({ label: name, url: z.url(), clause: name }),
);
export const clausesSchema = z.record(name, name);

export const projectsSchema = z.strictObject({
  clause: name,
  fee_clause: name,
  levels: z.array(z.strictObject({ id: name, full: name, fee_fact: name, aliases })).min(1),
  other_levels: z.array(z.strictObject({ id: name, aliases })),
  directions: z.array(z.strictObject({ id: name, aliases })),
  projects: z.array(z.strictObject({ direction: name.optional(), level: name })).min(1),
  /** What a retake costs, where the notice lists it: by level and subject, each a figure of facts.yaml. */
  retake: z
    .strictObject({
      clause: name,
      subjects: z.array(z.strictObject({ id: name, aliases })).min(1),
      fees: z.array(z.strictObject({ level: name, subject: name, fee_fact: name })).min(1),
    })
    .optional(),
  /** How long results stay valid, where that hangs on the level: a fact for each. */
  validity: z
    .strictObject({
      clause: name,
      levels: z.array(z.strictObject({ level: name, fact: name })).min(1),
    })
    .optional(),
});
export type Projects = z.infer<typeof projectsSchema>;

export const timetableSchema = z.strictObject({
  clause: name,
  unknown,
  rows: z.array(
    z.strictObject({
      month,
      apply: name,
      exam: name,
      exam_month: month,
      open_ended: z.boolean().default(false),
    }),
  ),
  /** How many working days results take, and where the notice has a longer time for some, that: facts. */
  results: z.strictObject({ days_fact: name, longer_fact: name.optional() }).optional(),
});
export type Timetable = z.infer<typeof timetableSchema>;
export type TimetableRow = Timetable["rows"][number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time is HH:MM");
const span = z.tuple([clock, clock]);
export const deskSchema = z.strictObject({
  clause: name,
  unknown,
  /** ISO weekdays, 1 is Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)),
  spans: z.array(span),
});
export type Desk = z.infer<typeof deskSchema>;

export const announcementsSchema = z.array(
  z.strictObject({
    id: name,
    from: date,
    to: date,
    topics: z.array(topicSchema).min(1),
    text: name,
  }),
);
export type Announcement = z.infer<typeof announcementsSchema>[number];
