import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createHttpServer } from "../src/channels/http/server.ts";
import { readConfig } from "../src/config.ts";
import { openLimits } from "../src/limits/open.ts";
import { openStore } from "../src/store/open.ts";
import { AT, assistant } from "../test/quanmeiti-assistant.ts";
import { startRedis } from "../test/redis-server.ts";

/**
 * `npm run bench:limits`: what counting against the limits adds to a turn over HTTP, with the embedded
 * store and with Redis. Both servers are in this process and take turns at it, round after round; what
 * counts is the ratio within a round.
 */
const ROUNDS = 15;
const TURNS = 400;
/** At once, each in a conversation of its own. */
const CANDIDATES = 20;
const SECRET = "0123456789abcdef0123456789abcdef";
const STEPS = ["四级自测", "20岁", "高中", "毕业了", "网络编辑"];
const logger = pino({ level: "silent" });

const folder = await mkdtemp(join(tmpdir(), "wenkao-limits-"));
const redis = await startRedis();
try {
  console.log("with limits to without    µs a turn    processor");
  await compare("embedded", { DATA_DIR: folder });
  await compare("Redis", { REDIS_URL: redis.url, SECRET });
} finally {
  await redis.remove();
  await rm(folder, { recursive: true });
}

async function compare(name: string, env: Readonly<Record<string, string>>): Promise<void> {
  const most = "1000000";
  const config = readConfig({ ...env, RATE_LIMIT_CONVERSATION: most, RATE_LIMIT_ADDRESS: most });
  const store = await openStore(config, logger);
  const limits = await openLimits(config, logger);
  const parts = { store, config, turn: assistant.turnOn(store) };
  const [without, within] = [await serverOf(parts), await serverOf({ ...parts, limits })];
  await round(without);
  await round(within);
  const ratios = { elapsed: [] as number[], cpu: [] as number[] };
  for (let at = 0; at < ROUNDS; at++) {
    const order = at % 2 === 0 ? [without, within] : [within, without];
    const times = new Map<FastifyInstance, Spent>();
    for (const server of order) times.set(server, await round(server));
    const [plain, limited] = [times.get(without), times.get(within)];
    if (!plain || !limited) continue;
    ratios.elapsed.push(limited.elapsed / plain.elapsed);
    ratios.cpu.push(limited.cpu / plain.cpu);
  }
  const told = [median(ratios.elapsed), median(ratios.cpu)].map((ratio) => ratio.toFixed(2));
  console.log(`${name.padEnd(24)}${told.map((each) => each.padStart(11)).join("  ")}`);
  await Promise.all([without.close(), within.close()]);
  await store.close();
  limits.close();
}

function serverOf(
  parts: Pick<Parameters<typeof createHttpServer>[0], "store" | "turn" | "config" | "limits">,
) {
  return createHttpServer({
    ...parts,
    ...assistant,
    secret: SECRET,
    now: () => AT,
    logger,
  });
}

/** In µs a turn. */
interface Spent {
  readonly elapsed: number;
  readonly cpu: number;
}

async function round(server: FastifyInstance): Promise<Spent> {
  const [start, spent] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: CANDIDATES }, () => interview(server)));
  const { user, system } = process.cpuUsage(spent);
  return { elapsed: ((performance.now() - start) * 1000) / TURNS, cpu: (user + system) / TURNS };
}

async function interview(server: FastifyInstance): Promise<void> {
  const issued = await server.inject({ method: "POST", url: "/api/conversations" });
  const { token } = issued.json<{ token: string }>();
  const headers = { authorization: `Bearer ${token}` };
  for (let step = 0; step < TURNS / CANDIDATES; step++) {
    const payload = { text: STEPS[step % STEPS.length] };
    const answered = await server.inject({ method: "POST", url: "/api/turns", headers, payload });
    if (answered.statusCode !== 200) throw new Error(answered.body);
  }
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
