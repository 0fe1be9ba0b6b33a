import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import { PAYLOADS, type Payload } from "../../telegram-api/candidate.ts";
import { type Running, WAYS, runTelegram } from "./running.ts";

const { notices } = pack.telegram;
/** The kind word that each payload gets; those of a chat's own news get none. */
const WORDS: Readonly<Record<Payload, string | undefined>> = {
  photo: notices.picture,
  video: notices.picture,
  animation: notices.picture,
  video_note: notices.picture,
  voice: notices.voice,
  audio: notices.voice,
  document: notices.file,
  sticker: notices.sticker,
  dice: notices.sticker,
  contact: notices.contact,
  location: notices.location,
  venue: notices.location,
  poll: notices.other,
  story: notices.other,
  pinned_message: undefined,
  auto_delete: undefined,
  write_access_allowed: undefined,
  new_chat_members: undefined,
  left_chat_member: undefined,
  new_chat_title: undefined,
  migrate_to_chat_id: undefined,
  migrate_from_chat_id: undefined,
};

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  test.each(PAYLOADS)("%s gets its kind word, and changes nothing", async (kind) => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const standing = await telegram.standing(candidate);
    const told = (await candidate.send(kind)).map(({ text }) => text);
    expect(told).toEqual(WORDS[kind] === undefined ? [] : [WORDS[kind]]);
    expect(await telegram.standing(candidate)).toEqual(standing);
  });

  test("what stands under a picture is answered after the kind word", async () => {
    const shown = await telegram.candidate().send("photo", { caption: "四级多少钱" });
    expect(shown[0]?.text).toBe(notices.picture);
    expect(shown[1]?.text).toContain("400元");
  });

  test("a picture with nothing under it is answered once", async () => {
    const shown = await telegram.candidate().send("photo", { caption: "" });
    expect(shown.map(({ text }) => text)).toEqual([notices.picture]);
  });

  test("pictures sent together get one kind word, also when the first comes again", async () => {
    const candidate = telegram.candidate();
    const album = { media_group_id: `13${candidate.id}` };
    expect(await candidate.send("photo", album)).toHaveLength(1);
    await telegram.restart(); // as after a crash
    expect(await candidate.redeliver()).toHaveLength(1);
    expect(await candidate.send("photo", album)).toEqual([]);
    expect(await candidate.send("video", album)).toEqual([]);
  });

  test("a message that is changed is not taken for a new one, and its writer is told", async () => {
    const candidate = telegram.candidate();
    await candidate.type("四级自测");
    const [told, ...more] = await candidate.edit("三级自测");
    expect([told?.text, more]).toEqual([notices.edited, []]);
    expect((await telegram.standing(candidate)).facts).toEqual({ target: "四级" });
  });

  test("what moves on the map is no changed message", async () => {
    expect(await telegram.candidate().move()).toEqual([]);
  });
});
