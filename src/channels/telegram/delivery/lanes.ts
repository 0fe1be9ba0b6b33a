/** Runs the tasks of one lane in their order, and different lanes side by side. */
export interface Lanes {
  /** @returns what the task makes, once those before it in its lane are through, well or not */
  run<T>(lane: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far is through. */
  idle(): Promise<void>;
}

/** Only the order of replies rests on it; that no turn is lost or doubled is the store's doing. */
export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>();
  return {
    run(lane, task) {
      const done = after(ends.get(lane), task);
      const end: Promise<void> = leave();
      ends.set(lane, end);
      return done;

      async function leave(): Promise<void> {
        await Promise.allSettled([done]);
        if (ends.get(lane) === end) ends.delete(lane);
      }
    },
    async idle() {
      await Promise.all(ends.values());
    },
  };
}

async function after<T>(end: Promise<void> | undefined, task: () => Promise<T>): Promise<T> {
  await end;
  return task();
}
