import { describe, expect, test } from "vitest";
import {
  type TelegramUpdate,
  readUpdate,
} from "../../../src/channels/telegram/hearing/update-shape.ts";
import {
  type Heard,
  createHearing,
  laneOf,
} from "../../../src/channels/telegram/hearing/updates.ts";
import { createChoiceData } from "../../../src/channels/telegram/showing/choice-data.ts";
import { telegramKnowledge } from "../../../src/telegram-knowledge.ts";
import { AT, assistant } from "../../quanmeiti-assistant.ts";

const ME = { id: 42, username: "Wenkao_Bot" };
const USER = { id: 7, is_bot: false };
const GROUP = { id: -100, type: "supergroup" };
const FORUM = { message_id: 1, from: USER, forum_topic_created: { name: "考证", icon_color: 1 } };
const MENU = { choice: "do:menu" };

const knowledge = telegramKnowledge(assistant, () => AT);
const hearing = (alone: boolean) => {
  const hear = createHearing({ ...knowledge, data: createChoiceData(knowledge.choices), alone });
  return (update: object): Heard | undefined => hear({ update_id: 1, ...update }, ME);
};
const own = hearing(true);
const guest = hearing(false);

const inPrivate = (content: object) => ({
  message: { message_id: 5, chat: { id: 7, type: "private" }, from: USER, ...content },
});
const inGroup = (content: object) => ({
  message: { message_id: 5, chat: GROUP, from: USER, ...content },
});
const tapOn = (message: object) => ({
  callback_query: { id: "t", from: USER, data: "wk:do:menu", message },
});
const bodyOf = (heard: Heard | undefined) => heard?.incoming?.body;
const asked = (text: string) => bodyOf(own(inPrivate({ text })));

/** The mark of one part of a text. */
const mark = (text: string, type: string, part: string) => ({
  text,
  entities: [{ type, offset: text.indexOf(part), length: part.length }],
});

describe("a link", () => {
  test.each([
    ["fee-3", "ask:fee.overview;level=三级"],
    ["fee-99", "ask:fee.overview"],
    ["fee", "ask:fee.overview"],
    ["timetable-5", "ask:timetable.month;month=5"],
    ["eligibility", "do:self_check"],
    ["register", "do:register"],
    ["registration", "do:register"],
  ])("to %s asks %s", (payload, choice) => {
    expect(asked(`/start ${payload}`)).toEqual({ choice });
    expect(bodyOf(guest(inPrivate({ text: `/start ${payload}` })))).toEqual({ choice });
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "ref_12345", "费用"])(
    "to %s, which is nothing of ours, gets the menu, and as a guest is left to the host",
    (payload) => {
      expect(asked(`/start ${payload}`)).toEqual(MENU);
      expect(guest(inPrivate({ text: `/start ${payload}` }))).toBeUndefined();
    },
  );
});

test.each([
  "/Start fee-3",
  "/START fee-3",
  "/start  fee-3 ",
  " /start fee-3",
  "/start\nfee-3",
  "/start@wenkao_bot fee-3",
])("%j is the link to fee-3", (text) => {
  expect(asked(text)).toEqual({ choice: "ask:fee.overview;level=三级" });
});

test.each(["/constructor", "/nosuch", " /nosuch", "/help now", "/fee@other_bot"])(
  "%s, which nobody knows, gets the menu, and as a guest is left to the host",
  (text) => {
    expect(asked(text)).toEqual(MENU);
    expect(guest(inPrivate({ text }))).toBeUndefined();
  },
);

test.each(["/about!", "/关于", " /关于", "/", "/about-us"])(
  "%j is no command of ours: it is left to the host, and else read as it stands",
  (text) => {
    expect(guest(inPrivate({ text }))).toBeUndefined();
    expect(asked(text)).toEqual({ text: text.trim() });
  },
);

