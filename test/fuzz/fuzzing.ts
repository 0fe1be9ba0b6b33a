import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { createHttpServer } from "../../src/channels/http/server.ts";
import { openLmdbStore } from "../../src/store/lmdb.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { run } from "../wenkao-process.ts";
import { texts } from "./from-schema.ts";
import { fuzzParsers } from "./parsers.ts";
import { fuzzRoutes } from "./routes.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

/**
 * Puts so many inputs through every route and through every parser of a channel.
 * @param onDone told after each of them
 * @returns how many inputs there were
 * @throws {Error} with the least input that leads to a 5xx or to a throw, and the seed that finds it again
 */
export async function fuzzAll(
  each: { readonly route: number; readonly parser: number },
  onDone: (name: string, inputs: number) => void = () => {},
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "wenkao-fuzz-"));
  const store = openLmdbStore({ path: folder });
  const app = await createHttpServer({
    turn: assistant.turnOn(store),
    ...assistant,
    store,
    config: { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] },
    secret: SECRET,
    now: () => AT,
    logger: pino({ level: "silent" }),
  });
  try {
    const issued = await app.inject({ method: "POST", url: "/api/conversations" });
    const { token } = issued.json<{ token: string }>();
    const routes = (await fuzzRoutes(app, token)).map((one) => ({ ...one, runs: each.route }));
    const parsers = fuzzParsers().map((one) => ({ ...one, runs: each.parser }));
    let sum = 0;
    for (const { name, inputs, take, runs } of [...routes, ...parsers]) {
      const property = fc.asyncProperty(inputs, async (input) => void (await take(input as never)));
      await fc.assert(property, { numRuns: runs });
      sum += runs;
      onDone(name, runs);
    }
    const lines = fc.sample(texts, each.parser).map((text) => text.replaceAll("\n", " "));
    const { code, stderr } = await run(["chat"], folder, `${lines.join("\n")}\n`);
    if (code !== 0 || stderr !== "") throw new Error(`terminal lines: ${code} ${stderr}`);
    onDone("terminal lines", lines.length);
    return sum + lines.length;
  } finally {
    await app.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}
