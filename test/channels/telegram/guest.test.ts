import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTelegramAssistant } from "../../../src/channels/telegram/assistant.ts";
import { commandsFor } from "../../../src/channels/telegram/commands.ts";
import { wenkao } from "../../../src/channels/telegram/grammy.ts";
import { choiceIds } from "../../../src/choice-ids.ts";
import { type LmdbStore, openLmdbStore } from "../../../src/store/lmdb.ts";
import { AT, assistant } from "../../quanmeiti-assistant.ts";
import { pack } from "../../quanmeiti-pack.ts";
import { TOKEN, type TelegramApi, startTelegramApi } from "../../telegram-api.ts";
import { createCandidate } from "../../telegram-api/candidate.ts";

let folder = "";
let store: LmdbStore;
let api: TelegramApi;
let host: Bot;
let polling: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenkao-guest-"));
  store = openLmdbStore({ path: folder });
  api = await startTelegramApi();
  host = new Bot(TOKEN, { client: { apiRoot: api.root } });
  const guest = createTelegramAssistant({
    turn: assistant.turnOn(store),
    now: () => AT,
    commands: commandsFor(pack.menu),
    choices: choiceIds(pack),
    wording: pack.wording,
    alone: false,
    logger: pino({ level: "silent" }),
  });
  host.use(wenkao(guest));
  host.command("about", (context) => context.reply("host: about"));
  host.on("message:text", (context) => context.reply("host: text"));
  host.on("callback_query:data", (context) => context.reply("host: button"));
  host.on("edited_message", (context) => context.reply("host: edited"));
  polling = host.start();
});
afterAll(async () => {
  await host.stop();
  await polling;
  await api.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const group = { id: -1001, type: "group" as const, title: "A group" };

test("in a grammY bot that already runs, the assistant answers what is for it", async () => {
  const candidate = createCandidate(api);
  expect((await candidate.type("/fee"))[0]?.text).toContain("元");
  expect((await candidate.type("四级自测"))[0]?.text).toMatch(/工作/u);
  expect((await candidate.tap("都没做过"))[0]?.text).toContain("学历");
});

test("the host keeps its own commands, buttons and kinds of updates", async () => {
  const candidate = createCandidate(api);
  expect((await candidate.type("/about"))[0]?.text).toBe("host: about");
  expect((await candidate.tapData("page:2"))[0]?.text).toBe("host: button");
  expect((await candidate.edit("四级自测"))[0]?.text).toBe("host: edited");
});

test("in a group only our commands and buttons are for us, and everybody has a conversation of his own", async () => {
  const [one, other] = [createCandidate(api, group), createCandidate(api, group)];
  expect((await one.type("四级自测"))[0]?.text).toBe("host: text");
  expect((await one.type("/eligibility@other_bot"))[0]?.text).toBe("host: text");
  await one.type("/eligibility@wenkao_bot");
  await one.tap("四级／中级工");
  const stale = await other.tap("都没做过");
  expect(stale[0]?.text).toContain("现在用不上了");
  expect((await one.tap("都没做过"))[0]?.text).toContain("学历");
});
