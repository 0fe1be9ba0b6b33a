import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOKEN, type TelegramApi, startTelegramApi } from "../../telegram-api.ts";
import { createCandidate, naming } from "../../telegram-api/candidate.ts";
import { Refusal } from "../../telegram-api/refusal.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";
import { LIBRARIES } from "./running.ts";

/** The example in docs/telegram, as a process of its own. */
async function runExample(library: string, api: TelegramApi) {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-guest-"));
  const example = fileURLToPath(
    new URL(`../../../docs/telegram/${library}-bot.ts`, import.meta.url),
  );
  const { PATH } = process.env;
  const env = { PATH, DATA_DIR: folder, TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: api.root };
  const bot = spawn(process.execPath, ["--import", "tsx", example], { env });
  const told: string[] = [];
  bot.stderr.on("data", (data) => void told.push(String(data)));
  await waitUntil(() => api.callsOf("getUpdates").length > 0 || bot.exitCode !== null);
  return {
    told,
    async stop(): Promise<number | null> {
      if (bot.exitCode === null) {
        bot.kill("SIGTERM");
        await once(bot, "exit");
      }
      await rm(folder, { recursive: true, force: true });
      return bot.exitCode;
    },
  };
}

describe.each(LIBRARIES)("in a bot that somebody else made with %s", (library) => {
  let api: TelegramApi;
  let bot: Awaited<ReturnType<typeof runExample>>;
  beforeAll(async () => {
    api = await startTelegramApi();
    bot = await runExample(library, api);
  }, 30_000);
  afterAll(async () => {
    await bot.stop();
    await api.close();
  });

  test("the assistant answers what is for it", async () => {
    const candidate = createCandidate(api);
    expect((await candidate.type("/fee"))[0]?.text).toContain("元");
    expect((await candidate.type("/start fee-3"))[0]?.text).toMatch(/三级.*元/su);
    expect((await candidate.type("四级自测"))[0]?.text).toMatch(/工作/u);
    expect((await candidate.tap("都没做过"))[0]?.text).toContain("学历");
  });

  test("the bot keeps its own commands, buttons and kinds of messages", async () => {
    const candidate = createCandidate(api);
    expect((await candidate.type("/about"))[0]?.text).toBe("This command is the bot's own.");
    expect((await candidate.send("photo"))[0]?.text).toBe("Wenkao leaves pictures to the bot.");
    expect(await candidate.tapData("page:2")).toEqual([]);
    expect(await candidate.edit("四级自测")).toEqual([]);
    for (const text of ["/nosuch", "/nosuch!", "/关于", "/start ref_12345", "/start constructor"])
      expect([text, await candidate.type(text)]).toEqual([text, []]);
    const pictured = await candidate.send("photo", { caption: "四级多少钱" });
    expect(pictured.map(({ text }) => text)).toEqual(["Wenkao leaves pictures to the bot."]);
  });

  test("in a group only what names us is for us, and everybody has a conversation of his own", async () => {
    const group = { id: -1001, type: "group" as const, title: "A group" };
    const [one, other] = [createCandidate(api, group), createCandidate(api, group)];
    expect(await one.type("四级自测")).toEqual([]);
    for (const text of ["/eligibility@other_bot", "/eligibility", "/nosuch@wenkao_bot"])
      expect([text, await one.type(text)]).toEqual([text, []]);
    expect((await one.type("/fee@wenkao_bot"))[0]?.text).toContain("元");
    const [asked] = await one.type(naming("四级自测"));
    expect(asked?.text).toMatch(/工作/u);
    expect(await other.answer("四级自测", asked)).toEqual([]);
    expect((await one.tap("都没做过"))[0]?.text).toContain("学历");
  });

  test("a reply that its library could not send is sent again, and the token is told nowhere", async () => {
    const tooFast = new Refusal(429, "Too Many Requests: retry after 1", 1);
    api.fail("sendMessage", tooFast, "hang up", new Refusal(502, "Bad Gateway"));
    expect(await createCandidate(api).type("/fee")).toHaveLength(1);
    expect(bot.told.join()).toMatch(/429 Too Many.*did not reach Telegram \(ECONNRESET\).*502/su);
    expect(bot.told.join()).not.toContain(TOKEN);
  });

  test("a chat in which the bot is blocked stops nobody else", async () => {
    const gone = createCandidate(api);
    gone.block();
    expect(await gone.type("/fee")).toEqual([]);
    expect(await createCandidate(api).type("/fee")).toHaveLength(1);
  });

  test("both end together", async () => {
    const isCrash = (line: string): boolean => line.includes("Error") && !line.startsWith("{"); // as the log begins
    expect([await bot.stop(), bot.told.join("").split("\n").filter(isCrash)]).toEqual([0, []]);
  });
});
