import { pino } from "pino";
import { expect, test } from "vitest";
import { poll } from "../../../src/channels/telegram/delivery/polling.ts";

interface Update {
  readonly update_id: number;
  readonly chat: string;
}

/** Polls from a list as Telegram would serve it; stops when all of it is confirmed. */
async function pollAll(updates: readonly Update[], handle: (update: Update) => Promise<void>) {
  const stopping = new AbortController();
  const offsets: (number | undefined)[] = [];
  const logged: string[] = [];
  let confirmed: number | undefined;
  await poll<Update>({
    fetch: async (offset = 0) => {
      offsets.push(offset);
      const open = updates.filter(({ update_id: id }) => id >= offset);
      if (open.length === 0) stopping.abort();
      return open.slice(0, 100);
    },
    handle,
    laneOf: ({ chat }) => chat,
    confirm: async (offset) => void (confirmed = offset),
    signal: stopping.signal,
    logger: pino({ level: "error" }, { write: (line) => void logged.push(line) }),
  });
  return { offsets, logged, confirmed };
}

test("an update that fails comes again, and those that were done meanwhile do not", async () => {
  const handled: number[] = [];
  const updates = [1, 2, 3].map((id) => ({ update_id: id, chat: String(id) }));
  const { confirmed, offsets } = await pollAll(updates, async ({ update_id: id }) => {
    handled.push(id);
    if (id === 2 && handled.filter((one) => one === 2).length < 3) throw new Error("not yet");
  });
  expect(handled).toEqual([1, 2, 3, 2, 2]);
  expect([offsets, confirmed]).toEqual([[0, 2, 2, 4], 4]);
});

test("an update that fails for ever is left, with a word in the log, so that the rest goes on", async () => {
  const handled: number[] = [];
  const updates = [1, 2].map((id) => ({ update_id: id, chat: "one" }));
  const { logged, confirmed } = await pollAll(updates, async ({ update_id: id }) => {
    handled.push(id);
    if (id === 1) throw new Error("never");
  });
  expect(handled.filter((id) => id === 1)).toHaveLength(10);
  expect(handled.filter((id) => id === 2)).toHaveLength(1);
  expect(logged.join()).toMatch(/update 1 failed 10 times/u);
  expect(confirmed).toBe(3);
});

test("more than Telegram gives at once is taken in turns", async () => {
  const handled: number[] = [];
  const updates = Array.from({ length: 250 }, (_, id) => ({ update_id: id + 1, chat: "one" }));
  await pollAll(updates, async ({ update_id: id }) => void handled.push(id));
  expect(handled).toEqual(updates.map(({ update_id: id }) => id));
});

test("ids that begin anew after a quiet week are taken", async () => {
  const { handled } = await pollBatches([[900], [5], [6]], async () => {});
  expect(handled).toEqual([900, 5, 6]);
});

test("an update that failed and that Telegram no longer has holds nothing up", async () => {
  const { handled, offsets } = await pollBatches([[1, 2], [3], [4]], async (id) => {
    if (id === 1) throw new Error("not now");
  });
  expect(handled).toEqual([1, 2, 3, 4]);
  expect(offsets).toEqual([undefined, 1, 4, 5]);
});

/** Polls what is delivered batch by batch, whatever is asked for. */
async function pollBatches(batches: number[][], handle: (id: number) => Promise<void>) {
  const handled: number[] = [];
  const offsets: (number | undefined)[] = [];
  const stopping = new AbortController();
  await poll({
    fetch: async (offset) => {
      offsets.push(offset);
      const batch = batches.shift();
      if (!batch) stopping.abort();
      return (batch ?? []).map((id) => ({ update_id: id }));
    },
    handle: async ({ update_id: id }) => {
      handled.push(id);
      await handle(id);
    },
    laneOf: () => "one",
    confirm: async () => {},
    signal: stopping.signal,
    logger: pino({ level: "silent" }),
  });
  return { handled, offsets };
}
