import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Incoming, Moment, Turn } from "../src/message.ts";
import { BusyError, KeyReusedError } from "../src/refusals.ts";
import { type LmdbStore, openLmdbStore } from "../src/store/lmdb.ts";
import { type Store, StoreError } from "../src/store/store.ts";
import { AT, asked, assistant } from "./quanmeiti-assistant.ts";

let folder = "";
let store: LmdbStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wenkao-turn-"));
  store = openLmdbStore({ path: folder });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const incoming = (conversation: string, id: string, said: string): Incoming => {
  const body = /^(?:tell|do|ask|change):/u.test(said) ? { choice: said } : { text: said };
  return { conversation, id, body, at: AT };
};
const send = (conversation: string, id: string, said: string, on: Store = store): Promise<Turn> =>
  assistant.turnOn(on)(incoming(conversation, id, said));
const factsOf = async (conversation: string) =>
  assistant.describe((await store.last(conversation)).state).facts;
const answersOf = ({ replies }: Turn) => replies.map(({ answer }) => answer);

const OPENING = ["do:self_check", "tell:target=三级", "tell:occupation=none", "tell:school=专科"];
async function open(conversation: string, said: readonly string[] = OPENING): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const [index, one] of said.entries()) turns.push(await send(conversation, `${index}`, one));
  return turns;
}

/** The real store, before each save of which something else happens. */
const overtaken = (before: () => Promise<unknown>): Store => ({
  ...store,
  save: async (...saved) => {
    await before();
    return store.save(...saved);
  },
});

describe("a message that comes again", () => {
  test("gets the same replies and changes nothing", async () => {
    const turns = await open("c");
    const before = await store.last("c");
    for (const [index, said] of OPENING.entries())
      expect(await send("c", `${index}`, said)).toEqual(turns[index]);
    expect(await store.last("c")).toEqual(before);
  });

  test("while it is still in hand is applied once", async () => {
    await open("c");
    const [one, ...others] = await Promise.all(
      Array.from({ length: 10 }, () => send("c", "back", "返回")),
    );
    for (const other of others) expect(other).toEqual(one);
    expect(await factsOf("c")).toEqual({ target: "三级", occupation: "none" });
  });

  test("with another body is refused and changes nothing", async () => {
    await open("c");
    const before = await store.last("c");
    await expect(send("c", "3", "tell:school=本科")).rejects.toThrow(KeyReusedError);
    await expect(send("c", "3", "专科")).rejects.toThrow(KeyReusedError);
    expect(await store.last("c")).toEqual(before);
  });

  test("after a restart gets the same replies", async () => {
    const turns = await open("c");
    await store.close();
    store = openLmdbStore({ path: folder });
    expect(await send("c", "3", OPENING[3] ?? "")).toEqual(turns[3]);
    expect(asked(await send("c", "4", "tell:status=graduated"))).toBe("major");
  });
});

