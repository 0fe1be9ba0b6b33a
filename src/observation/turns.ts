import type { Logger } from "pino";
import { Counter, Histogram, type Registry } from "prom-client";
import type { Incoming, Turn } from "../message.ts";
import { createSampler } from "./sampler.ts";

/** Seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

type TakeTurn = (incoming: Incoming) => Promise<Turn>;

/**
 * Gives what puts a watch on the turns of a channel: counts them by topic and kind of the first
 * reply, times them, and logs some. What was said is neither counted nor logged.
 */
export function observeTurns(
  registry: Registry,
  logger: Pick<Logger, "info">,
): (channel: string, turn: TakeTurn) => TakeTurn {
  const { turns, failures, duration } = turnMetrics(registry);
  const sample = createSampler();
  return (channel, turn) => async (incoming) => {
    const seconds = duration.startTimer({ channel });
    try {
      const { event, state, replies } = await turn(incoming);
      const { topic = "none", kind = "none" } = replies[0] ?? {};
      turns.inc({ channel, topic, kind });
      const unsaid = sample();
      if (unsaid !== undefined) logger.info({ channel, event, state, topic, kind, unsaid }, "turn");
      return { event, state, replies };
    } catch (error) {
      failures.inc({ channel, reason: error instanceof Error ? error.name : "unknown" });
      throw error;
    } finally {
      seconds();
    }
  };
}

function turnMetrics(registry: Registry) {
  const registers = [registry];
  return {
    turns: new Counter({
      name: "wenkao_turns_total",
      help: "Turns answered, by the topic and kind of their first reply",
      labelNames: ["channel", "topic", "kind"],
      registers,
    }),
    failures: new Counter({
      name: "wenkao_turn_failures_total",
      help: "Turns not applied, by the name of the error",
      labelNames: ["channel", "reason"],
      registers,
    }),
    duration: new Histogram({
      name: "wenkao_turn_duration_seconds",
      help: "How long turns took from the message to the stored replies, failed ones included",
      labelNames: ["channel"],
      buckets: BUCKETS,
      registers,
    }),
  };
}
