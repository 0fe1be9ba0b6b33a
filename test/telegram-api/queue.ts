import type { Update } from "grammy/types";
import { Refusal } from "./refusal.ts";

interface Poll {
  readonly answer: (updates: Update[]) => void;
  readonly refuse: (why: Refusal) => void;
}

/** The updates that a bot has not confirmed, for a bot that polls. */
export function createQueue() {
  const pending = new Map<number, Update>();
  const watchers = new Map<number, () => void>();
  let waiting: Poll | undefined;

  const ready = (offset: number, limit: number): Update[] =>
    [...pending.values()]
      .filter(({ update_id: id }) => id >= offset)
      .toSorted((a, b) => a.update_id - b.update_id)
      .slice(0, limit);

  function confirm(id: number): void {
    pending.delete(id);
    watchers.get(id)?.();
    watchers.delete(id);
  }

  return {
    pending,
    confirm,
    /** Resolves when the bot has confirmed it. */
    confirmed: (id: number) => new Promise<void>((resolve) => watchers.set(id, resolve)),

    add(update: Update): void {
      pending.set(update.update_id, update);
      waiting?.answer([update]);
    },

    /** A real long poll: an update that comes ends it, and so do the time, a second poll and the caller's going. */
    async poll(
      { offset = 0, limit = 100, timeout = 0 }: Partial<Record<string, number>>,
      gone: AbortSignal,
    ): Promise<Update[]> {
      waiting?.refuse(new Refusal(409, "Conflict: terminated by other getUpdates request"));
      for (const id of pending.keys()) if (id < offset) confirm(id);
      const updates = ready(offset, limit);
      if (updates.length > 0 || timeout === 0) return updates;
      let mine: Poll | undefined;
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<Update[]>((answer, refuse) => {
          mine = waiting = { answer, refuse };
          timer = setTimeout(() => answer([]), timeout * 1000);
          gone.addEventListener("abort", () => answer([]));
        });
      } finally {
        clearTimeout(timer);
        if (waiting === mine) waiting = undefined;
      }
    },
  };
}
export type Queue = ReturnType<typeof createQueue>;
