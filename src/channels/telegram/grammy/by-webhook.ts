import type { Update } from "grammy/types";
import { Problem } from "../../http/problems.ts";
import { withFaults } from "../grammy.ts";
import { createLanes } from "../lanes.ts";
import { laneOf } from "../updates.ts";
import { webhookRoute } from "../webhook.ts";
import { putThrough } from "./bot.ts";
import { ANSWERED, type Intake, type IntakeParts } from "./intake.ts";

/** Telegram posts its updates to a route of our server. */
export function byWebhook(parts: IntakeParts, url: string, secret: string): Intake {
  const { bot, persist, logger } = parts;
  const lanes = createLanes();

  async function handle(update: Update): Promise<string | undefined> {
    if (!bot.isInited()) throw again("We are still starting");
    let call: string | undefined;
    try {
      await putThrough(bot, update, (json) => void (call = json));
    } catch (error) {
      logger.warn({ err: error }, "telegram: an update must be delivered again");
      throw again("Its replies could not be sent");
    }
    return call;
  }

  return {
    routeOn: (app) =>
      webhookRoute<Update>(app, {
        url,
        secret,
        handle: (update) => lanes.run(laneOf(update), () => handle(update)),
      }),
    async run() {
      const options = { secret_token: secret, allowed_updates: ANSWERED };
      await persist(() => withFaults(bot.api.setWebhook(url, options)), Infinity);
      logger.info(`telegram: @${bot.botInfo.username} takes updates over its webhook`);
    },
    idle: () => lanes.idle(),
  };
}

function again(why: string): Problem {
  return new Problem(503, `${why}; deliver this update again.`);
}
