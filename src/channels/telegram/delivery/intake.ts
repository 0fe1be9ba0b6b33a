import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Me } from "../bot-api.ts";
import type { Bot } from "../bot.ts";
import type { Persist } from "./persistence.ts";

/** One way in which updates come to a bot. */
export interface Intake {
  /** Adds what it needs to a server that does not listen yet. */
  routeOn(app: FastifyInstance): void;
  /**
   * Has Telegram send updates this way, and takes them as long as that is ours to do.
   * @param introduce has the bot introduce itself, once the updates are ours
   */
  run(me: Me, introduce: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
}

export interface IntakeParts {
  readonly bot: Bot;
  readonly persist: Persist;
  /** Stops it. */
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
}

/** The kinds of updates that we answer; no other is sent. */
export const ANSWERED = ["message", "edited_message", "callback_query"] as const;
