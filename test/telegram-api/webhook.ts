import { setTimeout as pause } from "node:timers/promises";
import type { Update } from "grammy/types";

export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
}

export interface Delivered {
  readonly update: number;
  readonly status: number;
}

const AGAIN_MS = 50;

/**
 * Delivers an update as Telegram does: again and again until it is taken.
 * @param reached where the bot listens now
 * @param tell hears of every attempt
 * @returns the body of the answer that took it
 */
export async function deliver(
  update: Update,
  reached: () => Webhook,
  tell: (attempt: Delivered) => void,
  stopped: AbortSignal,
): Promise<string> {
  while (!stopped.aborted) {
    const { url, secret } = reached();
    const answer = await post(url, update, secret);
    tell({ update: update.update_id, status: answer.status });
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    await pause(AGAIN_MS);
  }
  return "";
}

/** @returns status 0 where nobody listens */
export async function post(url: string, update: Update, secret: string | undefined) {
  const headers = {
    "content-type": "application/json",
    ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }),
  };
  try {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update) });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: "" };
  }
}
