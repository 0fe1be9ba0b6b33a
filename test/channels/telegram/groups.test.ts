import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import { type Candidate, createCandidate, naming } from "../../telegram-api/candidate.ts";
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
    const [again] = await other.answer("三级呢", fee);
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

  test("an answer follows a group that has become another chat", async () => {
    const supergroup = { id: nextGroup--, type: "supergroup" as const, title: "考证互助群" };
    telegram.api.state.chats.migrate(one.chat.id, supergroup);
    await one.type(naming("四级多少钱"));
    const moved = telegram.api.state.chats.shownIn(supergroup.id);
    expect(moved.map(({ text }) => text).join()).toContain("400元");
  });

  test("an answer in a topic stays in it", async () => {
    await one.type(naming("四级多少钱"), { message_thread_id: 77, is_topic_message: true });
    expect(telegram.api.callsOf("sendMessage").at(-1)?.params).toMatchObject({
      message_thread_id: 77,
    });
  });

  test("another bot is left alone", async () => {
    expect(await one.type(naming("四级多少钱"), { from: { ...one.from, is_bot: true } })).toEqual(
      [],
    );
  });
});
