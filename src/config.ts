import { isIP, isIPv6 } from "node:net";
import { z } from "zod";

/** The environment is wrong; `faults` has one line for every wrong setting. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(["The settings are wrong:", ...faults.map((fault) => `  ${fault}`)].join("\n"), options);
    this.faults = faults;
  }
}

const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `is no such URL; write it like ${example}` });

const originList = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ""))
  .pipe(
    z.array(
      z.string().refine(isOrigin, {
        error: ({ input }) =>
          `has "${String(input)}", which is no origin; write scheme and host alone, like https://example.com`,
      }),
    ),
  )
  .readonly()
  .prefault("");

const trustedProxies = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((proxy) => proxy !== ""))
  .pipe(
    z.array(
      z.string().refine(isAddressRange, {
        error: ({ input }) =>
          `has "${String(input)}", which is no address; write addresses or ranges of proxies, like 10.0.0.0/8, or loopback`,
      }),
    ),
  )
  .readonly()
  .prefault("");

const MOST_A_MINUTE = 1_000_000;
const perMinute = (usual: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,7}$/.test(text) && Number(text) <= MOST_A_MINUTE,
      `is no number a minute; write a whole number up to ${MOST_A_MINUTE}, 0 for no limit`,
    )
    .default(`${usual}`)
    .transform(Number);

/** Every setting, under the name it has in the environment, so that one name finds all its uses. */
export const settings = z.object({
  REDIS_URL: url(/^rediss?$/, "redis://localhost:6379").optional(),
  REDIS_CLUSTER: z
    .enum(["0", "1"], {
      error: "is neither 0 nor 1; write 1 when REDIS_URL is a node of a cluster",
    })
    .default("0")
    .transform((flag) => flag === "1"),
  DATA_DIR: z.string().default(".data"),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "is no bot token; copy it from BotFather, like 123456:ABC-def")
    .optional(),
  TELEGRAM_API_ROOT: url(/^https?$/, "https://api.telegram.org").optional(),
  TELEGRAM_LIBRARY: z
    .enum(["grammy", "telegraf"], { error: "is no library we have; write grammy or telegraf" })
    .default("grammy"),
  TELEGRAM_WEBHOOK_URL: url(/^https?$/, "https://example.com/telegram").optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[\w-]{1,256}$/,
      "has a character that Telegram refuses; use 1 to 256 of A-Z a-z 0-9 _ -",
    )
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .refine(isPort, "is no port; write a whole number from 0 (any free port) to 65535")
    .default("8080")
    .transform(Number),
  PUBLIC_URL: url(/^https?$/, "https://example.com").optional(),
  EMBED_ORIGINS: originList,
  TRUST_PROXY: trustedProxies,
  /** Messages; one a second for a whole minute is more than anybody reads and taps. */
  RATE_LIMIT_CONVERSATION: perMinute(60),
  /** Requests; a class of fifty behind one address that taps through the interview stays below. */
  RATE_LIMIT_ADDRESS: perMinute(600),
  SECRET: z
    .string()
    .min(32, "is too short; use at least 32 characters, such as those of `openssl rand -hex 32`")
    .optional(),
  LOG_LEVEL: z
    .enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"], {
      error: "is no level; write silent, fatal, error, warn, info, debug or trace",
    })
    .default("info"),
});
export type Config = Readonly<z.output<typeof settings>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; an empty string counts as absent.
 * @throws {ConfigError} that lists every wrong setting, what is wrong with it and what to do
 */
export function readConfig(env: Environment): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(present);
  const faults = [
    ...(parsed.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []),
    ...missingPartners(present),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(parsed.data);
}

/** Settings that make no sense alone: the first needs the second. */
const PARTNERS = [
  ["TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET", "Telegram signs what it sends there"],
  ["TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_WEBHOOK_URL", "without it updates are polled"],
  ["TELEGRAM_WEBHOOK_URL", "TELEGRAM_TOKEN", "without a bot nothing is sent there"],
  ["REDIS_CLUSTER", "REDIS_URL", "it is the node to start from"],
  ["REDIS_URL", "SECRET", "all processes that share a store must share it"],
] as const;

function missingPartners(env: Environment): string[] {
  return PARTNERS.filter(([has, needs]) => env[has] !== undefined && env[needs] === undefined).map(
    ([has, needs, why]) => `${needs} is missing though ${has} is set; set both or neither: ${why}`,
  );
}

function isOrigin(text: string): boolean {
  const plain = /^https?:\/\/[\w.:[\]-]+$/.test(text); // it goes into a header, so no ; , ' or *
  return plain && URL.canParse(text) && new URL(text).origin === text;
}

const RANGES = new Set(["loopback", "linklocal", "uniquelocal"]);

/** Never the whole of the addresses: then whoever asks would be believed. */
function isAddressRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  if (more.length > 0 || isIP(address) === 0) return RANGES.has(text);
  const most = isIPv6(address) ? 128 : 32;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
