import pino from "pino";
import { type Assistant, createAssistant } from "../../src/assistant.ts";
import { createClock } from "../../src/clock.ts";
import { serve } from "../../src/commands/serve.ts";
import { readConfig } from "../../src/config.ts";
import { createPreparedPacks } from "../../src/prepared-pack.ts";
import { advance, createTurn } from "../../src/turn.ts";
import { messageAt } from "./script.ts";

/** What the contestant is started with: the bundle beside which the pack is kept, the pack, and what time it is. */
const [, , bundle = "", directory = "", time = ""] = process.argv;
const now = createClock(time);
const prepared = await createPreparedPacks(bundle).open(directory);

/**
 * `wenkao serve` whose dialog stands still: it says the first question to whatever comes. What it costs is HTTP and the store with all
 * that they guarantee, and no dialog, rules or wording.
 */
process.exitCode = await serve({
  assistant: (receipts) => standing(createAssistant(prepared, now, receipts)),
  config: readConfig(process.env),
  now,
  logger: pino(pino.destination(2)),
});

function standing(assistant: Assistant): Assistant {
  const [body, at] = [{ choice: messageAt(1).choice }, now()];
  const { next, turn } = advance(assistant, undefined, { body, at });
  const understood = assistant.understand(body, { context: { facts: {} } }, at.date);
  const stored = assistant.state.freeze(next);
  const still = {
    ...assistant,
    state: { thaw: () => ({ snapshot: next, carriedOver: false }), freeze: () => stored },
    understand: () => understood,
    step: () => [next, []] as const,
    render: () => turn.replies.slice(),
  };
  return { ...assistant, turnOn: (store) => createTurn({ ...still, store }) };
}
