import { inTurn } from "../clients.ts";
import type { Experiment, Extent, Outcome } from "../experiment.ts";
import { writeLetter } from "../letters.ts";
import { shuffled } from "../random.ts";
import { onStage } from "../stage.ts";
import { type Stored, onLmdb, onRedis } from "../stores.ts";

const CLIENTS = 8;

const claims =
  "every message of one conversation is applied once, in one order, and both deliveries get the same replies";

export const redisConcurrency: Experiment = {
  name: "concurrency on Redis",
  claims,
  how: "4 servers, 1 conversation, 8 clients; 1,000 messages (quick: 200), each sent twice, shuffled, to any server",
  run: (extent) => concurrency(onRedis, 4, extent),
};

export const lmdbConcurrency: Experiment = {
  name: "concurrency, embedded",
  claims,
  how: "the same with 1 server on the embedded store",
  run: (extent) => concurrency(onLmdb, 1, extent),
};

function concurrency(
  open: (servers: number) => Promise<Stored>,
  servers: number,
  extent: Extent,
): Promise<Outcome> {
  return onStage(open, servers, extent, async ({ post, random, issue }) => {
    const token = issue();
    const letters = Array.from({ length: extent.quick ? 200 : 1000 }, (_, index) =>
      writeLetter(token, index, random),
    );
    await inTurn(shuffled(random, [...letters, ...letters]), CLIENTS, post.deliver);
    return { figures: {} };
  });
}
