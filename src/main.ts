import { fileURLToPath } from "node:url";
import pino from "pino";
import { z } from "zod";
import { type Assistant, createAssistant } from "./assistant.ts";
import { createClock } from "./clock.ts";
import { assessLines, printSchema } from "./commands/assess.ts";
import { backup, restore } from "./commands/backup.ts";
import { evaluate } from "./commands/evaluate.ts";
import { unanswered } from "./commands/unanswered.ts";
import { understandLines } from "./commands/understand.ts";
import { readConfig } from "./config.ts";
import type { Moment } from "./message.ts";
import { createPreparedPacks } from "./prepared-pack.ts";
import type { ReceiptSettings } from "./receipt-desk.ts";
import { ROOT } from "./root.ts";
import { openArchive, openStore } from "./store/open.ts";

/** The command line was not understood; the message shows how it is used. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Flags {
  readonly pack?: string | undefined;
  readonly today?: string | undefined;
  readonly now?: string | undefined;
  readonly month?: string | undefined;
  readonly json: boolean;
  readonly schema: boolean;
  readonly help: boolean;
}

const USAGE = `usage: wenkao <command> [--pack DIR] [--today YYYY-MM-DD | --now YYYY-MM-DDTHH:MM]

  serve             the assistant over HTTP, and the page
  chat [--json]     a conversation in the terminal, or one message a line on standard input
  understand        JSON lines {"id","text","context"?} in, what was understood out
  evaluate FILE     how well the labelled messages of a JSON-lines file are understood
  assess [--schema] JSON lines {"id","asOf"?,"facts"} in, verdicts out; or the schema of the input
  check [DIR]       validates a pack
  prepare           works out beforehand what a start needs of the pack; npm run build does it too
  diff PACK PACK    what a change of the content does to the verdicts, before and after
  unanswered [--month YYYY-MM] [--json]
                    what of a month was unsure, silent or outside, and how often; never a text
  backup, restore   every conversation to standard output, and back from standard input`;

const packs = createPreparedPacks(import.meta.url);
const DEFAULT_PACK = fileURLToPath(new URL("content/quanmeiti-2026", ROOT));

/**
 * The composition root: the only place where things are built and joined. The web server, the stores and the parser of packs
 * are loaded by the commands that need them.
 * @returns the exit code
 * @throws {UsageError | ConfigError | PackFaults | NoBundleError | StoreError} what the caller can mend
 */
export async function main([command, ...rest]: readonly string[], flags: Flags): Promise<number> {
  if (flags.help) return print(USAGE);
  const directory = flags.pack ?? DEFAULT_PACK;
  if (command === "check") return checkPack(rest[0] ?? directory);
  if (command === "diff") return compare(rest);
  if (command === "evaluate") return evaluateFile(rest, flags);
  if (rest.length > 0) throw new UsageError(`nothing is done with "${rest.join(" ")}"\n${USAGE}`);
  const now = clock(flags);
  const maker = (): Promise<MakeAssistant> => assistantMaker(directory, now);
  switch (command) {
    case "prepare":
      await packs.keep(directory);
      return print("ok");
    case "serve":
      return startServing(await maker(), now);
    case "chat":
      return startChat(await maker(), now, flags);
    case "understand":
      return understandLines((await maker())(), now, process.stdin, process.stdout);
    case "assess":
      return flags.schema
        ? print(printSchema())
        : assessLines((await maker())().assess, process.stdin, process.stdout);
    case "unanswered":
      return showUnanswered((await maker())().pack.answers, now, flags);
    case "backup":
      return backup(await openArchive(readConfig(process.env)), process.stdout);
    case "restore":
      return restore(await openArchive(readConfig(process.env)), process.stdin);
    default:
      throw new UsageError(command === undefined ? USAGE : `no command "${command}"\n${USAGE}`);
  }
}

async function startChat(
  assistant: MakeAssistant,
  now: () => Moment,
  { json }: Flags,
): Promise<number> {
  const { chat } = await import("./commands/chat.ts");
  return chat(assistant, { now, json, config: readConfig(process.env) });
}

/** @throws {UsageError} when the month is none */
async function showUnanswered(
  answers: Assistant["pack"]["answers"],
  now: () => Moment,
  { month = now().date.slice(0, "YYYY-MM".length), json }: Flags,
): Promise<number> {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month))
    throw new UsageError(`--month ${month} is no month; write YYYY-MM`);
  const store = await openStore(readConfig(process.env), pino({ level: "silent" }));
  return unanswered({ answers, store, month, json }, process.stdout);
}

async function checkPack(directory: string): Promise<number> {
  const { check } = await import("./commands/check.ts");
  return check(directory);
}

/** @throws {UsageError} when there are not two packs */
async function compare([before, after, ...more]: readonly string[]): Promise<number> {
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError(`diff compares two packs, before and after the change\n${USAGE}`);
  const { diff } = await import("./commands/diff.ts");
  return diff(before, after);
}

/** @throws {UsageError} when there is not one file */
async function evaluateFile([file, ...more]: readonly string[], flags: Flags): Promise<number> {
  if (file === undefined || more.length > 0)
    throw new UsageError(`evaluate reads one file\n${USAGE}`);
  const now = clock(flags);
  const make = await assistantMaker(flags.pack ?? DEFAULT_PACK, now);
  return evaluate(make(), now, file, process.stdout);
}

/** Builds an assistant once it is known how receipts are signed. */
type MakeAssistant = (receipts?: ReceiptSettings) => Assistant;

async function assistantMaker(directory: string, now: () => Moment): Promise<MakeAssistant> {
  const prepared = await packs.open(directory);
  return (receipts) => createAssistant(prepared, now, receipts);
}

async function startServing(assistant: MakeAssistant, now: () => Moment): Promise<number> {
  const { serve } = await import("./commands/serve.ts");
  const config = readConfig(process.env);
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  return serve({ assistant, config, now, logger });
}

const day = z.iso.date();
const minute = z.iso.datetime({ local: true, precision: -1 });

function clock({ today, now }: Flags): () => Moment {
  if (today !== undefined && !day.safeParse(today).success)
    throw new UsageError(`--today ${today} is no day; write YYYY-MM-DD`);
  if (now !== undefined && !minute.safeParse(now).success)
    throw new UsageError(`--now ${now} is no minute; write YYYY-MM-DDTHH:MM`);
  return createClock(now ?? today);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
