import { fileURLToPath } from "node:url";
import { createAssistant } from "../../src/assistant.ts";
import { createTokens } from "../../src/channels/http/tokens.ts";
import { loadPack } from "../../src/knowledge/load.ts";
import { learn } from "../../src/understanding/learned.ts";
import { createClock } from "../../src/clock.ts";
import { makeRoom } from "../../test/wenkao-process.ts";
import { createCheck } from "./check.ts";
import { type Post, createPost } from "./clients.ts";
import type { Extent, Outcome } from "./experiment.ts";
import { type Random, createRandom } from "./random.ts";
import { SECRET, type Server, TODAY, startServer } from "./servers.ts";
import type { Stored } from "./stores.ts";

const PACK = fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url));

/** Servers on one store, and candidates who write to them. */
export interface Stage<S extends Stored = Stored> {
  readonly stored: S;
  readonly servers: readonly Server[];
  readonly post: Post;
  readonly random: Random;
  /** @returns the token of a new conversation */
  readonly issue: () => string;
}

/**
 * Starts servers, lets `act` do what it does, has every message delivered once more, ends the servers
 * and checks what the store committed.
 */
export async function onStage<S extends Stored>(
  open: (servers: number) => Promise<S>,
  count: number,
  { seed }: Extent,
  act: (stage: Stage<S>) => Promise<{ figures: Record<string, number>; violations?: string[] }>,
): Promise<Outcome> {
  const [stored, room] = [await open(count), await makeRoom()];
  const begun = Array.from({ length: count }, (_, index) =>
    startServer(room.path, stored.settings(index), stored.program),
  );
  const servers: Server[] = [];
  try {
    const checkIt = loadCheck(); // while they start
    servers.push(...(await Promise.all(begun)));
    const random = createRandom(seed);
    const tokens = createTokens(SECRET);
    const conversationOf = (token: string): string => tokens.conversationOf(token) ?? "";
    const origins = servers.map(({ origin }) => origin);
    const post = createPost(origins, conversationOf, random);
    const stage = { stored, servers, post, random, issue: () => tokens.issue() };
    const { figures, violations = [] } = await act(stage);
    await post.again();
    await Promise.all(servers.map((server) => server.stop()));
    const history = await stored.history();
    const exchanges = post.exchanges();
    return {
      figures: {
        messages: exchanges.length,
        applied: history.length,
        answers: exchanges.reduce((sum, { answers }) => sum + answers.length, 0),
        ...post.refusals,
        ...figures,
      },
      violations: [
        ...violations,
        ...post.faults(),
        ...servers.flatMap((server) => server.faults()),
        ...checkIt(exchanges, history),
      ],
    };
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await stored.remove();
    await room.remove();
  }
}

let check: ReturnType<typeof createCheck> | undefined;

/** Made once: it takes as long as a server's start. */
function loadCheck(): NonNullable<typeof check> {
  const clock = createClock(TODAY);
  const pack = loadPack(PACK);
  return (check ??= createCheck(createAssistant({ pack, learned: learn(pack) }, clock), clock()));
}
