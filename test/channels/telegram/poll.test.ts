import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { expect, test } from "vitest";
import { TelegramFault } from "../../../src/channels/telegram/fault.ts";
import { poll } from "../../../src/channels/telegram/delivery/polling.ts";

interface Update {
  readonly update_id: number;
  readonly chat: string;
}

/** Polls from a list as Telegram would serve it; stops when all of it is confirmed. */
async function pollAll(
  updates: readonly Update[],
  handle: (update: Update) => Promise<void>,
  underWay: (offset: number) => Promise<void> = async () => {},
) {
  const stopping = new AbortController();
  const offsets: (number | undefined)[] = [];
  const logged: string[] = [];
  let confirmed: number | undefined;
  await poll<Update>({
    fetch: async (offset = 0) => {
      offsets.push(offset);
      const open = updates.filter(({ update_id: id }) => id >= offset);
      if (open.length === 0) stopping.abort();
      await underWay(offset);
      return open.slice(0, 100);
    },
    handle,
    laneOf: ({ chat }) => chat,
    confirm: async (offset) => void (confirmed = offset),
    signal: stopping.signal,
    firstPause: 1,
    logger: pino({ level: "error" }, { write: (line) => void logged.push(line) }),
  });
  return { offsets, logged, confirmed };
}

const failure = new TelegramFault("not yet", {}, {});

test("an update that fails is tried again, and holds up its own lane alone", async () => {
  const handled: number[] = [];
  const updates = [1, 2, 3, 4].map((id) => ({ update_id: id, chat: id === 4 ? "2" : String(id) }));
  const { confirmed } = await pollAll(updates, async ({ update_id: id }) => {
    handled.push(id);
    if (id === 2 && handled.filter((one) => one === 2).length < 3) throw failure;
  });
  expect(handled).toEqual([1, 2, 3, 2, 2, 4]);
  expect(confirmed).toBe(5);
});

test.each([
  ["that cannot be answered", failure, 5],
  ["that we have a fault with", new TypeError("a bug"), 1],
])(
  "an update %s is left, with a word in the log, so that the rest goes on",
  async (_, fault, times) => {
    const handled: number[] = [];
    const updates = [1, 2].map((id) => ({ update_id: id, chat: "one" }));
    const { logged, confirmed } = await pollAll(updates, async ({ update_id: id }) => {
      handled.push(id);
      if (id === 1) throw fault;
    });
    expect(handled.filter((id) => id === 1)).toHaveLength(times);
    expect(handled.filter((id) => id === 2)).toHaveLength(1);
    expect(logged.join()).toContain(`update 1 failed ${times} times`);
    expect(confirmed).toBe(3);
  },
);

test("what was answered while a poll was under way is not answered again when that poll brings it", async () => {
  const handled: number[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const updates = [1, 2, 3].map((id) => ({ update_id: id, chat: String(id) }));
  await pollAll(
    updates,
    async ({ update_id: id }) => {
      handled.push(id);
      if (id === 1) await held;
    },
    async (offset) => {
      if (offset === 1) release(); // done before the answer of this poll is there
      await pause(20);
    },
  );
  expect(handled).toEqual([1, 2, 3]);
});

test("one that takes long does not keep others back, however many come after it", async () => {
  const handled: number[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const updates = Array.from({ length: 250 }, (_, id) => ({ update_id: id + 1, chat: String(id) }));
  const { confirmed } = await pollAll(updates, async ({ update_id: id }) => {
    if (id === 1) await held;
    handled.push(id);
    if (handled.length === 249) release();
  });
  expect(handled.at(-1)).toBe(1);
  expect(new Set(handled).size).toBe(250);
  expect(handled).toHaveLength(250);
  expect(confirmed).toBe(251);
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
