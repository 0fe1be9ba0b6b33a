import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  type VersionedState,
  conversations,
  createConversation,
} from "@grammyjs/conversations";
import { RedisAdapter } from "@grammyjs/storage-redis";
import { Bot, type Context, webhookCallback } from "grammy";
import { askedAfter, keyboard } from "./questions.ts";
import { API_ROOT, openRedis, serve } from "./serving.ts";
import { SECRET, TOKEN } from "./bot-settings.ts";

const bot = new Bot<ConversationFlavor<Context>>(TOKEN, {
  client: { apiRoot: API_ROOT, canUseWebhookReply: (method) => method === "answerCallbackQuery" },
});
const adapter = new RedisAdapter<VersionedState<ConversationData>>({ instance: openRedis() });
bot.use(
  conversations({ storage: { type: "key", getStorageKey: ({ chatId }) => `${chatId}`, adapter } }),
);
bot.use(createConversation(interview, "interview"));
bot.use((context) => context.conversation.enter("interview"));
await serve((app) =>
  app.post("/telegram", webhookCallback(bot, "fastify", { secretToken: SECRET })),
);

/** One conversation goes on for all turns, as the function of a longer interview would. */
async function interview(conversation: Conversation, first: Context): Promise<void> {
  let context = first;
  for (let turn = 0; ; turn++) {
    const asked = askedAfter(turn, context.callbackQuery?.data ?? context.msg?.text ?? "");
    // not side by side, because what is replayed has to be in order
    if (context.callbackQuery) await context.answerCallbackQuery();
    if (context.callbackQuery) await context.editMessageReplyMarkup();
    await context.reply(asked.text, keyboard(asked));
    context = await conversation.wait();
  }
}
