import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigError, readConfig, settings } from "../src/config.ts";
import { loadSecret } from "../src/secret.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("readConfig", () => {
  test("an empty environment gives the defaults", () => {
    expect(readConfig({})).toEqual({
      REDIS_CLUSTER: false,
      DATA_DIR: ".data",
      TELEGRAM_LIBRARY: "grammy",
      HOST: "127.0.0.1",
      PORT: 8080,
      EMBED_ORIGINS: [],
      TRUST_PROXY: [],
      RATE_LIMIT_CONVERSATION: 60,
      RATE_LIMIT_ADDRESS: 600,
      LOG_LEVEL: "info",
    });
  });

  test("takes what is set and nothing else", () => {
    const env = {
      DATA_DIR: "/var/lib/wenkao",
      HOST: "::",
      PORT: "0",
      PUBLIC_URL: "https://wenkao.example",
      EMBED_ORIGINS: "https://a.example, https://b.example:8443 http://localhost:3000",
      TRUST_PROXY: "loopback, 10.0.0.0/8 2001:db8::1",
      RATE_LIMIT_CONVERSATION: "0",
      RATE_LIMIT_ADDRESS: "1000000",
      SECRET,
      LOG_LEVEL: "debug",
    };
    expect(readConfig({ ...env, PATH: "/bin" })).toEqual({
      ...env,
      PORT: 0,
      TRUST_PROXY: ["loopback", "10.0.0.0/8", "2001:db8::1"],
      RATE_LIMIT_CONVERSATION: 0,
      RATE_LIMIT_ADDRESS: 1_000_000,
      EMBED_ORIGINS: ["https://a.example", "https://b.example:8443", "http://localhost:3000"],
      REDIS_CLUSTER: false,
      TELEGRAM_LIBRARY: "grammy",
    });
  });

  test("an empty string counts as absent", () => {
    const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, ""]));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test("cannot be changed", () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.EMBED_ORIGINS)).toBe(true);
  });

  test("names every wrong setting at once", () => {
    const wrong = {
      PORT: "65536",
      PUBLIC_URL: "wenkao.example",
      EMBED_ORIGINS: "https://a.example/path",
      SECRET: "short",
      LOG_LEVEL: "loud",
      REDIS_URL: "http://localhost",
      TELEGRAM_WEBHOOK_URL: "wenkao.example/telegram",
    };
    const faults = faultsOf(wrong);
    for (const name of [...Object.keys(wrong), "TELEGRAM_WEBHOOK_SECRET"]) {
      expect(faults.filter((fault) => fault.startsWith(name))).not.toEqual([]);
    }
    for (const fault of faults) expect(fault).toMatch(/^[A-Z_]+:? .+; .+/);
  });

  test.each(["-1", "1.5", "80a", " 80", "0x50", "65536", "1e3"])("PORT=%s is refused", (PORT) => {
    expect(faultsOf({ PORT })).toEqual([expect.stringMatching(/^PORT is no port; write/)]);
  });

  test.each(["example.com", "https://a.example/", "https://*.example", "ftp://a.example", "null"])(
    "%s is no origin",
    (origin) => expect(faultsOf({ EMBED_ORIGINS: `https://ok.example ${origin}` })).toHaveLength(1),
  );

  test.each(["true", "1", "0.0.0.0/0", "10.0.0.0/33", "10.0.0.0/8/8", "proxy.example", "::/0"])(
    "%s is no proxy to be trusted",
    (proxy) => expect(faultsOf({ TRUST_PROXY: `127.0.0.1 ${proxy}` })).toHaveLength(1),
  );

  test.each(["-1", "1.5", "many", "1000001", " 5"])("RATE_LIMIT_ADDRESS=%s is refused", (most) => {
    const said = expect.stringMatching(/^RATE_LIMIT_ADDRESS is no number a minute; write/);
    expect(faultsOf({ RATE_LIMIT_ADDRESS: most })).toEqual([said]);
  });

  test("never repeats a secret in a fault", () => {
    const secrets = {
      SECRET: "hunter2",
      TELEGRAM_TOKEN: "hunter2",
      TELEGRAM_WEBHOOK_SECRET: "hunter2!",
      REDIS_URL: "http://:hunter2@localhost",
    };
    expect(faultsOf(secrets).join()).not.toContain("hunter2");
  });

  test("one half of the webhook settings is a fault", () => {
    expect(faultsOf({ TELEGRAM_WEBHOOK_SECRET: "s" })).toContainEqual(
      expect.stringMatching(/^TELEGRAM_WEBHOOK_URL is missing/),
    );
  });

  test("SECRET is needed with REDIS_URL, and REDIS_URL with REDIS_CLUSTER", () => {
    const REDIS_URL = "redis://localhost:6379";
    expect(faultsOf({ REDIS_URL })).toEqual([expect.stringMatching(/^SECRET is missing/)]);
    expect(faultsOf({ REDIS_CLUSTER: "1" })).toEqual([
      expect.stringMatching(/^REDIS_URL is missing/),
    ]);
    expect(faultsOf({ REDIS_CLUSTER: "yes", REDIS_URL, SECRET })).toHaveLength(1);
    const config = readConfig({ REDIS_URL, REDIS_CLUSTER: "1", SECRET });
    expect(config).toMatchObject({ REDIS_URL, REDIS_CLUSTER: true });
    expect(readConfig({ REDIS_URL, SECRET })).toMatchObject({ REDIS_CLUSTER: false });
  });

  test.each(["rediss://user:p%40ss@redis.example:6380/2", "redis://[::1]"])(
    "REDIS_URL=%s is taken as it is",
    (REDIS_URL) => expect(readConfig({ REDIS_URL, SECRET })).toMatchObject({ REDIS_URL }),
  );

  test("a Telegram bot needs its token alone", () => {
    expect(readConfig({ TELEGRAM_TOKEN: "123:abc" })).toMatchObject({ TELEGRAM_TOKEN: "123:abc" });
    const webhook = {
      TELEGRAM_WEBHOOK_URL: "https://wenkao.example/telegram",
      TELEGRAM_WEBHOOK_SECRET: "s",
    };
    expect(readConfig({ TELEGRAM_TOKEN: "123:abc", ...webhook })).toMatchObject(webhook);
    expect(faultsOf(webhook)).toEqual([expect.stringMatching(/^TELEGRAM_TOKEN is missing/)]);
  });

  test("both libraries can be asked for", () => {
    expect(readConfig({ TELEGRAM_LIBRARY: "grammy" }).TELEGRAM_LIBRARY).toBe("grammy");
    expect(readConfig({ TELEGRAM_LIBRARY: "telegraf" }).TELEGRAM_LIBRARY).toBe("telegraf");
  });

  test("any environment gives a config or a ConfigError", () => {
    const names = fc.constantFrom(...Object.keys(settings.shape));
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (env) => {
        expect(() => faultsOf(env)).not.toThrow();
      }),
    );
  });
});

