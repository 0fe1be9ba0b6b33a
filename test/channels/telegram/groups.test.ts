import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import { type Candidate, createCandidate, labelsOf, naming } from "../../telegram-api/candidate.ts";
import type { Shown } from "../../telegram-api/chats.ts";
import { type Running, WAYS, runTelegram } from "./running.ts";

let nextGroup = -2001;

describe.each(WAYS)("in a group, with $library over $mode,", (way) => {
  let telegram: Running;
  let one: Candidate;
  let other: Candidate;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());
  beforeEach(() => {
    const group = { id: nextGroup--, type: "supergroup" as const, title: "考证互助群" };
    one = createCandidate(telegram.api, group);
    other = createCandidate(telegram.api, group);
  });

  test("what people say to each other is not for us, whatever it is", async () => {
    expect(await one.type("四级多少钱")).toEqual([]);
    expect(await one.type("@somebody_else 四级多少钱")).toEqual([]);
    expect(await one.type("/fee@other_bot")).toEqual([]);
    expect(await one.type("/fee")).toEqual([]);
    expect(await one.type("/start abc")).toEqual([]);
    for (const kind of [
      "photo",
      "sticker",
      "voice",
      "new_chat_members",
      "left_chat_member",
    ] as const)
      expect([kind, await one.send(kind)]).toEqual([kind, []]);
    expect(await one.edit("四级多少钱")).toEqual([]);
  });

  test("who names us, or answers us, is answered where he wrote", async () => {
    const [fee] = await one.type(naming("四级多少钱"));
    expect(fee?.text).toContain("400元");
    const [again] = await other.answer("三级多少钱", fee);
    expect(again?.text).toMatch(/三级/u);
    const replies = telegram.api.callsOf("sendMessage").slice(-2);
    const written = [one, other].map(({ id }) => telegram.api.state.chats.writtenBy(id).at(-1));
    expect(replies.map(({ params }) => params["reply_parameters"])).toEqual(
      written.map((message_id) => ({ message_id, allow_sending_without_reply: true })),
    );
  });

  test("our name alone gets the menu, and a picture with our name a kind word", async () => {
    expect((await one.type(naming("").trim()))[0]?.text).toMatch(/哪一项/u);
    const caption = naming("这个证行不行");
    const caption_entities = [{ type: "mention", offset: 0, length: "@wenkao_bot".length }];
    const [shown] = await one.send("photo", { caption, caption_entities });
    expect(shown?.text).toBe(pack.telegram.notices.picture);
  });

  test("everybody has a conversation of his own, which is not that of his private chat", async () => {
    await one.type(naming("四级自测"));
    await other.type(naming("三级自测"));
    expect((await telegram.standing(one)).facts).toEqual({ target: "四级" });
    expect((await telegram.standing(other)).facts).toEqual({ target: "三级" });
    expect(one.conversation).not.toBe(`telegram:${one.id}:${one.id}`);
  });

  test("a button is for whom it answers: another is told so, and nothing changes", async () => {
    const [asked] = await one.type(naming("四级自测"));
    const before = telegram.api.state.alerts.length;
    expect(await other.tap("都没做过")).toEqual([]);
    expect(telegram.api.state.alerts.slice(before)).toEqual([pack.telegram.notices.not_yours]);
    expect((await telegram.standing(other)).facts).toEqual({});
    expect(one.shown().find(({ id }) => id === asked?.id)).toEqual(asked);
    expect((await one.tap("都没做过"))[0]?.text).toContain("学历");
    expect((await telegram.standing(one)).facts).toMatchObject({ occupation: "none" });
  });

  test.each([
    "/fee@wenkao_bot",
    "请问 /fee@wenkao_bot",
    "@wenkao_bot /fee",
    "/start@wenkao_bot fee-4",
  ])("%s is answered", async (text) => {
    expect((await one.type(text))[0]?.text).toContain("元");
  });

  test("a command with our name that nobody knows gets the menu", async () => {
    for (const text of ["/nosuch@wenkao_bot", "/help@wenkao_bot", "/start@wenkao_bot abc"])
      expect([text, labelsOf(await one.type(text))]).toEqual([
        text,
        expect.arrayContaining(["资格自测"]),
      ]);
  });

  test("what is no text and answers us gets a kind word, and so does a changed message with our name", async () => {
    const { notices } = pack.telegram;
    const [menu] = await one.type(naming("").trim());
    if (!menu) throw new Error("no menu is shown");
    const told = async (shown: Promise<readonly Shown[]>) => (await shown).map(({ text }) => text);
    const answer = one.answering(menu);
    expect(await told(one.send("sticker", answer))).toEqual([notices.sticker]);
    expect(await told(one.send("voice", answer))).toEqual([notices.voice]);
    expect(await told(one.edit(naming("四级多少钱")))).toEqual([notices.edited]);
    expect((await one.type("/fee", answer))[0]?.text).toContain("元");
  });

  test("a group that becomes a supergroup has its answer there, and what was said before is not known in it", async () => {
    await one.type(naming("四级自测"));
    const supergroup = { id: nextGroup--, type: "supergroup" as const, title: "考证互助群" };
    telegram.api.state.chats.migrate(one.chat.id, supergroup);
    const there = createCandidate(telegram.api, supergroup, one.id);
    await one.type(naming("四级多少钱")); // written before, answered after
    const [fee, asked, ...more] = there.shown();
    expect([fee?.text, asked?.text, more]).toEqual([
      expect.stringContaining("400元"),
      expect.stringMatching(/工作/u),
      [],
    ]);
    expect(await there.send("migrate_from_chat_id")).toEqual([]);
    expect(await telegram.standing(there)).toMatchObject({ state: "menu", facts: {} });
    expect((await telegram.standing(one)).facts).toEqual({ target: "四级" });
    const [stale] = await there.tap("都没做过");
    expect(stale?.text).toContain("现在用不上了");
    await there.type(naming("三级自测"));
    expect((await telegram.standing(there)).facts).toEqual({ target: "三级" });
  });

  test("an answer in a topic stays in it", async () => {
    await one.type(naming("四级多少钱"), { message_thread_id: 77, is_topic_message: true });
    expect(telegram.api.callsOf("sendMessage").at(-1)?.params).toMatchObject({
      message_thread_id: 77,
    });
  });

  const FORUM_TOPIC = {
    message_thread_id: 77,
    is_topic_message: true,
    reply_to_message: {
      message_id: 77,
      date: 1779242400,
      from: { id: 900000001, is_bot: false, first_name: "小王" },
      forum_topic_created: { name: "考证", icon_color: 7322096 },
    },
  };

  test("in a topic a button is still its asker's when his message is gone, and its question stays as it is", async () => {
    const topic = { message_thread_id: 77, is_topic_message: true };
    const [asked] = await one.type(naming("四级自测"), topic);
    const before = telegram.api.state.alerts.length;
    expect((await one.tap("都没做过", FORUM_TOPIC))[0]?.text).toContain("学历");
    expect(telegram.api.state.alerts.slice(before)).toEqual([]);
    expect(one.shown()[0]).toEqual(asked);
  });

  test("the question of somebody whose message is gone is changed by nobody's tap", async () => {
    const [asked] = await one.type(naming("四级自测"));
    const standing = await telegram.standing(one);
    await other.tap("都没做过", { reply_to_message: undefined });
    expect(one.shown().find(({ id }) => id === asked?.id)).toEqual(asked);
    expect(await telegram.standing(one)).toEqual(standing);
    expect(telegram.api.state.taps).toEqual(new Set());
  });

  test("an anonymous admin has the conversation of the group, and his buttons are anybody's", async () => {
    const anonymous = {
      from: { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" },
      sender_chat: one.chat,
    };
    const [asked] = await one.type(naming("四级自测"), anonymous);
    expect(asked?.text).toMatch(/工作/u);
    const group = { ...one, conversation: `telegram:${one.chat.id}:${one.chat.id}` };
    expect((await telegram.standing(group)).facts).toEqual({ target: "四级" });
    expect((await telegram.standing(one)).facts).toEqual({});
    const before = telegram.api.state.alerts.length;
    const answered = { reply_to_message: { message_id: 1, ...anonymous } };
    expect(await other.tap("都没做过", answered)).toHaveLength(1);
    expect(telegram.api.state.alerts.slice(before)).toEqual([]);
    expect((await telegram.standing(group)).facts).toEqual({ target: "四级" });
  });

  test("a post of the linked channel is left alone, whomever it names", async () => {
    const channel = { id: -1003, type: "channel", title: "考证频道" };
    const post = {
      from: { id: 777000, is_bot: false, first_name: "Telegram" },
      sender_chat: channel,
      is_automatic_forward: true,
      forward_origin: { type: "channel", chat: channel, message_id: 12, date: 1779242400 },
    };
    expect(await one.type(naming("四级多少钱"), post)).toEqual([]);
    expect(await one.edit(naming("四级多少钱"), post)).toEqual([]);
  });

  test("another bot is left alone", async () => {
    expect(await one.type(naming("四级多少钱"), { from: { ...one.from, is_bot: true } })).toEqual(
      [],
    );
  });
});
