import { Problem } from "../../http/problems.ts";
import { type TelegramUpdate, laneOf } from "../hearing/updates.ts";
import { ANSWERED, type Intake, type IntakeParts } from "./intake.ts";
import { createLanes } from "./lanes.ts";
import { webhookRoute } from "./webhook.ts";

/** Telegram posts its updates to a route of our server. */
export function byWebhook(parts: IntakeParts, url: string, secret: string): Intake {
  const { bot, persist, logger } = parts;
  const lanes = createLanes();
  let begun = false;

  async function take(update: TelegramUpdate): Promise<string | undefined> {
    if (!begun) throw again("We are still starting");
    let call: string | undefined;
    try {
      await bot.take(update, (json) => void (call = json));
    } catch (error) {
      logger.warn({ err: error }, "telegram: an update must be delivered again");
      throw again("Its replies could not be sent");
    }
    return call;
  }

  return {
    routeOn: (app) =>
      webhookRoute<TelegramUpdate>(app, {
        url,
        secret,
        handle: (update) => lanes.run(laneOf(update), () => take(update)),
      }),
    async run({ username }) {
      begun = true;
      const params = { url, secret_token: secret, allowed_updates: ANSWERED };
      await persist(() => bot.call("setWebhook", params), Infinity);
      logger.info(`telegram: @${username} takes updates over its webhook`);
    },
    idle: () => lanes.idle(),
  };
}

function again(why: string): Problem {
  return new Problem(503, `${why}; deliver this update again.`);
}
