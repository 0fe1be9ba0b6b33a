import { ExpiredError, validate } from "@tma.js/init-data-node";
import { z } from "zod";
import { LaunchRefused } from "../../refusals.ts";
import { conversationOf } from "./conversation-id.ts";

/** Seconds after which a launch opens nothing any more, so that a link that got about does no harm for long. */
const FRESH = 3600;

const userSchema = z.object({ id: z.int().positive() });

/**
 * Reads what Telegram hands the page when it opens it as a Mini App, as a query string signed with the bot's token.
 * @returns the conversation of that user's private chat with the bot
 * @throws {LaunchRefused} when it is forged, of another bot, expired, or names no user
 */
export function createLaunches(token: string): (initData: string) => string {
  return (initData) => {
    try {
      validate(initData, token, { expiresIn: FRESH });
    } catch (cause) {
      // its errors are no instances of their classes
      const fault = ExpiredError.is(cause) ? "has expired" : "is not signed for this bot";
      throw new LaunchRefused(`telegram: this launch ${fault}; ${REMEDY}`, { cause });
    }
    const { id } = userIn(initData);
    return conversationOf(id, id);
  };
}

const REMEDY = "open the page from Telegram again";

/** By no parser of the library: they refuse launches of clients that do not sign for third parties yet. */
function userIn(initData: string): z.output<typeof userSchema> {
  try {
    return userSchema.parse(JSON.parse(new URLSearchParams(initData).get("user") ?? "null"));
  } catch (cause) {
    const remedy = `${REMEDY}, by the bot's menu button`;
    throw new LaunchRefused(`telegram: this launch names no user; ${remedy}`, { cause });
  }
}
