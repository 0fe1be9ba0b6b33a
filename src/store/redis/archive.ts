import { Cluster, type Redis } from "ioredis";
import { z } from "zod";
import type { Archive, Kept } from "../archive.ts";
import { newRevision } from "../revision.ts";
import type { Client } from "./client.ts";
import { openConnection, type RedisOptions } from "./connection.ts";
import { PREFIX, keysOf, pack, unpack } from "./entries.ts";
import { LOOK, PUT, run } from "./scripts.ts";

export function openRedisArchive(options: RedisOptions): Archive {
  const { attempt, close } = openConnection(options);
  return {
    async *all() {
      for (const node of await attempt("cannot read", async (redis) => nodesOf(redis))) {
        let cursor = "0";
        do {
          const from = cursor;
          const [next, keys] = await attempt("cannot read", () => scan(node, from));
          cursor = next;
          for (const owner of keys.flatMap(ownerIn)) {
            const kept = await attempt("cannot read", (redis) => look(redis, owner, Date.now()));
            if (kept) yield kept;
          }
        } while (cursor !== "0");
      }
    },
    put: (kept) => attempt("cannot save", (redis) => put(redis, kept, Date.now())),
    close,
  };
}

function nodesOf(redis: Client): readonly Redis[] {
  return redis instanceof Cluster ? redis.nodes("master") : [redis];
}

const PAGE = 500;

function scan(node: Redis, cursor: string): Promise<[cursor: string, keys: string[]]> {
  return node.scan(cursor, "MATCH", `${PREFIX}{*}`, "COUNT", PAGE);
}

/** Of the key of a state only: what else has the pattern is passed over. */
function ownerIn(key: string): string[] {
  const owner = key.slice(PREFIX.length + 1, -1);
  return keysOf(owner).state === key ? [owner] : [];
}

const lookSchema = z
  .tuple([z.string(), z.int(), z.array(z.tuple([z.string(), z.string(), z.int()]))])
  .or(z.tuple([]));

/** @param now milliseconds since the epoch, because Redis tells what is left and not when it ends */
async function look(redis: Client, owner: string, now: number): Promise<Kept | undefined> {
  const keys = keysOf(owner);
  const [packed, left = 0, records = []] = lookSchema.parse(
    await run(redis, LOOK, [keys.state, keys.index]),
  );
  if (packed === undefined) return undefined; // it has expired since it was found
  const { state, message } = unpack(packed);
  return {
    conversation: owner,
    state,
    message,
    expires: now + left,
    records: records.map(([id, record, ms]) => ({ message: id, record, expires: now + ms })),
  };
}

async function put(redis: Client, kept: Kept, now: number): Promise<void> {
  const { conversation, state, message } = kept;
  const keys = keysOf(conversation);
  const records = kept.records.filter(({ expires }) => expires > now);
  await run(
    redis,
    PUT,
    [keys.state, keys.index],
    [
      pack({ revision: newRevision(), message, state }),
      kept.expires - now,
      ...records.flatMap((each) => [each.message, each.record, each.expires - now]),
    ],
  );
}
