import { describe, expect, test } from "vitest";
import { type Exchange, createCheck } from "../../bench/chaos/check.ts";
import type { Applied } from "../../bench/chaos/history.ts";
import { digest } from "../../src/store/digest.ts";
import type { Loaded, Saved, Store } from "../../src/store/store.ts";
import { AT, assistant } from "../quanmeiti-assistant.ts";

const check = createCheck(assistant, AT);
const TEXTS = ["四级自测", "我23岁", "返回", "我24岁", "总共做了5年2个月", "返回"];

type Broken = (store: Store) => Partial<Store>;

/** Sends each message twice, all at once, to turns on a store that is broken so. */
async function violationsOf(broken: Broken = () => ({})): Promise<string[]> {
  const { store, history } = remembering();
  const turn = assistant.turnOn({ ...store, ...broken(store) });
  const exchanges: Exchange[] = await Promise.all(
    TEXTS.map(async (text, index) => {
      const incoming = { conversation: "c", id: `${index}`, body: { text }, at: AT };
      const answers: string[] = [];
      for (let times = 0; times < 2; times++) {
        const { state, replies } = await turn(incoming);
        answers.push(JSON.stringify({ state, replies }));
      }
      return { conversation: "c", id: `${index}`, text, answers };
    }),
  );
  return check(exchanges, history);
}

/** A store of one conversation that keeps all it ever committed. */
function remembering() {
  const history: Applied[] = [];
  const records = new Map<string, string>();
  let last: { revision: string; state: string } | undefined;
  const load = async (_: string, message: string): Promise<Loaded> => {
    const record = records.get(message);
    return record === undefined ? { revision: undefined, ...last } : { answered: record };
  };
  const save = async (conversation: string, revision: string | undefined, saved: Saved) => {
    if (revision !== last?.revision) return false;
    const { state, message, record } = saved;
    last = {
      revision: `${history.push({ owner: digest(conversation), message: digest(message), state })}`,
      state,
    };
    records.set(message, record);
    return true;
  };
  const store: Store = {
    load,
    save,
    last: async () => ({}),
    erase: async () => {},
    count: async () => {},
    counts: async () => new Map(),
    lease: async () => true,
    release: async () => {},
    ping: async () => {},
    close: async () => {},
  };
  return { store, history };
}

describe("what the chaos bench would tell of a turn that is broken", () => {
  test("nothing, when it is not", async () => {
    expect(await violationsOf()).toEqual([]);
  });

  test("a message id is not remembered: applied twice", async () => {
    const forgetful: Broken = ({ load }) => ({
      load: (conversation) => load(conversation, "another"),
    });
    expect((await violationsOf(forgetful)).join("\n")).toMatch(/doubled: message 1 was applied 2/);
  });

  test("a turn is saved from a state that others have left: interleaved", async () => {
    const careless: Broken = ({ load, save }) => ({
      save: async (conversation, revision, saved) => {
        for (let now = revision; !(await save(conversation, now, saved));)
          ({ revision: now } = (await load(conversation, "another")) as { revision: string });
        return true;
      },
    });
    expect((await violationsOf(careless)).join("\n")).toMatch(/interleaved: /);
  });

  test("a save is acknowledged and not done: lost", async () => {
    const hasty: Broken = ({ save }) => ({
      save: async (conversation, revision, saved) =>
        saved.message === "3" || save(conversation, revision, saved),
    });
    expect((await violationsOf(hasty)).join("\n")).toMatch(/lost: message 3 was answered/);
  });

  test("a message gets the replies of another: told", async () => {
    const mixed: Broken = ({ load }) => ({
      load: async (conversation, message) => {
        const loaded = await load(conversation, message);
        if (loaded.answered === undefined || message !== "2") return loaded;
        const { print } = JSON.parse(loaded.answered) as { print: string };
        return { answered: JSON.stringify({ print, turn: { state: "menu", replies: [] } }) };
      },
    });
    expect((await violationsOf(mixed)).join("\n")).toMatch(/message 2 got different replies/);
  });
});