describe("a guest", () => {
  test("leaves pictures to the host, whatever stands under them", () => {
    const photo = { photo: [], caption: "四级多少钱" };
    expect(guest(inPrivate(photo))).toBeUndefined();
    const name = { caption: "@wenkao_bot 四级多少钱" };
    const caption_entities = [{ type: "mention", offset: 0, length: 11 }];
    expect(guest(inGroup({ photo: [], ...name, caption_entities }))).toBeUndefined();
  });

  test("in a group leaves a command that is not ours, with the bot's name or after it", () => {
    const unknown = mark("/about@wenkao_bot", "bot_command", "/about@wenkao_bot");
    expect(guest(inGroup(unknown))).toBeUndefined();
    expect(guest(inGroup(mark("@wenkao_bot /关于", "mention", "@wenkao_bot")))).toBeUndefined();
    const known = mark("/fee@wenkao_bot", "bot_command", "/fee@wenkao_bot");
    expect(bodyOf(guest(inGroup(known)))).toEqual({ choice: "ask:fee.overview" });
  });
});

describe("in a group", () => {
  const answer = (content: object) =>
    inGroup({ reply_to_message: { message_id: 4, from: { id: 42, is_bot: true } }, ...content });

  test.each(["/fee", "/start abc", "/start fee-3", "/nosuch"])(
    "%s alone may be for any bot",
    (text) => {
      const [command = ""] = text.split(" ");
      expect(own(inGroup(mark(text, "bot_command", command)))).toBeUndefined();
    },
  );

  test.each([
    ["/fee@wenkao_bot", { choice: "ask:fee.overview" }],
    ["/FEE@WENKAO_BOT 三级", { choice: "ask:fee.overview" }],
    ["请问 /fee@wenkao_bot", { choice: "ask:fee.overview" }],
    ["/start@wenkao_bot fee-3", { choice: "ask:fee.overview;level=三级" }],
    ["/start@wenkao_bot abc", MENU],
    ["/nosuch@wenkao_bot", MENU],
    ["/help@wenkao_bot", MENU],
    ["@wenkao_bot /fee", { choice: "ask:fee.overview" }],
    ["@wenkao_bot /nosuch", MENU],
    ["@wenkao_bot", MENU],
    ["四级 @Wenkao_Bot 多少钱", { text: "四级  多少钱" }],
  ])("%s is for us", (text, body) => {
    const [name = ""] = /(?:\/\w+)?@wenkao_bot/iu.exec(text) ?? [];
    const type = name.startsWith("/") ? "bot_command" : "mention";
    expect(bodyOf(own(inGroup(mark(text, type, name))))).toEqual(body);
  });

  test("a command that answers our message is for us, unless it may be another bot's", () => {
    const command = (text: string) => bodyOf(own(answer(mark(text, "bot_command", text))));
    expect(command("/fee")).toEqual({ choice: "ask:fee.overview" });
    expect(command("/ban")).toBeUndefined();
    expect(command("/fee@other_bot")).toBeUndefined();
  });

  test("what is no text and answers our message gets its kind word, and our own bot's alone", () => {
    for (const [content, notice] of [
      [{ sticker: {} }, "sticker"],
      [{ voice: {} }, "voice"],
      [{ photo: [], caption: "" }, "picture"],
    ] as const) {
      expect(own(answer(content))).toMatchObject({ notice });
      expect(own(answer(content))?.incoming).toBeUndefined();
      expect(guest(answer(content))).toBeUndefined();
      expect(own(inGroup(content))).toBeUndefined();
    }
    expect(own(answer({ new_chat_title: "考证互助群" }))).toBeUndefined();
  });

  test("a changed message gets its kind word where it is addressed to us", () => {
    const { message } = inGroup(mark("@wenkao_bot 三级呢", "mention", "@wenkao_bot"));
    expect(own({ edited_message: message })).toMatchObject({ notice: "edited" });
    expect(guest({ edited_message: message })).toBeUndefined();
    expect(own({ edited_message: inGroup({ text: "三级呢" }).message })).toBeUndefined();
    const post = { ...message, is_automatic_forward: true };
    expect(own({ edited_message: post })).toBeUndefined();
  });

  test("what stands first in a topic of ours is no answer to us", () => {
    const reply_to_message = { ...FORUM, from: { id: 42, is_bot: true } };
    expect(own(inGroup({ text: "四级多少钱", reply_to_message }))).toBeUndefined();
  });

  test("who writes as a chat has that chat's conversation, and a linked channel's post none", () => {
    const text = mark("@wenkao_bot 四级自测", "mention", "@wenkao_bot");
    const anonymous = { from: { id: 1087968824, is_bot: true }, sender_chat: GROUP };
    const asChannel = { from: { id: 136817688, is_bot: true }, sender_chat: { id: -300 } };
    const post = { from: { id: 777000, is_bot: false }, sender_chat: { id: -300 } };
    const conversation = (who: object) => own(inGroup({ ...text, ...who }))?.incoming?.conversation;
    expect(conversation(anonymous)).toBe("telegram:-100:-100");
    expect(conversation(asChannel)).toBe("telegram:-100:-300");
    expect(conversation({ ...post, is_automatic_forward: true })).toBeUndefined();
    expect(conversation({ from: { id: 8, is_bot: true } })).toBeUndefined();
  });
});

