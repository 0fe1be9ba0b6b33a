/**
 * A Telegraf bot of your own, with Wenkao in it:
 * `TELEGRAM_TOKEN=123456:ABC-def node --import tsx docs/telegram/telegraf-bot.ts`
 */
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { Telegraf } from "telegraf";
import { message } from "telegraf/filters";
import { wenkao } from "../../src/channels/telegram/telegraf.ts";
import { openTelegramGuest } from "../../src/telegram-guest.ts";

const { TELEGRAM_TOKEN = "", TELEGRAM_API_ROOT } = process.env;
const pack = fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url));
const { assistant, close } = await openTelegramGuest(pack, process.env, pino(pino.destination(2)));

const bot = new Telegraf(TELEGRAM_TOKEN, {
  telegram: { ...(TELEGRAM_API_ROOT && { apiRoot: TELEGRAM_API_ROOT }) },
});
bot.command("about", (context) => context.reply("This command is the bot's own."));
bot.use(wenkao(assistant));
bot.on(message("photo"), (context) => context.reply("Wenkao leaves pictures to the bot."));
bot.catch((error) => console.error(error));

process.once("SIGTERM", () => bot.stop());
await bot.launch();
await close();
