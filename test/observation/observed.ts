import { pino, type Logger } from "pino";
import { Registry } from "prom-client";

/** What a watch writes down. */
export interface Notes {
  readonly registry: Registry;
  readonly logger: Logger;
  /** The lines of the log. */
  readonly lines: Record<string, unknown>[];
  /** The metrics of this system as Prometheus reads them, without help and types. */
  metrics(): Promise<string>;
}

export function takeNotes(): Notes {
  const registry = new Registry();
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  const metrics = async () => (await registry.metrics()).replaceAll(/^#.*\n/gm, "");
  return { registry, logger, lines, metrics };
}
