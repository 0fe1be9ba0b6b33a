import fc from "fast-check";
import { pino } from "pino";
import { type CreateMiddleware, createBot } from "../../src/channels/telegram/bot.ts";
import { createTelegramAssistant } from "../../src/channels/telegram/assistant.ts";
import { createGrammyMiddleware } from "../../src/channels/telegram/grammy.ts";
import { laneOf } from "../../src/channels/telegram/hearing/updates.ts";
import { createLaunches } from "../../src/channels/telegram/mini-app.ts";
import { createTelegrafMiddleware } from "../../src/channels/telegram/telegraf.ts";
import { telegramKnowledge } from "../../src/telegram-knowledge.ts";
import { createReceipts } from "../../src/receipt.ts";
import { LaunchRefused } from "../../src/refusals.ts";
import { createNames } from "../../src/rules/names.ts";
import { AT, assistant, candidate } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";
import { BOT } from "../telegram-api/chats.ts";
import { anyJson, texts } from "./from-schema.ts";
import type { Fuzz } from "./routes.ts";
import { updates } from "./updates.ts";

/** One fuzz for everything that reads what a channel brings. */
export function fuzzParsers(): Fuzz[] {
  const real = candidate();
  for (const text of ["四级自测", "20岁", "高中"]) real.say(text);
  const pending = real.stored();
  return [
    { name: "Telegram by grammY", inputs: updates, take: takenBy(createGrammyMiddleware) },
    { name: "Telegram by Telegraf", inputs: updates, take: takenBy(createTelegrafMiddleware) },
    { name: "initData", inputs: initData, take: refusingLaunches(createLaunches("42:stand-in")) },
    {
      name: "receipt codes",
      inputs: fc.oneof(texts, damaged),
      take: (text: string) => receipts.open(text, AT.date),
    },
    {
      name: "choice ids",
      inputs: choices,
      take: (choice: string) => candidate(assistant, pending).tap(choice),
    },
    {
      name: "words, at the beginning",
      inputs: texts,
      take: (text: string) => candidate().say(text),
    },
    {
      name: "words, to a question",
      inputs: texts,
      take: (text: string) => candidate(assistant, pending).say(text),
    },
  ];
}

const initData = fc.oneof(
  texts,
  fc
    .record({ user: anyJson.map((user) => JSON.stringify(user)), hash: texts, auth_date: texts })
    .map((fields) => new URLSearchParams(fields).toString()),
  fc.webQueryParameters(),
);

const known = [...telegramKnowledge(assistant, () => AT).choices];
const choices = fc.oneof(
  fc.constantFrom(...known),
  texts,
  fc.tuple(fc.constantFrom(...known), texts).map(([choice, text]) => choice + text),
  texts.map((text) => `tell:${text}`),
);

const SECRET = "0123456789abcdef0123456789abcdef";
const receipts = createReceipts({ pack, names: createNames(pack), secret: SECRET });
const code = receipts.issue({ target: "四级", age: "over" }, AT.date);
const damaged = fc
  .tuple(fc.nat(code.length), fc.nat(3), fc.string({ maxLength: 3 }))
  .map(([at, length, text]) => code.slice(0, at) + text + code.slice(at + length));

function refusingLaunches(read: (initData: string) => string) {
  return (text: string): void => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof LaunchRefused)) throw error;
    }
  };
}

/** Through the library's own middleware, up to what would be sent. */
function takenBy(createMiddleware: CreateMiddleware): (input: never) => Promise<void> {
  const ours = createTelegramAssistant({
    ...telegramKnowledge(assistant, () => AT),
    turn: async ({ body }) =>
      "text" in body ? candidate().say(body.text) : candidate().tap(body.choice),
    now: () => AT,
    alone: true,
    logger: pino({ level: "silent" }),
  });
  const bot = createBot({
    createMiddleware,
    token: "42:stand-in",
    assistant: ours,
    call: async () => true,
  });
  bot.begin(BOT);
  return async (input) => {
    laneOf(input);
    await bot.take(input);
  };
}
