import type { Reply, Turn } from "./message.ts";

const known = new WeakMap<readonly Reply[], string>();

/** A turn as it is sent, `{"state", "replies"}` in JSON: what it was understood as is nobody's business outside. */
export function writeTurn({ state, replies }: Turn): string {
  return `{"state":${JSON.stringify(state)},"replies":${writeReplies(replies)}}`;
}

/** A turn as it is kept for when its message comes again, in JSON. @param print of the message */
export function writeRecord(print: string, { event, state, replies }: Turn): string {
  const [to, type, place] = [print, event, state].map((text) => JSON.stringify(text));
  return `{"print":${to},"turn":{"event":${type},"state":${place},"replies":${writeReplies(replies)}}}`;
}

/** Once for all who need it, since replies are never changed, and writing them is most of the work. */
function writeReplies(replies: readonly Reply[]): string {
  const written = known.get(replies) ?? JSON.stringify(replies);
  known.set(replies, written);
  return written;
}
