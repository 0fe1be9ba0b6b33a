import type { FactValue, Facts } from "../../machines/words.ts";
import type { Question } from "../knowledge/schemas/dialog.ts";
import { MATCHES, type Match } from "../knowledge/schemas/eligibility.ts";
import type { Candidate, Fact, Job, Range } from "./candidate.ts";
import { factId } from "../fact-ids.ts";
import type { Named, Names } from "./names.ts";
import { lengthOf, parsePeriod } from "./period.ts";

/** The answer "there is none", to a question that has a `none` label. */
export const NONE = "none";
/** Stands in a choice id for "I do not know", which is stored as null. */
export const UNKNOWN = "?";
/** Answers of a major question that stand for the whole list. */
const LISTED = "listed";
/** The most things of one kind that are asked for: of a fourth diploma nothing new is to be expected. */
export const MOST_THINGS = 3;

const LISTS = ["diplomas", "work", "certificates", "titles"] as const;
type List = (typeof LISTS)[number];
type Entry = Record<string, Fact<unknown>>;

/** What a thing holds where no question asks for it, and of a further thing where nobody asked. */
const DEFAULTS: Record<List, Entry> = {
  diplomas: { school: null, status: "graduated", major: null },
  work: { match: null, months: null },
  certificates: { level: null, match: null, months_after: null },
  titles: { grade: null, field: null, months_after: null },
};

type Read = (value: FactValue) => unknown;
interface Slot {
  readonly id: string;
  readonly attribute: string;
  /** Asked of the first thing only. */
  readonly once: boolean;
  readonly read: Read;
}
interface Plan {
  readonly list: List;
  /** The first asks whether there is such a thing, and which. */
  readonly slots: readonly Slot[];
  /** Whether there may be several. */
  readonly several: boolean;
}

export type FactReader = (facts: Facts) => Candidate;
/** What an answer to a question comes to in the rules, such as months for an option. */
export type ReadAnswer = (question: string, value: FactValue) => unknown;

export function createAnswerReader(questions: readonly Question[], names: Names): ReadAnswer {
  const readers = new Map(questions.map((question) => [question.id, reader(question, names)]));
  return (question, value) => readers.get(question)?.(value);
}

/**
 * Reads the interview's facts as the rules see them. What was not asked yet stays open; a thing that
 * the candidate says he has not got is none; and as long as he has not said that there is no other, one
 * more thing of each kind is open.
 */
export function createFactReader(questions: readonly Question[], names: Names): FactReader {
  const age = questions.find(({ fact }) => fact === "age");
  const readAge = age && reader(age, names);
  const plans = LISTS.map((list) => planOf(list, questions, names));
  return (facts) => {
    const found = Object.fromEntries(
      plans.map((plan) => [plan.list, things(plan, facts)]),
    ) as unknown as Pick<Candidate, List>;
    const told = age && facts[age.id];
    return {
      age: age ? (tell(age.id, told, readAge) as Fact<Range>) : null,
      doubtfulMonths: 0,
      ...found,
      work: found.work.map((job, place) => dated(job, plans, facts, place)),
    };
  };
}

function planOf(list: List, questions: readonly Question[], names: Names): Plan {
  const own = questions.filter(({ fact }) => fact.startsWith(`${list}.`));
  return {
    list,
    several: own[0]?.another !== undefined,
    slots: own.map((question) => ({
      id: question.id,
      attribute: question.fact.slice(list.length + 1),
      once: question.once ?? false,
      read: reader(question, names),
    })),
  };
}

function things({ list, slots, several }: Plan, facts: Facts): Entry[] {
  const [head] = slots;
  if (!head) return [];
  const found: Entry[] = [];
  let closed = false;
  for (let place = 0; place < (several ? MOST_THINGS : 1); place++) {
    const told = facts[factId(head.id, place)];
    const another = place > 0;
    if (told === NONE) closed = true;
    else if (told === null && another) found.push(UNKNOWN_THING[list]);
    else if (told !== undefined || !closed) found.push(thing(list, slots, place, facts));
    const begun = slots.some(({ id }) => facts[factId(id, place)] !== undefined);
    if (!begun || (told === null && another)) closed = true;
  }
  return found;
}

/** Something that the candidate cannot say whether he has it. */
const UNKNOWN_THING: Record<List, Entry> = {
  ...DEFAULTS,
  diplomas: { ...DEFAULTS.diplomas, status: null },
};

function thing(list: List, slots: readonly Slot[], place: number, facts: Facts): Entry {
  const entry: Entry = { ...DEFAULTS[list] };
  for (const { id, attribute, once, read } of slots) {
    const fact = factId(id, place);
    const told = facts[fact];
    if (told !== undefined || place === 0 || !once) entry[attribute] = tell(fact, told, read);
  }
  return entry;
}

function tell(id: string, told: FactValue | undefined, read: Read | undefined): Fact<unknown> {
  if (told === undefined) return { open: id };
  return told === null ? null : read?.(told);
}

/** How the answers to a question are read. */
function reader(question: Question, names: Names): Read {
  const { type, options } = question;
  const ranges = new Map(options.map(({ id, months }) => [id, months]));
  switch (type) {
    case "duration":
    case "age":
      return (told) => {
        const period = parsePeriod(told);
        if (period) return lengthOf(period);
        const months = typeof told === "string" ? ranges.get(told) : told;
        return months ? [months[0] ?? 0, months[1] ?? Infinity] : null;
      };
    case "occupation":
      return (told) => named(told, names.occupation);
    case "major":
      return (told) => {
        if (told === LISTED) return "own";
        // the list is closed, so a name that is not in it is not listed (A4)
        return named(told, names.major) ?? (typeof told === "string" ? "unlisted" : null);
      };
    default:
      return (told) => told;
  }
}

function named(told: FactValue, find: (name: string) => Named | undefined): Match | null {
  if (typeof told !== "string") return null;
  return MATCHES.find((match) => match === told) ?? find(told)?.match ?? null;
}

/** A job whose time was told by dates keeps them. */
function dated(job: Job, plans: readonly Plan[], facts: Facts, place: number): Job {
  const months = plans
    .find(({ list }) => list === "work")
    ?.slots.find(({ attribute }) => attribute === "months");
  const period = months && parsePeriod(facts[factId(months.id, place)]);
  return period ? { ...job, period } : job;
}
