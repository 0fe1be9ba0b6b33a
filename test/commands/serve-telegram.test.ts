import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TOKEN, type TelegramApi, startTelegramApi } from "../telegram-api.ts";
import { createCandidate } from "../telegram-api/candidate.ts";
import { waitUntil } from "../telegram-api/waiting.ts";
import { type Wenkao, ended, makeRoom, start } from "../wenkao-process.ts";

const PUBLIC = "https://wenkao.example";

let room: Awaited<ReturnType<typeof makeRoom>>;
let api: TelegramApi;
const running: Wenkao[] = [];
beforeAll(async () => void (room = await makeRoom()));
afterAll(() => room.remove());
beforeEach(async () => void (api = await startTelegramApi()));
afterEach(async () => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  await api.close();
});

/** `wenkao serve` with a bot against the stand-in, once it takes updates. */
async function serve(settings: Readonly<Record<string, string>> = {}) {
  const child = start(["serve", "--today", "2026-05-20"], room.path, {
    PORT: "0",
    DATA_DIR: "data",
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.root,
    ...settings,
  });
  running.push(child);
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
  const end = ended(child);
  await waitUntil(() => /polls for updates|over its webhook/u.test(log), 30);
  const [, origin = ""] = /on (http:\/\/127\.0\.0\.1:\d+)/u.exec(log) ?? [];
  return { child, end, origin };
}

describe("serve with TELEGRAM_TOKEN", () => {
  test("polls; ended in the middle of an interview and started again, it goes on", async () => {
    const candidate = createCandidate(api);
    const first = await serve();
    await candidate.type("四级自测");
    first.child.kill("SIGTERM");
    expect(await first.end).toMatchObject({ code: 0, stdout: "" });
    const typed = candidate.type("没做过");
    const second = await serve();
    expect((await typed)[0]?.text).toContain("学历");
    second.child.kill("SIGTERM");
    expect((await second.end).code).toBe(0);
  });

  test("and a webhook is served at its path", async () => {
    const TELEGRAM_WEBHOOK_URL = `${PUBLIC}/hook`;
    const { child, end, origin } = await serve({
      TELEGRAM_WEBHOOK_URL,
      TELEGRAM_WEBHOOK_SECRET: "s",
    });
    api.publish(PUBLIC, origin);
    expect((await createCandidate(api).type("四级自测"))[0]?.text).toMatch(/22个相关职业/u);
    child.kill("SIGTERM");
    expect((await end).code).toBe(0);
  });
});
