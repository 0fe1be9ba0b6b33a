import { Problem } from "../../http/problems.ts";
import { TelegramFault } from "../fault.ts";
import type { TelegramUpdate } from "../hearing/update-shape.ts";
import { laneOf } from "../hearing/updates.ts";
import { ANSWERED, type Intake, type IntakeParts } from "./intake.ts";
import { createLanes } from "./lanes.ts";
import { webhookRoute } from "./webhook.ts";

/** Telegram posts its updates to a route of our server. */
export function byWebhook(parts: IntakeParts, url: string, secret: string): Intake {
  const { bot, persist, signal, logger } = parts;
  const lanes = createLanes();
  let begun = false;

  async function take(update: TelegramUpdate): Promise<string | undefined> {
    if (!begun) throw again("We are still starting");
    if (signal.aborted) throw again("We are stopping");
    let call: string | undefined;
    try {
      await bot.take(update, (json) => void (call = json));
    } catch (error) {
      if (!(error instanceof TelegramFault)) return leave(update, error);
      logger.warn({ err: error }, "telegram: an update must be delivered again");
      throw again("Its replies could not be sent");
    }
    return call;
  }

  /** A fault of ours: the same update would only fail again. */
  function leave({ update_id: id }: TelegramUpdate, error: unknown): undefined {
    logger.error({ err: error }, `telegram: update ${id} failed; it is left unanswered`);
  }

  return {
    routeOn: (app) =>
      webhookRoute<TelegramUpdate>(app, {
        url,
        secret,
        handle: (update) => lanes.run(laneOf(update), () => take(update)),
      }),
    async run({ username }, introduce) {
      begun = true;
      const params = { url, secret_token: secret, allowed_updates: ANSWERED };
      await persist(() => bot.call("setWebhook", params, signal), Infinity);
      logger.info(`telegram: @${username} takes updates over its webhook`);
      await introduce();
    },
    idle: () => lanes.idle(),
  };
}

function again(why: string): Problem {
  return new Problem(503, `${why}; deliver this update again.`);
}