test("one module alone reads the environment", async () => {
  const source = fileURLToPath(new URL("../src", import.meta.url));
  const files = await readdir(source, { recursive: true });
  const reads = files.filter(
    (file) =>
      /\.(?:tsx?|mjs)$/.test(file) &&
      readFileSync(join(source, file), "utf8").includes("process.env"),
  );
  expect(reads).toEqual(["main.ts"]);
});

test(".env.example documents every setting and nothing else", async () => {
  const example = await readFile(new URL("../.env.example", import.meta.url), "utf8");
  const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  expect(new Set(documented)).toEqual(new Set(Object.keys(settings.shape)));
  expect(documented).toHaveLength(Object.keys(settings.shape).length);
});

describe("loadSecret", () => {
  let DATA_DIR = "";
  beforeEach(async () => void (DATA_DIR = await mkdtemp(join(tmpdir(), "wenkao-config-"))));
  afterEach(() => rm(DATA_DIR, { recursive: true }));

  test("SECRET wins and nothing is written", async () => {
    expect(loadSecret({ SECRET, DATA_DIR })).toBe(SECRET);
    expect(await readdir(DATA_DIR)).toEqual([]);
  });

  test("is made once, for this user alone", async () => {
    const made = join(DATA_DIR, "new");
    const secret = loadSecret({ SECRET: undefined, DATA_DIR: made });
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(loadSecret({ SECRET: undefined, DATA_DIR: made })).toBe(secret);
    expect(await readdir(made)).toEqual(["secret"]);
    expect((await stat(join(made, "secret"))).mode & 0o777).toBe(0o600);
  });

  test("a file too short to be safe is refused", async () => {
    await writeFile(join(DATA_DIR, "secret"), "short\n");
    expect(() => loadSecret({ SECRET: undefined, DATA_DIR })).toThrow(
      /secret is shorter.*delete it/,
    );
  });

  test("a directory that cannot be made is named", async () => {
    await writeFile(join(DATA_DIR, "file"), "");
    const inFile = join(DATA_DIR, "file");
    expect(() => loadSecret({ SECRET: undefined, DATA_DIR: inFile })).toThrow(
      /file.secret.*; give/,
    );
  });
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
