import { fileURLToPath } from "node:url";
import { BUNDLE, isFresh } from "../../src/bundle.mjs";
import { createChoiceData } from "../../src/channels/telegram/showing/choice-data.ts";
import { SECRET, TOKEN } from "./bot-settings.ts";
import { type Child, startChild } from "./children.ts";
import { bundle } from "../bundle.ts";
import { NODE_FLAGS } from "../node-flags.ts";
import { type MakeRequest, activity, turnBy, updateBy } from "./requests.ts";

/** One line of the comparison. */
export interface Contestant {
  readonly name: string;
  readonly request: MakeRequest;
  /** Whether its conversations have a token that is asked for first. */
  readonly tokens: boolean;
  /** Of its keys in Redis, those that hold what is stored of a conversation; the others hold replies. */
  readonly isState: (key: string) => boolean;
  start(place: Place): Promise<Child>;
}

/** What a contestant may use. */
interface Place {
  readonly redis: string;
  readonly botApi: string;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const tapOfOurs = updateBy("choice", (choice) => createChoiceData([]).write(choice));
const tap = updateBy("choice", () => "a:1");

const NOW = "2026-05-20T10:00";
const SERVING = /serving .* on http\S+/u;

export const CONTESTANTS: readonly Contestant[] = [
  { ...peer("limit", "limit.ts", turnBy("choice")), tokens: false },
  still("wenkao standing still", turnBy("choice")),
  { ...wenkao("wenkao http choice", turnBy("choice")), tokens: true },
  { ...wenkao("wenkao http text", turnBy("text")), tokens: true },
  wenkao("wenkao grammy tap", tapOfOurs, "grammy"),
  wenkao("wenkao grammy text", updateBy("text", String), "grammy"),
  wenkao("wenkao telegraf tap", tapOfOurs, "telegraf"),
  peer("grammy session tap", "grammy-wizard.ts", tap),
  peer("grammy session text", "grammy-wizard.ts", updateBy("text", String)),
  peer("telegraf wizard tap", "telegraf-wizard.ts", tap),
  peer("grammy conversations tap", "grammy-conversations.ts", tap),
  peer("botbuilder dialogs", "botbuilder.ts", activity),
];

function peer(name: string, file: string, request: MakeRequest): Contestant {
  return {
    name,
    request,
    tokens: false,
    isState: () => true,
    start: ({ redis, botApi }) =>
      startChild(["--import", "tsx", here(file)], { REDIS_URL: redis, TELEGRAM_API_ROOT: botApi }),
  };
}

/** As it is run for others: `serve` with its metrics and its sampled log, but without limits, as all come from one address. */
function wenkao(name: string, request: MakeRequest, library?: "grammy" | "telegraf"): Contestant {
  const telegram = (botApi: string) => ({
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: botApi,
    TELEGRAM_LIBRARY: library ?? "",
    TELEGRAM_WEBHOOK_URL: "https://bench.example/telegram",
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  });
  return {
    name,
    request,
    tokens: false,
    isState: (key) => key.endsWith("}"),
    start: ({ redis, botApi }) =>
      startChild(
        [...NODE_FLAGS, here("../../src/wenkao.mjs"), "serve", "--now", NOW],
        { ...settings(redis), ...(library && telegram(botApi)) },
        { ready: library ? /takes updates over its webhook/u : SERVING },
      ),
  };
}

/** Wenkao's HTTP channel and store without a dialog, bundled beside the server and started alike. */
function still(name: string, request: MakeRequest): Contestant {
  return {
    ...wenkao(name, request),
    tokens: true,
    async start({ redis }) {
      if (!isFresh())
        throw new Error("bench: no pack is kept for these sources; run npm run build");
      const beside = fileURLToPath(new URL(".", BUNDLE));
      await bundle(here("still.ts"), beside, "server-still.js");
      const pack = here("../../content/quanmeiti-2026");
      return startChild(
        [...NODE_FLAGS, `${beside}server-still.js`, BUNDLE.href, pack, NOW],
        settings(redis),
        { ready: SERVING },
      );
    },
  };
}

function settings(redis: string) {
  return {
    REDIS_URL: redis,
    SECRET: "a secret of the bench, of no use elsewhere",
    PORT: "0",
    RATE_LIMIT_CONVERSATION: "0",
    RATE_LIMIT_ADDRESS: "0",
  };
}
