import type { FactValue, Facts } from "../../../machines/words.ts";
import { factId } from "../../fact-ids.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { askedFor, listOf } from "../../rules/asked.ts";
import { MOST_THINGS, NONE } from "../../rules/facts.ts";
import type { Mentions } from "../entities.ts";
import { heldCertificates } from "./certificates.ts";
import { diplomas } from "./diplomas.ts";
import { jobs } from "./jobs.ts";
import type { Thing } from "./thing.ts";
import { durationPath, timesOf } from "./times.ts";

const OTHERS = /朋友|同学|同事|老公|老婆|爱人|孩子|儿子|女儿|弟弟|妹妹|哥哥|姐姐|亲戚|他|她/u;
/** One more thing beside those told. */
const MORE = /还|另外|除此|再加/u;

/** What was said already, and what was asked. */
export interface Before {
  readonly pending?: string | undefined;
  readonly facts: Facts;
}

type List = "diplomas" | "work" | "certificates";

/**
 * The facts of the interview that a candidate's own words tell: several jobs, diplomas or certificates
 * too where each has its own details. What is denied, said of somebody else, or cannot be told apart is
 * left out, and so it will be asked.
 */
export function findFacts(found: Mentions, pack: Pack, before: Before): Facts {
  const facts: Record<string, FactValue> = {};
  if (OTHERS.test(found.text) && found.text.includes("我")) return facts;
  const age = pack.interview.find(({ fact }) => fact === "age");
  if (age && found.age) facts[age.id] = [found.age.months, found.age.months];
  const held = heldCertificates(found);
  const things: Record<List, Thing[]> = {
    certificates: held.map(({ level, match }) => ({ level, match })),
    work: jobs(found, held, pack),
    diplomas: diplomas(found, pack),
  };
  placeDuration(found, pack, before, things);
  for (const list of Object.keys(things) as List[])
    things[list].forEach((thing, index) => {
      const place = firstPlace(list, thing, found, pack, before) + index;
      for (const question of pack.interview.filter((one) => listOf(one) === list)) {
        const value = thing[question.fact.slice(list.length + 1)];
        if (value !== undefined && place < MOST_THINGS) facts[factId(question.id, place)] = value;
      }
    });
  return facts;
}

/**
 * What is told is the thing that was asked about; with "还", or where it is another job or certificate
 * than those told, one more; else the first, told or told anew.
 */
function firstPlace(
  list: List,
  thing: Thing,
  { text }: Mentions,
  { interview }: Pack,
  before: Before,
): number {
  const asked = before.pending === undefined ? undefined : askedFor(interview, before.pending);
  if (asked && listOf(asked.question) === list) return asked.place;
  const head = interview.find((question) => listOf(question) === list);
  const known = Array.from({ length: MOST_THINGS }, (_, place) =>
    head ? before.facts[factId(head.id, place)] : undefined,
  ).filter((value) => value !== undefined && value !== NONE);
  if (known.length === 0) return 0;
  const named = head && thing[head.fact.slice(list.length + 1)];
  const another = list !== "diplomas" && named !== undefined && !known.includes(named);
  return another || MORE.test(text) ? known.length : 0;
}

/** The one length of time of a message goes to what it is said of. */
function placeDuration(
  found: Mentions,
  pack: Pack,
  before: Before,
  things: Record<List, Thing[]>,
): void {
  const [time, ...more] = timesOf(found);
  if (!time || more.length > 0 || things.work.some(({ months }) => months !== undefined)) return;
  const [list, attribute] = durationPath(found, time, pack, before.pending).split(".");
  if (list === undefined || attribute === undefined || !(list in things)) return;
  const [first = {}] = things[list as List];
  things[list as List].splice(0, 1, { ...first, [attribute]: time.value });
}
