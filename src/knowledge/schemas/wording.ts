import { z } from "zod";
import { topicSchema } from "../../message.ts";

/**
 * Every sentence that code says by itself, and the words it puts into it. A key here without text
 * in wording.yaml, and a text there without a key here, are both faults of the pack.
 */
export const PHRASES = {
  greeting: [],
  menu: [],
  noted: ["facts"],
  noted_several: ["facts"],
  resume: [],
  unknown_option: [],
  choose: [],
  summary: [],
  restarted: [],
  forget_confirm: [],
  forget_yes: [],
  forget_no: [],
  forgotten: [],
  kept: [],
  nothing_to_change: [],
  unsure: [],
  unclear_empty: [],
  unclear_too_long: ["max"],
  unclear_symbols_only: [],
  unclear_not_understood: [],
  unclear_bad_answer: [],
  unclear_stale_choice: [],
  unclear_unknown_choice: [],
  unclear_nothing_asked: [],
  carried_over: [],
  expired: ["year"],
  busy: [],
  store_down: [],
  sources: ["clauses"],
  links: ["links"],
  silent_contact: ["desk"],
  desk_open: ["until"],
  desk_closed: ["next"],
  desk_closed_until_published: [],
  desk_adjusted_weekend: [],
  desk_unpublished: [],
  day_today: [],
  day_on: ["date"],
  fee_line: ["project", "fee"],
  fee_total: ["count", "total"],
  fee_difference: ["high", "low", "difference"],
  fee_other_level: ["level", "levels"],
  column_project: [],
  column_level: [],
  column_fee: [],
  column_apply: [],
  column_exam: [],
  month_apply: ["apply", "exam"],
  month_exam: ["month", "apply"],
  month_no_exam: ["month"],
  month_apply_open: ["apply", "exam"],
  month_today: ["date"],
  month_open_ended: [],
  project_offered: ["project"],
  project_not_offered: ["project"],
  major_listed: ["name"],
  major_similar: ["name", "like"],
  major_unlisted: ["name"],
  major_unnamed: [],
  occupation_own: ["name"],
  occupation_related: ["name"],
  occupation_unclear: ["name"],
  occupation_unlisted: ["name"],
  occupation_unnamed: [],
  conditions_any: ["level"],
  verdict_eligible: ["level"],
  verdict_needs_confirmation: ["level"],
  verdict_not_eligible: ["level"],
  verdict_met: ["title", "clause"],
  verdict_unsure: ["title", "clause", "reasons"],
  verdict_unmet: ["title", "clause", "reasons"],
  verdict_general: ["title", "reasons"],
  verdict_confirm: [],
  verdict_final: [],
  lacks_age: ["need"],
  lacks_education: [],
  lacks_work_years: ["need"],
  lacks_work_occupation: [],
  lacks_certificate_level: ["need"],
  lacks_certificate_occupation: [],
  lacks_certificate_years: ["need"],
  lacks_title_grade: [],
  lacks_title_field: [],
  lacks_title_years: ["need"],
  lacks_school: [],
  lacks_status: [],
  lacks_major: [],
  unclear_age: [],
  unclear_education: [],
  unclear_work_years: ["need"],
  unclear_work_occupation: [],
  unclear_certificate_level: ["need"],
  unclear_certificate_occupation: [],
  unclear_certificate_years: ["need"],
  unclear_title_grade: [],
  unclear_title_field: [],
  unclear_title_years: ["need"],
  unclear_school: [],
  unclear_status: [],
  unclear_major: [],
  rule_line: ["title"],
  consequence_line: ["consequence"],
  no_consequence_line: [],
  rules_also_line: ["titles"],
  card_title: [],
  card_told: [],
  card_verdict: [],
  card_fee: [],
  card_window: [],
  card_bring: [],
  card_link: [],
  card_contact: [],
  card_project: [],
  card_applicant: [],
  card_no_verdict: [],
  card_unfinished: ["level"],
  card_steps: [],
  yuan: ["amount"],
  years_months: ["years", "months"],
  years_only: ["years"],
  months_only: ["months"],
  length_between: ["from", "to"],
  length_at_least: ["from"],
  age_years: ["years"],
  month_name: ["month"],
  separator: [],
  do_self_check: [],
  do_register: [],
  do_back: [],
  do_restart: [],
  do_menu: [],
  do_change: [],
  do_forget: [],
  page_title: [],
  page_body: [],
} as const satisfies Record<string, readonly string[]>;

export type Phrase = keyof typeof PHRASES;
export type PhraseParams<P extends Phrase> = Readonly<
  Record<(typeof PHRASES)[P][number], string | number>
>;

export const wordingSchema = z.strictObject(
  Object.fromEntries(Object.keys(PHRASES).map((key) => [key, z.string().min(1)])) as Record<
    Phrase,
    z.ZodString
  >,
);

export const COMMANDS = [
  "back",
  "restart",
  "menu",
  "change",
  "forget",
  "confirm",
  "cancel",
  "self_check",
  "register",
] as const;
export type Command = (typeof COMMANDS)[number];

const phrases = z.array(z.string().min(1)).min(1);

export const vocabularySchema = z.strictObject({
  /** Whole messages that are commands, whatever is being asked. */
  commands: z.strictObject(
    Object.fromEntries(COMMANDS.map((command) => [command, phrases])) as Record<
      Command,
      typeof phrases
    >,
  ),
  /** Whole messages that mean "I do not know". */
  unknown: phrases,
  /** Whole messages that mean "there is none". */
  none: phrases,
  /** Verbs that open a correction, before a question's label or alias: 改学历. */
  change_verbs: phrases,
  /** Everyday names of questions, for corrections. */
  question_aliases: z.record(z.string(), phrases),
  /** Words that say which side of the timetable a month is on. */
  month_roles: z.strictObject({ apply: phrases, exam: phrases }),
  /** Names that put a message outside this exam, by the answer that it gets: other exams, other cities. */
  elsewhere: z.record(z.string(), phrases),
  /** What a month, or the name of a level or direction, may ask when it stands alone. */
  alone: z.strictObject({ month: z.string(), name: phrases.max(3) }),
  /** A word that decides the topic where similarity wavers: 补考费 is never answered from `instead_of`. */
  deciding: z.array(
    z.strictObject({ words: phrases, topic: topicSchema, instead_of: z.array(topicSchema).min(1) }),
  ),
  /** What is answered when another occupation's fee, dates or registration are asked about. */
  other_occupation: z.strictObject({ answer: z.string(), instead_of: z.array(topicSchema).min(1) }),
  /** Typing slips, pinyin and everyday spellings, replaced before anything is read. */
  spelling: z.record(z.string().min(1), z.string().min(1)),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** Buttons of the menu: a command, or an entry to be answered. */
export const menuSchema = z
  .array(
    z.union([
      z.strictObject({ label: z.string().min(1), do: z.enum(COMMANDS) }),
      z.strictObject({ label: z.string().min(1), ask: z.string().min(1) }),
    ]),
  )
  .min(1);
export type Menu = z.infer<typeof menuSchema>;
