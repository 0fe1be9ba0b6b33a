import { setTimeout as pause } from "node:timers/promises";
import type { Call } from "../bot-api.ts";
import type { Place } from "../hearing/place.ts";

/** A turn that takes longer shows that somebody is at work. */
const PATIENCE_MS = 700;
/** Telegram shows the sign for five seconds. */
const AGAIN_MS = 4500;

/** Shows that the bot is typing while a work takes long. @returns what the work makes */
export async function whileTyping<T>(
  { chat_id, message_thread_id }: Place,
  call: Call,
  work: Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const params = { chat_id, action: "typing", ...(message_thread_id && { message_thread_id }) };
  void show();
  try {
    return await work;
  } finally {
    done.abort();
  }

  async function show(): Promise<void> {
    try {
      for (let wait = PATIENCE_MS; ; wait = AGAIN_MS) {
        await pause(wait, undefined, { signal: done.signal });
        await call("sendChatAction", params);
      }
    } catch {} // it is over, or Telegram shows no sign: the reply comes all the same
  }
}
