import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { z } from "zod";
import type { Assistant } from "../assistant.ts";
import { type Moment, TOPICS } from "../message.ts";
import { write } from "./lines.ts";
import { type Scored, labelledSchema, score } from "./scoring.ts";
import { understood } from "./understand.ts";

/** The labelled messages could not be read; the message names the line and what it lacks. */
export class LabelledFault extends Error {
  override readonly name = "LabelledFault";
}

const WORST = 40;
const PERCENT = 100;

/**
 * The `evaluate` command: how well the labelled messages of a JSON-lines file are understood: rates,
 * a confusion table by topic, and the worst misses, the confident ones first.
 * @throws {LabelledFault} a line is no labelled message
 */
export async function evaluate(
  assistant: Assistant,
  now: () => Moment,
  file: string,
  output: Writable,
): Promise<number> {
  const scored = readLabelled(file).map((labelled) => {
    const before = labelled.context.filter(({ role }) => role === "user").map(({ text }) => text);
    return score(labelled, understood(assistant, before, labelled.text, now()));
  });
  await write(output, `${report(scored).join("\n")}\n`);
  return 0;
}

function readLabelled(file: string) {
  const lines = read(file).split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [labelledSchema.parse(JSON.parse(line))];
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new LabelledFault(
        `evaluate: ${file}:${at + 1} is no labelled message: ${why}\n(a line is {"id","text","topic","kind"|"answerable","topics"?,"entities"?,"context"?})`,
        { cause },
      );
    }
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new LabelledFault(`evaluate: ${file} cannot be read (name a JSON-lines file)`, { cause });
  }
}

/** The whole report, line by line. */
function report(scored: readonly Scored[]): string[] {
  return [...rates(scored), "", ...confusion(scored), "", ...misses(scored)];
}

function rates(scored: readonly Scored[]): string[] {
  const refused = scored.filter(({ answered }) => answered === undefined);
  const outside = scored.filter(({ labelled }) => labelled.topic === "out_of_scope");
  const sum = (of: (one: Scored["entities"]) => number): number =>
    scored.reduce((total, { entities }) => total + of(entities), 0);
  const [right, found, wanted] = [
    sum((one) => one.right),
    sum((one) => one.found),
    sum((one) => one.wanted),
  ];
  return [
    `messages                 ${scored.length}`,
    rate(
      "topic right",
      scored.map(({ topic }) => topic),
    ),
    rate(
      "all of several topics",
      scored.map(({ all }) => all),
    ),
    rate(
      "kind right",
      scored.map(({ kind }) => kind),
    ),
    rate(
      "conduct: tier right",
      scored.map(({ tier }) => tier),
    ),
    rate(
      "conduct: rule right",
      scored.map(({ rule }) => rule),
    ),
    rate(
      "wrong answer",
      scored.map(({ wrong }) => wrong),
    ),
    rate(
      "rejected or unsure",
      scored.map((one) => refused.includes(one)),
    ),
    rate(
      "out of scope answered",
      outside.map(({ answered }) => answered !== undefined && answered !== "out_of_scope"),
    ),
    row(
      "entities F1",
      found + wanted === 0 ? 1 : (2 * right) / (found + wanted),
      `${right} right, ${found} found, ${wanted} wanted`,
    ),
  ];
}

/** The share of those that hold, of those for which it is known. */
function rate(name: string, holds: readonly (boolean | undefined)[]): string {
  const known = holds.filter((one) => one !== undefined);
  const right = known.filter(Boolean).length;
  return known.length === 0
    ? `${name.padEnd(24)} none`
    : row(name, right / known.length, `${right}/${known.length}`);
}

function row(name: string, share: number, counts: string): string {
  return `${name.padEnd(24)} ${(share * PERCENT).toFixed(1).padStart(5)}%  ${counts}`;
}

/** Rows are what was asked, columns what was answered; `-` is no answer. */
function confusion(scored: readonly Scored[]): string[] {
  const short = (topic: string): string => topic.slice(0, 6).padStart(7);
  const columns = [...TOPICS, undefined];
  const rows = TOPICS.flatMap((asked) => {
    const own = scored.filter(({ labelled }) => labelled.topic === asked);
    if (own.length === 0) return [];
    const cells = columns.map((answered) => own.filter((one) => columnOf(one) === answered).length);
    return [
      `${asked.padEnd(16)}${cells.map((count) => String(count || ".").padStart(7)).join("")}`,
    ];
  });
  return [
    `${"asked \\ answered".padEnd(16)}${columns.map((topic) => short(topic ?? "-")).join("")}`,
    ...rows,
  ];
}

/** A further topic of the message is as right as its first. */
function columnOf({ answered, topic, labelled }: Scored): string | undefined {
  return topic ? labelled.topic : answered;
}

function misses(scored: readonly Scored[]): string[] {
  const missed = scored
    .filter(
      (one) =>
        one.wrong || !one.topic || one.kind === false || one.rule === false || one.tier === false,
    )
    .toSorted((a, b) => weight(b) - weight(a));
  return [
    `worst misses (${Math.min(WORST, missed.length)} of ${missed.length})`,
    ...missed.slice(0, WORST).map(describe),
  ];
}

/** The confident wrong ones weigh most. */
function weight({ wrong, topic, understood: { topics } }: Scored): number {
  return (wrong ? 2 : 0) + (topic ? 0 : 1) + (topics[0]?.confidence ?? 0);
}

function describe({ labelled, understood: heard, wrong }: Scored): string {
  const { id, text, topic, kind = labelled.answerable ?? "" } = labelled;
  const rule = [labelled.entities["rule"], labelled.entities["tier"]].filter(Boolean).join(" ");
  return `${wrong ? "!" : " "} ${id}  ${text}  | ${topic} ${kind} ${rule} → ${heard.answer} ${heard.kind} ${heard.topics[0]?.confidence ?? 0}`;
}
