import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** Runs inside Redis, where nothing else happens meanwhile. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

/**
 * Stores state and record, if the revision is still the one expected ("" for none).
 * KEYS: state, index, record. ARGV: expected revision, packed state, its TTL in ms, digest of
 * the message id, record, its TTL in ms, 1 to delete every earlier record. Returns 1, or 0 on a
 * conflict.
 */
export const SAVE = script(`
  local known = redis.call('GET', KEYS[1])
  local revision = known and string.match(known, '^%S+') or ''
  if revision ~= ARGV[1] then return 0 end
  -- first what Redis refuses when its memory is full, so that nothing else is done then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  redis.call('SET', KEYS[3], ARGV[5], 'PX', ARGV[6])
  if ARGV[7] == '1' then
    for _, message in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
      if message ~= ARGV[4] then redis.call('DEL', KEYS[1] .. ':m:' .. message) end
    end
    redis.call('DEL', KEYS[2])
  end
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
  redis.call('ZADD', KEYS[2], now + ARGV[6], ARGV[4])
  redis.call('PEXPIRE', KEYS[2], ARGV[6])
  return 1
`);

/** Adds one to each count. KEYS: counts of a month. ARGV: TTL in ms, what is counted. */
export const COUNT = script(`
  for at = 2, #ARGV do redis.call('HINCRBY', KEYS[1], ARGV[at], 1) end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return 1
`);

/**
 * Takes or renews a name. KEYS: the name's. ARGV: owner, TTL in ms. Returns 1, or 0 where another
 * owner holds it.
 */
export const LEASE = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1
`);

/** Gives a name back. KEYS: the name's. ARGV: owner. */
export const RELEASE = script(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0
`);

/**
 * Deletes a conversation. KEYS: state, index. The records are found by the index, because looking
 * for them among all keys takes longer the more conversations there are; they share its hash tag.
 */
export const ERASE = script(`
  for _, message in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    redis.call('DEL', KEYS[1] .. ':m:' .. message)
  end
  return redis.call('DEL', KEYS[1], KEYS[2])
`);

/**
 * Reads a conversation in one piece. KEYS: state, index. Returns nothing where there is none, else the
 * packed state, what is left of it in ms, and of each record the digest, the record and what is left.
 */
export const LOOK = script(`
  local state = redis.call('GET', KEYS[1])
  if not state then return {} end
  local records = {}
  for _, message in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    local key = KEYS[1] .. ':m:' .. message
    local record = redis.call('GET', key)
    if record then table.insert(records, { message, record, redis.call('PTTL', key) }) end
  end
  return { state, redis.call('PTTL', KEYS[1]), records }
`);

/**
 * Puts a conversation in the place of what is there. KEYS: state, index. ARGV: packed state, its TTL
 * in ms (0 or less: it has expired), then for each record the digest, the record and its TTL.
 */
export const PUT = script(`
  for _, message in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    redis.call('DEL', KEYS[1] .. ':m:' .. message)
  end
  redis.call('DEL', KEYS[1], KEYS[2])
  if tonumber(ARGV[2]) <= 0 then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local longest = 0
  for at = 3, #ARGV, 3 do
    local left = tonumber(ARGV[at + 2])
    redis.call('SET', KEYS[1] .. ':m:' .. ARGV[at], ARGV[at + 1], 'PX', left)
    redis.call('ZADD', KEYS[2], now + left, ARGV[at])
    if left > longest then longest = left end
  end
  if longest > 0 then redis.call('PEXPIRE', KEYS[2], longest) end
  return 1
`);

/** Sends the script itself only where Redis does not know it yet. */
export async function run(
  redis: Pick<Redis, "evalsha" | "eval">,
  { lua, sha }: Script,
  keys: readonly string[],
  values: readonly (string | number)[] = [],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return redis.eval(lua, keys.length, ...keys, ...values);
  }
}

function script(lua: string): Script {
  return { lua, sha: createHash("sha1").update(lua).digest("hex") };
}
