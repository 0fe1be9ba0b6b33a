import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Assistant } from "../assistant.ts";
import type { Choice, Incoming, Moment, Reply, Turn } from "../message.ts";
import { openLmdbStore } from "../store/lmdb.ts";

export interface ChatOptions {
  readonly now: () => Moment;
  readonly json: boolean;
  readonly dataDirectory: string;
}

/**
 * A conversation in the terminal. From a pipe it is one message a line, a fresh conversation of
 * which nothing is kept; `#2` picks the second choice offered last.
 * @returns the exit code
 */
export async function chat(assistant: Assistant, options: ChatOptions): Promise<number> {
  return process.stdin.isTTY ? chatInPerson(assistant, options) : chatFromPipe(assistant, options);
}

async function chatFromPipe(assistant: Assistant, options: ChatOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "wenkao-"));
  const store = openLmdbStore({ path: folder });
  rmSync(folder, { recursive: true, force: true }); // open files live on without a name, and nothing is left however this ends
  try {
    const say = talk(assistant.turnOn(store), `terminal:${randomUUID()}`, options);
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
      await say(line);
  } finally {
    await store.close();
  }
  return 0;
}

/** At a keyboard the conversation is kept, as on any other channel. */
async function chatInPerson(assistant: Assistant, options: ChatOptions): Promise<number> {
  const store = openLmdbStore({ path: join(options.dataDirectory, "store") });
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "> " });
  try {
    const say = talk(assistant.turnOn(store), `terminal:${userInfo().username}`, options);
    await say(assistant.pack.vocabulary.commands.menu[0] ?? "");
    lines.prompt();
    for await (const line of lines) {
      await say(line);
      lines.prompt();
    }
  } finally {
    lines.close();
    await store.close();
  }
  return 0;
}

type TakeTurn = (incoming: Incoming) => Promise<Turn>;

function talk(
  turn: TakeTurn,
  conversation: string,
  { now, json }: ChatOptions,
): (line: string) => Promise<void> {
  let offered: readonly Choice[] = [];
  return async (line) => {
    const picked = /^#(\d{1,3})$/u.exec(line.trim());
    const choice = picked ? offered[Number(picked[1]) - 1]?.id : undefined;
    const body = picked ? { choice: choice ?? line } : { text: line };
    const done = await turn({ conversation, id: randomUUID(), body, at: now() });
    const drawn = repliesToPick(done);
    if (drawn.length > 0) offered = drawn.flatMap(({ choices }) => choices);
    process.stdout.write(
      json
        ? `${JSON.stringify({ in: line, ...done, replies: done.replies.map(withoutBlocks) })}\n`
        : inWords(done),
    );
  };
}

/** A terminal draws no blocks: `text` has all of them. */
function withoutBlocks({ blocks: _blocks, ...reply }: Reply): Omit<Reply, "blocks"> {
  return reply;
}

/** The last reply with choices; where it was not sure what was meant, what it offers instead comes first. */
function repliesToPick({ replies }: Turn): readonly Reply[] {
  const offering = replies.filter(({ choices }) => choices.length > 0);
  return offering.some(({ kind }) => kind === "unsure") ? offering : offering.slice(-1);
}

/** Replies apart by an empty line; only the choices that can be picked are numbered. */
function inWords(turn: Turn): string {
  const drawn = repliesToPick(turn);
  let number = 0;
  return turn.replies
    .map((reply) => {
      const choices = drawn.includes(reply) ? reply.choices : [];
      const lines = choices.map(({ label }) => `  #${(number += 1)} ${label}`);
      return `${[reply.text, ...lines].join("\n")}\n\n`;
    })
    .join("");
}
