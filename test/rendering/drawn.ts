import type { Entities } from "../../machines/words.ts";
import { type Block, type Moment, type Reply, replySchema } from "../../src/message.ts";
import { createRenderer } from "../../src/rendering.ts";
import { createDaytime } from "../../src/rules/desk.ts";
import { createGuide } from "../../src/rules/guide.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const render = createRenderer(pack, names, createGuide(pack, names), () => ({ code: "" }));
const daytime = createDaytime(pack.desk);
const MAY: Moment = { date: "2026-05-20", time: "10:00" };

/** An answer as a client would read it. */
export function answered(answer: string, entities: Entities = {}, at = MAY): Reply {
  const [reply] = render([{ say: "answer", answer, entities }], { facts: {} }, daytime(at));
  return replySchema.strict().parse(reply);
}

export function blocksOf<T extends Block["type"]>(
  { blocks }: Reply,
  type: T,
): Extract<Block, { type: T }>[] {
  return blocks.filter((one): one is Extract<Block, { type: T }> => one.type === type);
}

/** The only block of a kind. */
export function blockOf<T extends Block["type"]>(reply: Reply, type: T) {
  const [block, ...more] = blocksOf(reply, type);
  if (!block || more.length > 0) throw new Error(`${more.length + 1} blocks of type ${type}`);
  return block;
}
