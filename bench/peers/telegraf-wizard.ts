import { type Context, Scenes, Telegraf, session } from "telegraf";
import type { Update } from "telegraf/types";
import { askedAfter, keyboard } from "./questions.ts";
import { CYCLE } from "./script.ts";
import { API_ROOT, openRedis, serve } from "./serving.ts";
import { SECRET, TOKEN } from "./bot-settings.ts";

type Wizard = Context & Scenes.WizardContext;

const redis = openRedis();
const steps = Array.from(
  { length: CYCLE },
  (_, place) => (context: Wizard) => step(context, place),
);
const stage = new Scenes.Stage<Wizard>([new Scenes.WizardScene<Wizard>("interview", ...steps)]);
const bot = new Telegraf<Wizard>(TOKEN, { telegram: { apiRoot: API_ROOT } });
bot.botInfo = await bot.telegram.getMe();
bot.use(
  session({
    // a few lines, so that the driver is the one that all the others use
    store: {
      get: async (key: string) =>
        JSON.parse((await redis.get(`telegraf:${key}`)) ?? "null") ?? undefined,
      set: (key: string, value: object) => redis.set(`telegraf:${key}`, JSON.stringify(value)),
      delete: (key: string) => redis.del(`telegraf:${key}`),
    },
  }),
);
bot.use(stage.middleware());
bot.use((context) => context.scene.enter("interview"));

await serve((app) =>
  app.post("/telegram", async ({ body, headers }, reply) => {
    if (headers["x-telegram-bot-api-secret-token"] !== SECRET) return reply.code(401).send();
    reply.hijack(); // the first call of the Bot API goes into the answer
    await bot.handleUpdate(body as Update, reply.raw);
    if (!reply.raw.writableEnded) reply.raw.end();
  }),
);

async function step(context: Wizard, place: number): Promise<void> {
  const { callbackQuery: tap } = context;
  const answer = (tap && "data" in tap ? tap.data : context.text) ?? "";
  const asked = askedAfter(place, answer);
  Object.assign(context.wizard.state, { [`question${place}`]: answer });
  if (place === CYCLE - 1) await context.scene.leave();
  else context.wizard.next();
  await Promise.all([
    tap && context.answerCbQuery(),
    tap && context.editMessageReplyMarkup(undefined),
    context.reply(asked.text, keyboard(asked)),
  ]);
}
