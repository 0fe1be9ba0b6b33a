import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAssistant } from "../src/assistant.ts";
import { choiceIds } from "../src/choice-ids.ts";
import { loadPack } from "../src/knowledge/load.ts";
import { type Reply, TOPICS, type Turn } from "../src/message.ts";
import { type LmdbStore, openLmdbStore } from "../src/store/lmdb.ts";
import { type Played, play } from "./play.ts";
import { candidate } from "./quanmeiti-assistant.ts";
import { shortfalls } from "./shortfalls.ts";
import { learn } from "../src/understanding/learned.ts";
import { type Transcript, readTranscripts } from "./transcript.ts";
import { jsonLines, makeRoom, run } from "./wenkao-process.ts";

/** Another association's notice for another occupation: the same code, another folder. */
const DIRECTORY = fileURLToPath(new URL("packs/elevator-2021", import.meta.url));
const AT = { date: "2021-05-20", time: "10:00" };
const pack = loadPack(DIRECTORY);
const assistant = createAssistant({ pack, learned: learn(pack) }, () => AT);
const transcripts = readTranscripts(
  fileURLToPath(new URL("packs/elevator-2021-transcripts", import.meta.url)),
);

let folder = "";
let store: LmdbStore;
let room: Awaited<ReturnType<typeof makeRoom>>;
const played = new Map<Transcript, readonly Played[]>();
beforeAll(async () => {
  room = await makeRoom();
  folder = await mkdtemp(join(tmpdir(), "wenkao-packs-"));
  store = openLmdbStore({ path: folder });
  for (const one of transcripts) played.set(one, await play(one, assistant, store));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
  await room.remove();
});

describe("a conversation over the second pack goes as it is written", () => {
  test.each(transcripts.map((one) => [one.file, one.title, one] as const))(
    "%s %s",
    (_, __, transcript) => {
      const turns = played.get(transcript) ?? [];
      expect(turns.flatMap((turn) => shortfalls(turn, assistant.describe, pack))).toEqual([]);
      expect(turns).toHaveLength(transcript.turns.length);
    },
  );
});

describe("the second pack", () => {
  test("gets an answer on every topic, and every figure that its notice has is said", () => {
    expect(TOPICS.filter((topic) => !replies().some((one) => one.topic === topic))).toEqual([]);
    const said = replies()
      .map(({ text }) => text)
      .join("\n");
    const untold = Object.entries(pack.facts).filter(([, { value }]) => !said.includes(`${value}`));
    expect(untold).toEqual([]);
  });

  test("says nothing of the first notice, nor any telephone", () => {
    for (const { text } of replies())
      expect(text).not.toMatch(/多媒体|直播|流量运营|视听|随申办|附件|edu\.mia|\d{3,4}-\d{7,8}/u);
  });

  test("names whom to ask in every silent answer", () => {
    const silent = replies().filter(({ kind }) => kind === "silent");
    expect(silent.length).toBeGreaterThan(15);
    for (const { text } of silent)
      expect(text).toMatch(/网站 www\.sh-ea\.net\.cn，公众号“上海电梯”/u);
  });

  test("decides nobody's eligibility, whatever is told", () => {
    for (const facts of [{}, { age: 12 }, rich()]) {
      const { levels } = assistant.assess({ facts });
      expect(Object.values(levels).map(({ verdict }) => verdict)).toEqual(
        Array.from({ length: 5 }, () => "needs_confirmation"),
      );
    }
  });
});

describe("whatever is tapped over the second pack", () => {
  const expectReplies = (turn: Turn): void => {
    expect(turn.replies.length).toBeGreaterThan(0);
    for (const { text } of turn.replies)
      expect(text).not.toMatch(/^\s*$|undefined|NaN|[{}]|\[object/u);
  };

  test("each choice that there is gets a reply, at once and in the middle of the self-assessment", () => {
    for (const id of choiceIds(pack)) {
      expectReplies(candidate(assistant).tap(id));
      const amid = candidate(assistant);
      amid.say("资格自测");
      amid.tap("tell:target=二级");
      expectReplies(amid.tap(id));
    }
  });

  test("every way through what is offered goes on, and no verdict but one is given", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 30 }), (picks) => {
        const who = candidate(assistant);
        who.say("资格自测");
        for (const pick of picks) {
          const offered = who.offered();
          const turn = who.tap(offered[pick % offered.length] ?? "do:menu");
          expectReplies(turn);
          const verdicts = turn.replies
            .flatMap(({ blocks }) => blocks)
            .flatMap((block) => (block.type === "verdict" ? [block.verdict] : []));
          expect(verdicts.filter((verdict) => verdict !== "needs_confirmation")).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 2021 },
    );
  });
});

describe("the commands over the second pack", () => {
  const over = ["--pack", DIRECTORY, "--today", AT.date];

  test("check finds no fault", async () => {
    expect(await run(["check", DIRECTORY], room.path)).toMatchObject({ code: 0, stdout: "ok\n" });
  });

  test("chat quotes its fees", async () => {
    const { code, stdout } = await run(["chat", ...over], room.path, "一级操作补考多少钱\n");
    expect(code).toBe(0);
    expect(stdout).toContain("一级 操作：500元");
  });

  test("assess has five levels, each to be confirmed, with the reason", async () => {
    const line = JSON.stringify({ id: 1, facts: rich() });
    const { code, stdout } = await run(["assess", ...over], room.path, `${line}\n`);
    expect(code).toBe(0);
    const [{ levels } = {}] = jsonLines(stdout) as { levels?: Record<string, object> }[];
    expect(Object.keys(levels ?? {})).toEqual(["五级", "四级", "三级", "二级", "一级"]);
    expect(levels?.["一级"]).toMatchObject({
      verdict: "needs_confirmation",
      because: expect.stringContaining("没有取得") as string,
      met: [],
      unmet: [],
    });
    expect(levels?.["四级"]).toMatchObject({ met: [], unsure: ["四级(1)"] });
  });

  test("understand names the subject of a retake", async () => {
    const line = JSON.stringify({ id: 1, text: "四级实操补考多少钱" });
    const { stdout } = await run(["understand", ...over], room.path, `${line}\n`);
    expect(jsonLines(stdout)).toMatchObject([
      { kind: "stated", answer: "retake.fee", entities: { level: "四级", subject: "操作" } },
    ]);
  });
});

function rich() {
  return { age: 40, work: [{ occupation: "电梯安装维修工", years: 12 }] };
}

function replies(): Reply[] {
  return [...played.values()].flat().flatMap(({ turn }) => turn?.replies ?? []);
}
