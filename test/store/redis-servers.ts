import { Redis } from "ioredis";

/** Redis has no clock that a test could move, so instead every key gets older. */
const AGE = `
  for _, key in ipairs(redis.call('KEYS', '*')) do
    local left = redis.call('PTTL', key)
    if left == -1 then return redis.error_reply('never expires: ' .. key) end
    if redis.call('TYPE', key).ok == 'zset' then
      for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
        redis.call('ZINCRBY', key, -ARGV[1], member)
      end
    end
    if left > tonumber(ARGV[1]) then redis.call('PEXPIRE', key, left - ARGV[1])
    else redis.call('DEL', key) end
  end
`;

/** What a test may do to the Redis servers behind a store. */
export interface Servers {
  empty(): Promise<void>;
  /** @throws {Error} when a key would stay for ever */
  pass(milliseconds: number): Promise<void>;
  /** What expires how soon: milliseconds left, by key. */
  lifetimes(): Promise<Record<string, number>>;
  /** The digests in every index. */
  members(): Promise<string[]>;
  forgetScripts(): Promise<void>;
  close(): void;
}

export function serversAt(urls: readonly string[]): Servers {
  const servers = urls.map((url) => new Redis(url).on("error", () => undefined)); // they come and go
  const onEach = async <T>(work: (redis: Redis) => Promise<T>) => Promise.all(servers.map(work));
  return {
    empty: async () => void (await onEach((redis) => redis.flushall())),
    pass: async (milliseconds) =>
      void (await onEach((redis) => redis.eval(AGE, 0, `${milliseconds}`))),
    async lifetimes() {
      const found = await onEach(async (redis) =>
        Promise.all(
          (await redis.keys("*")).map(async (key) => [key, await redis.pttl(key)] as const),
        ),
      );
      return Object.fromEntries(found.flat());
    },
    async members() {
      const found = await onEach(async (redis) =>
        Promise.all((await redis.keys("*:index")).map((key) => redis.zrange(key, "0", "-1"))),
      );
      return found.flat(2);
    },
    forgetScripts: async () => void (await onEach((redis) => redis.script("FLUSH"))),
    close: () => servers.forEach((redis) => redis.disconnect()),
  };
}
