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
  const params = { chat_id, action: "typing", ...(message_thread_id && { message_thread_id }) };
  let over = false;
  let timer = setTimeout(show, PATIENCE_MS); // a promise to abort would cost each turn some 40 µs
  try {
    return await work;
  } finally {
    over = true;
    clearTimeout(timer);
  }

  function show(): void {
    call("sendChatAction", params).then(
      () => void (over || (timer = setTimeout(show, AGAIN_MS))),
      () => {}, // Telegram shows no sign: the reply comes all the same
    );
  }
}
