import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Choice, Incoming, Moment, Reply, Turn } from "../message.ts";

export interface ChatOptions {
  readonly turn: (incoming: Incoming) => Promise<Turn>;
  readonly conversation: string;
  readonly now: () => Moment;
  readonly json: boolean;
}

/** From a pipe: one message a line, in order; `#2` picks the second choice offered last. */
export async function chatFromPipe(options: ChatOptions): Promise<void> {
  const say = talk(options);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
    await say(line);
}

/** At a keyboard. @param greeting what is said for the candidate at the beginning */
export async function chatInPerson(options: ChatOptions, greeting: string): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "> " });
  const say = talk(options);
  await say(greeting);
  lines.prompt();
  for await (const line of lines) {
    await say(line);
    lines.prompt();
  }
}

function talk({ turn, conversation, now, json }: ChatOptions): (line: string) => Promise<void> {
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
