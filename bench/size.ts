/**
 * `npm run bench:size`: bytes of Redis a conversation, from the slope over ever more of them: of today, with the
 * records of its messages, and after 24 hours, when those have expired. Whole interviews are played once; copies of
 * them are stored. `--most N` bounds how many, 1,000,000 unless told, and `--with-records N` those that have records, a tenth of
 * it unless told: some 2 GB; 1,000,000 with records take 17 GB.
 */
import { Redis } from "ioredis";
import type { Kept } from "../src/store/archive.ts";
import { digest } from "../src/store/digest.ts";
import { openRedisArchive } from "../src/store/redis/archive.ts";
import { RECORD_TTL_MS, STATE_TTL_MS } from "../src/store/store.ts";
import { advance } from "../src/turn.ts";
import { AT, assistant } from "../test/quanmeiti-assistant.ts";
import { startRedis } from "../test/redis-server.ts";

const INTERVIEWS = [
  ["四级自测", "做过网络编辑", "5年", "我是大专", "毕业了", "电子商务", "22岁", "四级多少钱"],
  ["三级自测", "没做过", "本科", "还在读", "新闻学", "没有证书", "20岁", "什么时候考试"],
  [
    "我大专电商应届，四级能考吗",
    "没做过",
    "23岁",
    "返回",
    "24岁",
    "三级呢",
    "怎么报名",
    "重新开始",
  ],
];
/** As long as that of a message. */
const PRINT = "p".repeat(16);
const AT_ONCE = 64;
const FIRST = 1000;

const most = told("--most") ?? 1_000_000;
const withRecords = told("--with-records") ?? most / 10;

const played = INTERVIEWS.map(play);
for (const { state, records } of played) {
  const sizes = records.map(({ record }) => Buffer.byteLength(record));
  const sum = sizes.reduce((one, other) => one + other);
  process.stdout.write(
    `${Buffer.byteLength(state)} bytes of state, ${sum} of ${sizes.length} records\n`,
  );
}
await slopes("of today, 8 turns", played, withRecords);
await slopes(
  "after 24 hours",
  played.map((kept) => ({ ...kept, records: [] })),
  most,
);

function told(flag: string): number | undefined {
  const at = process.argv.indexOf(flag);
  return at === -1 ? undefined : Number(process.argv[at + 1]);
}

/** As the store has it after its last turn. */
function play(texts: readonly string[]): Kept {
  const now = Date.now();
  const records: Kept["records"][number][] = [];
  let state: string | undefined;
  for (const [index, text] of texts.entries()) {
    const { next, turn } = advance(assistant, state, { body: { text }, at: AT });
    state = assistant.state.freeze(next);
    const record = JSON.stringify({ print: PRINT, turn });
    records.push({ message: digest(`${index}`), record, expires: now + RECORD_TTL_MS });
  }
  const last = records.at(-1)?.message ?? "";
  return {
    conversation: "",
    state: state ?? "",
    message: last,
    expires: now + STATE_TTL_MS,
    records,
  };
}

/** Prints, for each ten times as many, the bytes of each one that came. */
async function slopes(name: string, patterns: readonly Kept[], last: number): Promise<void> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  const archive = openRedisArchive({ url: server.url });
  let count = 0;
  const put = async (until: number): Promise<void> => {
    for (let mine = count++; mine < until; mine = count++) {
      const pattern = patterns[mine % patterns.length];
      if (pattern) await archive.put({ ...pattern, conversation: digest(`${mine}`) });
    }
  };
  let [stored, used] = [0, await usedBy(redis)];
  for (let next = FIRST; next <= last; next *= 10) {
    count = stored;
    await Promise.all(Array.from({ length: AT_ONCE }, () => put(next)));
    const now = await usedBy(redis);
    const bytes = Math.round((now - used) / (next - stored));
    process.stdout.write(`${name}: ${stored} → ${next}: ${bytes} bytes each\n`);
    [stored, used] = [next, now];
  }
  redis.disconnect();
  await archive.close();
  await server.remove();
}

async function usedBy(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/u.exec(await redis.info("memory"))?.[1]);
}
