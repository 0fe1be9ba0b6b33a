import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, type Server, createServer } from "node:net";
import { buffer } from "node:stream/consumers";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Wenkao, listen, makeRoom, start } from "../../wenkao-process.ts";
import { WAYS, WEBHOOK_SECRET } from "./running.ts";

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
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** The emulator signs nothing, so that what it sends is signed on the way, as Telegram does. */
async function startSigner(origin: () => string) {
  const server = createHttpServer((request, response) => {
    void buffer(request)
      .then((body) =>
        fetch(new URL(request.url ?? "/", origin()), {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-telegram-bot-api-secret-token": WEBHOOK_SECRET,
          },
          body,
        }),
      )
      .then(({ status }) => response.writeHead(status).end())
      .catch(() => response.writeHead(502).end());
  });
  return { server, url: `http://127.0.0.1:${await listening(server)}/telegram` };
}

describe.each(WAYS)(
  "the bot that `serve` runs with $library by $mode, against telegram-test-api,",
  ({ library, mode }) => {
    let emulator: Awaited<ReturnType<typeof startEmulator>>;
    let room: Awaited<ReturnType<typeof makeRoom>>;
    let signer: Awaited<ReturnType<typeof startSigner>>;
    let wenkao: Wenkao;
    let origin = "";
    beforeAll(async () => {
      emulator = await startEmulator();
      room = await makeRoom();
      signer = await startSigner(() => origin);
      wenkao = start(["serve", "--today", "2026-05-20"], room.path, {
        TELEGRAM_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: emulator.root,
        TELEGRAM_LIBRARY: library,
        PORT: "0",
        ...(mode === "webhook" && {
          TELEGRAM_WEBHOOK_URL: signer.url,
          TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
        }),
      });
      const heard = listen(wenkao);
      origin = await heard(/(http:\/\/127\.0\.0\.1:\d+)/u);
      await heard(mode === "webhook" ? /over its webhook/u : /polls for updates/u);
    }, 30_000);
    afterAll(async () => {
      const exit = new Promise((resolve) => wenkao.once("exit", resolve));
      wenkao.kill("SIGTERM");
      await exit;
      await new Promise((resolve) => signer.server.close(resolve));
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