describe("whose button it is in a group", () => {
  const shown = { message_id: 9, chat: GROUP, text: "问题", reply_markup: { inline_keyboard: [] } };
  const conversation = "telegram:-100:7";

  test.each([
    ["with what began the topic for the message that it answered", { reply_to_message: FORUM }],
    ["that answers nothing any more", {}],
    [
      "for who wrote as the group",
      { reply_to_message: { message_id: 4, from: { id: 1087968824 }, sender_chat: GROUP } },
    ],
  ])("is not known of one %s: it leads on and changes no message", (_, answered) => {
    const heard = own(tapOn({ ...shown, ...answered }));
    expect(heard).toMatchObject({ incoming: { conversation, body: MENU } });
    expect(heard?.tap).toEqual({ id: "t", data: "wk:do:menu" });
    expect(heard?.notice).toBeUndefined();
  });

  test("shows in the message that it answers", () => {
    const reply = (id: number) => ({ ...shown, reply_to_message: { message_id: 4, from: { id } } });
    expect(own(tapOn(reply(7)))).toMatchObject({
      tap: { on: reply(7) },
      incoming: { conversation },
    });
    expect(own(tapOn(reply(8)))).toMatchObject({ notice: "not_yours" });
    expect(own(tapOn(reply(8)))?.incoming).toBeUndefined();
  });

  test("of a message too old to be shown is not known", () => {
    const heard = own(tapOn({ message_id: 9, chat: GROUP, date: 0 }));
    expect(heard).toMatchObject({ incoming: { conversation } });
    expect(heard?.tap?.on).toBeUndefined();
  });
});

test("a picture with nothing under it gets its kind word alone", () => {
  for (const caption of ["", "  "])
    expect(own(inPrivate({ photo: [], caption }))).toEqual({
      place: { chat_id: 7 },
      notice: "picture",
    });
});

test("a text with nothing in it is the dialog's to answer, and our name alone gets the menu", () => {
  expect(asked(" ")).toEqual({ text: "" });
  expect(bodyOf(own(inGroup(mark("@wenkao_bot", "mention", "@wenkao_bot"))))).toEqual(MENU);
});

test.each([
  [null],
  ["x"],
  [{}],
  [{ update_id: "5" }],
  [{ update_id: 5, message: {} }],
  [{ update_id: 7, message: "x" }],
  [{ update_id: 7, message: null }],
  [{ update_id: 7, message: { message_id: 1, chat: {} } }],
  [{ update_id: 7, message: { message_id: 1, chat: { id: 7 }, text: 5 } }],
  [{ update_id: 7, message: { message_id: 1, chat: { id: 7 }, text: "x", entities: [{}] } }],
  [{ update_id: 7, edited_message: [] }],
  [{ update_id: 7, callback_query: {} }],
  [{ update_id: 7, callback_query: { id: "t", from: { id: 7 }, message: { message_id: 1 } } }],
])("%j is no update, and harms nothing", (value) => {
  expect(readUpdate(value)).toBeUndefined();
  expect(
    createHearing({ ...knowledge, data: createChoiceData([]), alone: true })(
      value as TelegramUpdate,
      ME,
    ),
  ).toBeUndefined();
  expect(laneOf(value as TelegramUpdate)).toBe("");
});

test("an update keeps what we do not read: its bot may", () => {
  const update = { update_id: 1, ...inPrivate({ text: "x", new_field: { of: ["next year"] } }) };
  expect(readUpdate({ ...update, purchased: 1 })).toEqual({ ...update, purchased: 1 });
});
