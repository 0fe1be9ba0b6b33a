import { type AddressInfo, createServer } from "node:net";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Wenkao, listen, makeRoom, start } from "../../wenkao-process.ts";
import { LIBRARIES } from "./running.ts";

const TOKEN = "666:emulated";

/** A Bot API server that others wrote: it keeps no poll open, and knows nine methods. */
async function startEmulator() {
  const port = await freePort();
  const server = new TelegramServer({ host: "127.0.0.1", port });
  await server.start();
  return { server, root: `http://127.0.0.1:${port}` };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe.each(LIBRARIES)(
  "the bot that `serve` runs with %s, against telegram-test-api,",
  (library) => {
    let emulator: Awaited<ReturnType<typeof startEmulator>>;
    let room: Awaited<ReturnType<typeof makeRoom>>;
    let wenkao: Wenkao;
    beforeAll(async () => {
      emulator = await startEmulator();
      room = await makeRoom();
      wenkao = start(["serve", "--today", "2026-05-20"], room.path, {
        TELEGRAM_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: emulator.root,
        TELEGRAM_LIBRARY: library,
        PORT: "0",
      });
      await listen(wenkao)(/(polls for updates)/u);
    }, 30_000);
    afterAll(async () => {
      const exit = new Promise((resolve) => wenkao.once("exit", resolve));
      wenkao.kill("SIGTERM");
      await exit;
      await emulator.server.stop();
      await room.remove();
    });

    const candidate = (id: number) => {
      const client = emulator.server.getClient(TOKEN, { userId: id, chatId: id, timeout: 10_000 });
      const read = async () => {
        const { result } = await client.getUpdates();
        return result.map(({ message }) => message);
      };
      return {
        async type(text: string) {
          await client.sendMessage(client.makeMessage(text));
          return read();
        },
        async tap(data: string) {
          await client.sendCallback(client.makeCallbackQuery(data));
          return read();
        },
      };
    };

    test("answers a question, a command and a link", async () => {
      const one = candidate(101);
      expect((await one.type("四级多少钱"))[0]?.text).toContain("400元");
      expect((await one.type("/conduct"))[0]?.text).toContain("附件2");
      expect((await one.type("/start fee-3"))[0]?.text).toContain("三级");
    });

    test("takes a candidate to a verdict", async () => {
      const one = candidate(102);
      await one.tap("wk:do:self_check");
      await one.tap("wk:tell:target=四级");
      for (const text of ["20岁", "高中", "毕业了", "网络编辑"]) await one.type(text);
      const said = await one.type("6年");
      expect(said.map(({ text }) => text).join("\n")).toContain("【四级】符合申报条件");
    });
  },
);
