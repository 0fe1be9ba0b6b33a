import type { Store } from "../store/store.ts";
import type { Limit } from "./limit.ts";

/** The same store; whatever erases a conversation also takes away how often it has spoken. */
export function forgettingLimit(store: Store, limit: Pick<Limit, "forget">): Store {
  return {
    ...store,
    async save(conversation, revision, saved) {
      const applied = await store.save(conversation, revision, saved);
      if (applied && saved.erases) await limit.forget(conversation);
      return applied;
    },
    async erase(conversation) {
      await store.erase(conversation);
      await limit.forget(conversation);
    },
  };
}
