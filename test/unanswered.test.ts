import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Turn } from "../src/message.ts";
import { type LmdbStore, openLmdbStore } from "../src/store/lmdb.ts";
import { type Store, StoreError } from "../src/store/store.ts";
import { situation } from "../src/turn.ts";
import { AT, assistant } from "./quanmeiti-assistant.ts";

let folder = "";
let store: LmdbStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wenkao-unanswered-"));
  store = openLmdbStore({ path: folder });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const send = (conversation: string, id: string, said: string, on: Store = store): Promise<Turn> => {
  const body = said.startsWith("pick:") ? { choice: said } : { text: said };
  return assistant.turnOn(on)({ conversation, id, body, at: AT });
};
const answersOf = ({ replies }: Turn) => replies.map(({ answer }) => answer);

/** Messages that say too little; which of them is unsure is for the content to decide. */
const VAGUE = [
  "网上那个怎么弄",
  "那边钱的事情",
  "证这个事咋说",
  "材料那个还行吗",
  "那个时间的事",
  "学校那个证怎么讲",
  "单位那个证明的事",
  "系统里那个准考证的成绩",
  "补考证书报名材料",
];

describe("what was not answered is counted", () => {
  const UNSURE =
    VAGUE.find((text) => {
      const { snapshot } = assistant.state.thaw(undefined);
      const { event } = assistant.understand(
        { text },
        situation(snapshot, assistant.guide),
        AT.date,
      );
      return event.type === "UNSURE";
    }) ?? "none of them is unsure";

  const MONTH = AT.date.slice(0, 7);
  const counted = async () => {
    await store.ping(); // written after all counts that are under way
    return Object.fromEntries(await store.counts(MONTH));
  };

  test("by why and answer, once for a message however often it comes", async () => {
    await send("c", "1", "能开发票吗");
    await send("c", "1", "能开发票吗");
    await send("d", "1", "能开发票吗");
    await send("c", "2", "报四级多少钱");
    await send("c", "3", "今天天气怎么样");
    const [reply] = (await send("c", "4", "今天天气怎么样")).replies;
    expect(reply?.kind).toBe("outside");
    expect(await counted()).toEqual({
      "silent fee.invoice": 2,
      [`outside ${reply?.answer}`]: 2,
    });
  });

  test("with what was offered where it was unsure, and what was picked", async () => {
    const { replies } = await send("c", "1", UNSURE);
    const offered = replies[0]?.choices.map(({ id }) => id) ?? [];
    expect(replies[0]?.answer).toBe("dialog.unsure");
    expect(offered.length).toBeGreaterThanOrEqual(2);
    const [, second = ""] = offered;
    const picked = await send("c", "2", second);
    expect(picked.replies[0]?.answer).toBe(second.replace("pick:", ""));
    const counts = await counted();
    expect(counts["unsure dialog.unsure"]).toBe(1);
    for (const id of offered) expect(counts[id.replace("pick:", "offered ")]).toBe(1);
    expect(counts[second.replace("pick:", "picked ")]).toBe(1);
    expect(JSON.stringify(counts)).not.toContain(UNSURE);
  });

  test("by the answer alone, whatever was named; what was forged is not", async () => {
    await send("c", "1", "三级");
    await send("c", "2", "pick:fee.overview;level=三级");
    await send("c", "3", "pick:fee.overview;level=我的名字");
    await send("c", "4", "pick:我的名字");
    const counts = await counted();
    expect(counts["offered fee.overview"]).toBe(1);
    expect(counts["picked fee.overview"]).toBe(1);
    expect(JSON.stringify(counts)).not.toMatch(/level|我的名字/u);
  });

  test("and a count that fails takes nothing from the turn", async () => {
    const broken: Store = { ...store, count: () => Promise.reject(new StoreError("full")) };
    expect(answersOf(await send("c", "1", "能开发票吗", broken))).toEqual(["fee.invoice"]);
    expect(answersOf(await send("c", "2", "不懂这是啥嘛啦啦", broken))).toHaveLength(1);
    expect(await counted()).toEqual({});
  });
});
