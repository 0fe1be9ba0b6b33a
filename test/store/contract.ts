import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  COUNT_TTL_MS,
  RECORD_TTL_MS,
  STATE_TTL_MS,
  type Loaded,
  type Revision,
  type Saved,
  type Store,
} from "../../src/store/store.ts";
import { checkAgainstModel } from "./model.ts";

const DAY_MS = 24 * 3600 * 1000;

/** A store on which time can pass. */
export interface Tried {
  /** An empty store; the suite closes it. */
  open(): Promise<Store>;
  /** Makes everything that is kept so many milliseconds older. */
  pass(milliseconds: number): void | Promise<void>;
  /** Milliseconds by which an entry may expire too early: 1 where the clock is ours. */
  readonly tolerance: number;
}

/** What every store must do. */
export function storeContract(name: string, { open, pass, tolerance }: Tried): void {
  describe(`${name} keeps the contract of a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test("a fresh conversation has no state and no revision", async () => {
      expect(await store.load("c", "1")).toEqual({ revision: undefined });
      expect(await store.last("c")).toEqual({});
    });

    test("what was saved is loaded", async () => {
      expect(await store.save("c", undefined, turn("1"))).toBe(true);
      const { revision, state } = pending(await store.load("c", "2"));
      expect(state).toBe("state after 1");
      expect(revision).toMatch(/^\S{8,64}$/);
    });

    test("a message that comes again gets the record it got", async () => {
      await store.save("c", undefined, turn("1"));
      await store.save("c", await revisionOf(store, "c"), turn("2"));
      expect(await store.load("c", "1")).toEqual({ answered: "record of 1" });
      expect(await store.load("c", "2")).toEqual({ answered: "record of 2" });
    });

    test("last() is the state and the record of the last turn", async () => {
      await store.save("c", undefined, turn("1"));
      await store.save("c", await revisionOf(store, "c"), turn("2"));
      expect(await store.last("c")).toEqual({ state: "state after 2", record: "record of 2" });
    });

    test("a save that erases leaves itself alone", async () => {
      await store.save("c", undefined, turn("1"));
      await store.save("c", await revisionOf(store, "c"), turn("2"));
      const revision = await revisionOf(store, "c");
      expect(await store.save("c", "stale", { ...turn("3"), erases: true })).toBe(false);
      expect(await store.load("c", "1")).toEqual({ answered: "record of 1" });
      expect(await store.save("c", revision, { ...turn("3"), erases: true })).toBe(true);
      expect(await store.load("c", "1")).toMatchObject({ state: "state after 3" });
      expect(await store.load("c", "2")).toMatchObject({ state: "state after 3" });
      expect(await store.load("c", "3")).toEqual({ answered: "record of 3" });
    });

    describe("conflicts", () => {
      test("a stale revision is refused and changes nothing", async () => {
        await store.save("c", undefined, turn("1"));
        const stale = await revisionOf(store, "c");
        await store.save("c", stale, turn("2"));
        expect(await store.save("c", stale, turn("3"))).toBe(false);
        expect(await store.save("c", undefined, turn("3"))).toBe(false);
        expect(await store.save("c", "never given", turn("3"))).toBe(false);
        expect(await store.last("c")).toEqual({ state: "state after 2", record: "record of 2" });
        expect(await store.load("c", "3")).toMatchObject({ state: "state after 2" });
      });

      test("the same state saved again has another revision", async () => {
        await store.save("c", undefined, turn("1", "same"));
        const before = await revisionOf(store, "c");
        await store.save("c", before, turn("2", "same"));
        expect(await revisionOf(store, "c")).not.toBe(before);
      });

      test("of 100 saves at once exactly one wins, round after round", async () => {
        for (let round = 0; round < 5; round += 1) {
          const revision = await revisionOf(store, "c");
          const ids = Array.from({ length: 100 }, (_, index) => `${round}.${index}`);
          const won = await Promise.all(ids.map((id) => store.save("c", revision, turn(id))));
          const winners = ids.filter((_, index) => won[index]);
          expect(winners).toHaveLength(1);
          expect(await store.last("c")).toMatchObject({ state: `state after ${winners[0]}` });
          const answers = await Promise.all(ids.map((id) => store.load("c", id)));
          expect(answers.filter(({ answered }) => answered !== undefined)).toHaveLength(1);
        }
      });
    });

    describe("erasure", () => {
      test("deletes the state and every record", async () => {
        await store.save("c", undefined, turn("1"));
        await store.save("c", await revisionOf(store, "c"), turn("2"));
        await store.erase("c");
        expect(await store.last("c")).toEqual({});
        expect(await store.load("c", "1")).toEqual({ revision: undefined });
        expect(await store.load("c", "2")).toEqual({ revision: undefined });
      });

      test("a revision from before it never matches", async () => {
        await store.save("c", undefined, turn("1"));
        const stale = await revisionOf(store, "c");
        await store.erase("c");
        expect(await store.save("c", stale, turn("2"))).toBe(false);
        await store.save("c", undefined, turn("1"));
        expect(await store.save("c", stale, turn("2"))).toBe(false);
      });

      test("of a conversation that does not exist changes nothing", async () => {
        await store.erase("c");
        expect(await store.load("c", "1")).toEqual({ revision: undefined });
      });
    });

    describe("expiry", () => {
      test("a record is forgotten after 24 hours, the state is not", async () => {
        await store.save("c", undefined, turn("1"));
        await pass(RECORD_TTL_MS - tolerance);
        expect(await store.load("c", "1")).toEqual({ answered: "record of 1" });
        await pass(tolerance);
        expect(await store.load("c", "1")).toMatchObject({ state: "state after 1" });
        expect(await store.last("c")).toEqual({ state: "state after 1" });
      });

      test("a conversation is forgotten 30 days after its last turn", async () => {
        await store.save("c", undefined, turn("1"));
        await pass(STATE_TTL_MS - DAY_MS);
        await store.save("c", await revisionOf(store, "c"), turn("2"));
        await pass(STATE_TTL_MS - tolerance);
        const { revision, state } = pending(await store.load("c", "3"));
        expect(state).toBe("state after 2");
        await pass(tolerance);
        expect(await store.load("c", "3")).toEqual({ revision: undefined });
        expect(await store.last("c")).toEqual({});
        expect(await store.save("c", revision, turn("3"))).toBe(false);
        expect(await store.save("c", undefined, turn("3"))).toBe(true);
      });
    });

    describe("counts", () => {
      test("are none before anything was counted", async () => {
        expect(await store.counts("2026-05")).toEqual(new Map());
      });

      test("are added up for each month, counted at once or one by one", async () => {
        await store.count("2026-05", ["silent fee.invoice", "offered fee.paid"]);
        await Promise.all(
          Array.from({ length: 50 }, () => store.count("2026-05", ["silent fee.invoice"])),
        );
        await store.count("2026-06", ["silent fee.invoice"]);
        expect(await store.counts("2026-05")).toEqual(
          new Map([
            ["silent fee.invoice", 51],
            ["offered fee.paid", 1],
          ]),
        );
        expect(await store.counts("2026-06")).toEqual(new Map([["silent fee.invoice", 1]]));
        expect(await store.counts("2026-0")).toEqual(new Map());
      });

      test("touch no conversation, and no conversation touches them", async () => {
        await store.save("2026-05", undefined, turn("1"));
        await store.count("2026-05", ["silent fee.invoice"]);
        await store.erase("2026-05");
        await store.erase("counts");
        expect(await store.counts("2026-05")).toEqual(new Map([["silent fee.invoice", 1]]));
        expect(await store.last("2026-05")).toEqual({});
      });

      test("are forgotten 400 days after the last was added", async () => {
        await store.count("2026-05", ["silent fee.invoice"]);
        await pass(COUNT_TTL_MS - tolerance);
        expect(await store.counts("2026-05")).toEqual(new Map([["silent fee.invoice", 1]]));
        await pass(tolerance);
        expect(await store.counts("2026-05")).toEqual(new Map());
      });
    });

    describe("leases", () => {
      test("of 50 that ask at once one holds the name, until it gives it back", async () => {
        const owners = Array.from({ length: 50 }, (_, index) => `owner ${index}`);
        const asked = await Promise.all(owners.map((owner) => store.lease("n", owner, DAY_MS)));
        const held = owners.filter((_, index) => asked[index]);
        expect(held).toHaveLength(1);
        const [holder = ""] = held;
        await store.release("n", "nobody");
        expect(await store.lease("n", "nobody", DAY_MS)).toBe(false);
        await store.release("n", holder);
        expect(await store.lease("n", "nobody", DAY_MS)).toBe(true);
        expect(await store.lease("n", holder, DAY_MS)).toBe(false);
      });

      test("end at their time, which each renewal puts off", async () => {
        await store.lease("n", "one", DAY_MS);
        await pass(DAY_MS / 2);
        expect(await store.lease("n", "one", DAY_MS)).toBe(true);
        await pass(DAY_MS - tolerance);
        expect(await store.lease("n", "other", DAY_MS)).toBe(false);
        await pass(tolerance);
        expect(await store.lease("n", "other", DAY_MS)).toBe(true);
        await store.release("n", "one");
        expect(await store.lease("n", "one", DAY_MS)).toBe(false);
      });

      test("of other names, and conversations and counts, are not touched", async () => {
        await store.save("n", undefined, turn("1"));
        await store.count("n", ["silent fee.invoice"]);
        await store.lease("n", "one", DAY_MS);
        expect(await store.lease("m", "other", DAY_MS)).toBe(true);
        await store.erase("n");
        await store.release("m", "other");
        expect(await store.lease("n", "other", DAY_MS)).toBe(false);
        expect(await store.counts("n")).toEqual(new Map([["silent fee.invoice", 1]]));
      });
    });

    describe("ids", () => {
      const similar = [
        "a",
        "a:",
        "a:s",
        "a:m",
        "a:m:1",
        "ab",
        "",
        "\0",
        "a\0",
        "a\0s",
        "{a}",
        "a*",
        "é",
        "e\u0301",
      ];

      test("conversations whose ids are alike do not touch each other", async () => {
        for (const id of similar) expect(await store.save(id, undefined, turn("m", id))).toBe(true);
        for (const id of similar) expect(await store.last(id)).toMatchObject({ state: id });
        await store.erase("a");
        for (const id of similar.slice(1))
          expect(await store.last(id)).toMatchObject({ state: id });
      });

      test("any two different ids are two conversations, and two messages", async () => {
        const ids = fc.uniqueArray(fc.string({ unit: "binary", maxLength: 5000 }), {
          minLength: 2,
          maxLength: 2,
        });
        await fc.assert(
          fc.asyncProperty(ids, async ([one = "", other = ""]) => {
            await store.erase(one);
            await store.erase(other);
            await store.save(one, undefined, turn(one, "one"));
            expect(await store.load(other, one)).toEqual({ revision: undefined });
            expect(await store.load(one, other)).toMatchObject({ state: "one" });
            expect(await store.load(one, one)).toEqual({ answered: `record of ${one}` });
          }),
          { numRuns: 50 },
        );
      });
    });

    test("values of 100 kB come back as they were", async () => {
      const large = "考".repeat(34_000);
      await store.save("c", undefined, { state: large, message: "1", record: large });
      expect(await store.last("c")).toEqual({ state: large, record: large });
    });

    test("behaves like a map with expiry, whatever happens", () => checkAgainstModel(store, pass));

    test("ping() resolves", () => expect(store.ping()).resolves.toBeUndefined());
  });
}

function turn(message: string, state = `state after ${message}`): Saved {
  return { state, message, record: `record of ${message}` };
}

async function revisionOf(store: Store, conversation: string): Promise<Revision> {
  return pending(await store.load(conversation, "not sent yet")).revision;
}

/** @throws {Error} when the message was answered before */
export function pending(loaded: Loaded) {
  if (loaded.answered !== undefined) throw new Error(`already answered: ${loaded.answered}`);
  return loaded;
}