describe("messages of one conversation at the same time", () => {
  test("are each applied exactly once, 50 of them, however often they are sent", async () => {
    const told = ["status=graduated", "major=unlisted", "school.2=none", "certificate=none"];
    await open("c", [...OPENING, ...told.map((fact) => `tell:${fact}`)]);
    expect(Object.keys(await factsOf("c"))).toHaveLength(7);
    const messages = Array.from({ length: 50 }, (_, index) => ({
      id: `at once ${index}`,
      said: index % 10 === 0 ? "返回" : "三级多少钱",
    }));
    const saves: string[] = [];
    const counted: Store = {
      ...store,
      save: async (conversation, revision, saved) => {
        const done = await store.save(conversation, revision, saved);
        if (done) saves.push(saved.message);
        return done;
      },
    };
    const turns = new Map<string, Turn>();
    const refusals: unknown[] = [];
    for (let round = 0; turns.size < messages.length && round < 50; round += 1) {
      const left = messages.filter(({ id }) => !turns.has(id));
      const sent = left.map(({ id, said }) => send("c", id, said, counted));
      const results = await Promise.allSettled(sent);
      for (const [index, result] of results.entries())
        if (result.status === "fulfilled") turns.set(left[index]?.id ?? "", result.value);
        else refusals.push(result.reason);
    }
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(BusyError);
    expect(saves.toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
    expect(Object.keys(await factsOf("c"))).toEqual(["target", "occupation"]);
    const after = await store.last("c");
    for (const { id, said } of messages) expect(await send("c", id, said)).toEqual(turns.get(id));
    expect(await store.last("c")).toEqual(after);
  });

  test("of which one comes first are answered on the newer state", async () => {
    await open("c");
    let others = 0;
    const first = overtaken(async () => {
      others += 1;
      if (others === 1) await send("c", "other", "tell:status=graduated");
    });
    const turn = await send("c", "mine", "三级多少钱", first);
    expect(answersOf(turn)[0]).toBe("fee.overview");
    expect(asked(turn)).toBe("major");
    expect(await factsOf("c")).toMatchObject({ school: "专科", status: "graduated" });
  });

  test("of which others always come first are refused, and succeed when sent again", async () => {
    await open("c");
    let others = 0;
    const always = overtaken(() => send("c", `other ${(others += 1)}`, "三级多少钱"));
    await expect(send("c", "mine", "返回", always)).rejects.toThrow(BusyError);
    expect(others).toBeLessThanOrEqual(20);
    expect(Object.keys(await factsOf("c"))).toEqual(["target", "occupation", "school"]);
    expect(asked(await send("c", "mine", "返回"))).toBe("school");
  });
});

describe("删除我的记录", () => {
  test("asks first, and keeps everything until it is confirmed", async () => {
    await open("c");
    const turn = await send("c", "delete", "删除我的记录");
    expect(turn.replies.at(-1)?.choices.map(({ id }) => id)).toEqual(["do:confirm", "do:cancel"]);
    expect(Object.keys(await factsOf("c"))).toHaveLength(3);
  });

  test("confirmed, deletes every answer and every reply", async () => {
    await open("c");
    await send("c", "delete", "删除我的记录");
    expect(answersOf(await send("c", "confirm", "确认删除"))[0]).toBe("dialog.forgotten");
    expect(await factsOf("c")).toEqual({});
    for (const id of [...OPENING.keys(), "delete"])
      expect((await store.load("c", `${id}`)).answered).toBeUndefined();
    expect(asked(await send("c", "anew", "do:self_check"))).toBe("target");
  });

  test("takes along what came in while it was done, and no other conversation", async () => {
    for (const conversation of ["c", "d"]) await open(conversation);
    await send("c", "delete", "删除我的记录");
    let others = 0;
    const first = overtaken(async () => {
      others += 1;
      if (others === 1) await send("c", "other", "？？？");
    });
    expect(answersOf(await send("c", "confirm", "确认删除", first))[0]).toBe("dialog.forgotten");
    expect(await factsOf("c")).toEqual({});
    expect((await store.load("c", "other")).answered).toBeUndefined();
    expect(Object.keys(await factsOf("d"))).toHaveLength(3);
  });

  test("that the store could not finish is not half done, and can be sent again", async () => {
    await open("c");
    await send("c", "delete", "删除我的记录");
    const before = await store.last("c");
    const full: Store = {
      ...store,
      save: () => Promise.reject(new StoreError("the disk is full")),
    };
    await expect(send("c", "confirm", "确认删除", full)).rejects.toThrow(StoreError);
    expect(await store.last("c")).toEqual(before);
    expect(answersOf(await send("c", "confirm", "确认删除"))[0]).toBe("dialog.forgotten");
    expect(await factsOf("c")).toEqual({});
  });
});

test("nobody reads another's conversation, whatever its id and the message's", async () => {
  const ids = ["c", "c2", "C", "", "c:0", "考生", "../c", "{c}"];
  for (const id of ids) {
    expect((await store.load(id, "0")).answered).toBeUndefined();
    expect(asked(await send(id, "0", "do:self_check"))).toBe("target");
    await send(id, "1", `tell:target=${id === "c" ? "三级" : "四级"}`);
  }
  expect(await factsOf("c")).toEqual({ target: "三级" });
  await store.erase("c");
  for (const id of ids.slice(1)) expect(await factsOf(id)).toEqual({ target: "四级" });
});

describe("one turn function, from moment to moment,", () => {
  const askAll = async (choice: string, moments: readonly Moment[]): Promise<string[]> => {
    const turn = assistant.turnOn(store);
    const texts: string[] = [];
    for (const [who, at] of moments.entries()) {
      const { replies } = await turn({ conversation: `${who}`, id: "0", body: { choice }, at });
      texts.push(replies.map(({ text }) => text).join("\n"));
    }
    return texts;
  };

  test("says whether the desk is open as it is then, and the same in between", async () => {
    const at = (time: string): Moment => ({ ...AT, time });
    const [served, still, noon, again] = await askAll(
      "ask:contact.hours",
      ["09:30", "10:59", "11:00", "10:00"].map(at),
    );
    expect([still, again]).toEqual([served, served]);
    expect(noon).not.toBe(served);
    expect(noon).toContain("13:30");
  });

  test("says of the timetable what holds on the day", async () => {
    const on = (date: string): Moment => ({ ...AT, date });
    const [may, june, again, expired] = await askAll(
      "ask:timetable.month",
      ["2026-05-20", "2026-06-20", "2026-05-20", "2027-05-20"].map(on),
    );
    expect(again).toBe(may);
    expect(new Set([may, june, expired]).size).toBe(3);
  });
});
