import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createHttpServer } from "../../../src/channels/http/server.ts";
import { createTelegram } from "../../../src/commands/serve-telegram.ts";
import { type Limit, NO_LIMIT } from "../../../src/limits/limit.ts";
import type { Incoming, Moment, Turn } from "../../../src/message.ts";
import { openLmdbStore } from "../../../src/store/lmdb.ts";
import type { Store } from "../../../src/store/store.ts";
import { AT, assistant } from "../../quanmeiti-assistant.ts";
import { TOKEN, startTelegramApi } from "../../telegram-api.ts";
import { type Candidate, createCandidate } from "../../telegram-api/candidate.ts";
import { waitUntil } from "../../telegram-api/waiting.ts";

const MODES = ["polling", "webhook"] as const;

/** `TELEGRAM_LIBRARY` in the environment asks for one; else both are tested. */
const { TELEGRAM_LIBRARY: asked } = process.env;
export const LIBRARIES = (["grammy", "telegraf"] as const).filter(
  (library) => asked === undefined || asked === "" || asked === library,
);

/** Every way in which updates come to the assistant. */
export const WAYS = LIBRARIES.flatMap((library) => MODES.map((mode) => ({ library, mode })));
export type Way = (typeof WAYS)[number];

const PUBLIC = "https://wenkao.example";
/** With a colon, as of those who put their token there. */
const WEBHOOK_PATH = "/telegram/42:hook";
export const WEBHOOK_SECRET = "a-secret_that-Telegram-repeats";

/** Seconds until one that is not the first to poll looks again. */
const LOOK_SECONDS = 0.3;

interface Settings {
  readonly now?: () => Moment;
  readonly limit?: Limit;
  /** Of the log. */
  readonly level?: "debug" | "trace";
}

/** Wenkao on Telegram as `serve` runs it: real assistant, store and server, against the stand-in. */
export async function runTelegram(
  { library, mode }: Way,
  { now = () => AT, limit = NO_LIMIT, level = "debug" }: Settings = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-telegram-"));
  const store = openLmdbStore({ path: folder });
  const api = await startTelegramApi();
  const logged: string[] = [];
  const logger = pino({ level }, { write: (line) => void logged.push(line) });
  const config = {
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_LIBRARY: library,
    TELEGRAM_API_ROOT: `${api.root}/`,
    TELEGRAM_WEBHOOK_URL: mode === "webhook" ? PUBLIC + WEBHOOK_PATH : undefined,
    TELEGRAM_WEBHOOK_SECRET: mode === "webhook" ? WEBHOOK_SECRET : undefined,
    PUBLIC_URL: PUBLIC,
    EMBED_ORIGINS: [],
  };

  /** @param turn in place of the real one */
  async function start(
    turn: (incoming: Incoming) => Promise<Turn> = assistant.turnOn(store),
    on: Store = store,
  ) {
    const parts = {
      assistant,
      turn,
      limit,
      config,
      store: on,
      now,
      logger,
      firstLook: LOOK_SECONDS,
    };
    const telegram = await createTelegram(parts);
    const server = await createHttpServer({
      ...parts,
      ...assistant,
      secret: "0123456789abcdef0123456789abcdef",
    });
    telegram?.routeOn(server);
    const origin = await server.listen({ host: "127.0.0.1", port: 0 });
    api.publish(PUBLIC, origin);
    telegram?.start();
    return {
      webhook: origin + WEBHOOK_PATH,
      /** As SIGTERM does. */
      async stop() {
        await telegram?.stop();
        await server.close();
      },
    };
  }

  let running = await start();
  const called = mode === "webhook" ? "setWebhook" : "getUpdates";
  await waitUntil(() => api.callsOf(called).length > 0);
  return {
    mode,
    api,
    store,
    logged,
    webhook: () => running.webhook,
    stop: () => running.stop(),
    /**
     * Another process of the same token, and how many turns it has taken.
     * @param on its store, where the two share none
     */
    async second(on?: Store) {
      let turns = 0;
      const turn = assistant.turnOn(on ?? store);
      const counting = (incoming: Incoming): Promise<Turn> => {
        turns++;
        return turn(incoming);
      };
      const process = await start(counting, on);
      return { ...process, turns: () => turns };
    },
    restart: async (turn?: (incoming: Incoming) => Promise<Turn>) => {
      await running.stop();
      running = await start(turn);
    },
    /** The turn as it is without a test in between. */
    turn: assistant.turnOn(store),
    candidate: (): Candidate => createCandidate(api),
    /** Where a conversation stands, and what it remembers. */
    standing: async ({ conversation }: Candidate) =>
      assistant.describe((await store.last(conversation)).state),
    /** Ids of the answers that the last turn of a conversation gave. */
    answers: async ({ conversation }: Candidate): Promise<string[]> => {
      const { record = "" } = await store.last(conversation);
      const { turn } = JSON.parse(record) as { turn: Turn };
      return turn.replies.map(({ answer }) => answer);
    },
    close: async (): Promise<void> => {
      await running.stop();
      await api.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
export type Running = Awaited<ReturnType<typeof runTelegram>>;
