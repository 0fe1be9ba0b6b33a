import { RedisAdapter } from "@grammyjs/storage-redis";
import { Bot, type Context, type SessionFlavor, session, webhookCallback } from "grammy";
import { askedAfter, keyboard } from "./questions.ts";
import { CYCLE } from "./script.ts";
import { API_ROOT, openRedis, serve } from "./serving.ts";
import { SECRET, TOKEN } from "./bot-settings.ts";

interface Wizard {
  step: number;
  answers: Record<string, string>;
}

const bot = new Bot<Context & SessionFlavor<Wizard>>(TOKEN, {
  client: { apiRoot: API_ROOT, canUseWebhookReply: (method) => method === "answerCallbackQuery" },
});
bot.use(
  session({
    initial: (): Wizard => ({ step: 0, answers: {} }),
    storage: new RedisAdapter<Wizard>({ instance: openRedis() }),
  }),
);
bot.use(async (context) => {
  const wizard = context.session;
  const answer = context.callbackQuery?.data ?? context.msg?.text ?? "";
  const asked = askedAfter(wizard.step, answer);
  if (wizard.step === 0) wizard.answers = {};
  wizard.answers[`question${wizard.step}`] = answer;
  wizard.step = (wizard.step + 1) % CYCLE;
  await Promise.all([
    context.callbackQuery && context.answerCallbackQuery(),
    context.callbackQuery && context.editMessageReplyMarkup(),
    context.reply(asked.text, keyboard(asked)),
  ]);
});
await serve((app) =>
  app.post("/telegram", webhookCallback(bot, "fastify", { secretToken: SECRET })),
);
