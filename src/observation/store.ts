import type { Logger } from "pino";
import { Counter, type Registry } from "prom-client";
import type { Store } from "../store/store.ts";
import { createSampler } from "./sampler.ts";

const OPERATIONS = [
  "load",
  "save",
  "last",
  "erase",
  "count",
  "counts",
  "lease",
  "release",
  "ping",
] as const;
type Operation = (typeof OPERATIONS)[number];

/** The same store, with its conflicts and errors counted, and some of the errors logged. */
export function observeStore(
  store: Store,
  registry: Registry,
  logger: Pick<Logger, "warn">,
): Store {
  const { conflicts, errors } = storeMetrics(registry);
  const sample = createSampler();
  const watched = async <T>(operation: Operation, call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      errors.inc({ operation });
      const unsaid = sample();
      if (unsaid !== undefined) logger.warn({ err: error, operation, unsaid }, "the store failed");
      throw error;
    }
  };
  return {
    load: (conversation, message) => watched("load", store.load(conversation, message)),
    async save(conversation, revision, saved) {
      const applied = await watched("save", store.save(conversation, revision, saved));
      if (!applied) conflicts.inc();
      return applied;
    },
    last: (conversation) => watched("last", store.last(conversation)),
    erase: (conversation) => watched("erase", store.erase(conversation)),
    count: (month, what) => watched("count", store.count(month, what)),
    counts: (month) => watched("counts", store.counts(month)),
    lease: (name, owner, ttl) => watched("lease", store.lease(name, owner, ttl)),
    release: (name, owner) => watched("release", store.release(name, owner)),
    ping: () => watched("ping", store.ping()),
    close: () => store.close(),
  };
}

function storeMetrics(registry: Registry) {
  const conflicts = new Counter({
    name: "wenkao_store_conflicts_total",
    help: "Saves that came too late and were done again",
    registers: [registry],
  });
  const errors = new Counter({
    name: "wenkao_store_errors_total",
    help: "Calls that the store could not serve",
    labelNames: ["operation"],
    registers: [registry],
  });
  for (const operation of OPERATIONS) errors.inc({ operation }, 0); // else the first error is no increase
  return { conflicts, errors };
}
