import type { Chat, Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import type { Call } from "../../telegram-api/performing.ts";
import updates from "../../telegram-api/updates.json" with { type: "json" };
import { LIBRARIES, type Running, WAYS, WEBHOOK_SECRET, runTelegram } from "./running.ts";

/**
 * Whole updates, in the shapes of the Bot API's documentation; names, numbers and ids are made up.
 * Telegram gives each another id.
 */
type Name = keyof typeof updates;

/** What each leads to. */
interface Outcome {
  /** Part of what is replied; absent where nothing is. */
  readonly said?: string;
  /** The waiting sign ends; `alert` says so over the chat. */
  readonly acknowledged?: true;
  readonly alert?: string;
  /** The question is changed where it stands. */
  readonly edits?: true;
  /** The reply names the message that it answers, or stands in a topic. */
  readonly answers?: true;
  readonly topic?: number;
}

const FEE = "元";
const { notices } = pack.telegram;
const NOTHING: Outcome = {};
const ANSWERED: Outcome = { said: FEE };
const IN_GROUP: Outcome = { said: FEE, answers: true };

const OUTCOMES: Readonly<Record<Name, Outcome>> = {
  tap_on_question: { said: "用不上", acknowledged: true, edits: true },
  tap_beside_buttons_of_other_kinds: { said: FEE, acknowledged: true },
  tap_on_inaccessible_message: { said: FEE, acknowledged: true },
  tap_on_inaccessible_message_in_group: { said: FEE, acknowledged: true },
  tap_on_inline_message: { acknowledged: true },
  tap_on_game: { acknowledged: true },
  tap_by_its_asker: { said: "用不上", acknowledged: true, edits: true, answers: true },
  tap_by_another: { acknowledged: true, alert: notices.not_yours },
  tap_in_topic_whose_question_is_gone: { said: FEE, acknowledged: true, topic: 77 },
  tap_below_anonymous_admin: { said: FEE, acknowledged: true, answers: true },
  text_in_topic: { said: FEE, answers: true, topic: 77 },
  text_in_topic_of_ours: NOTHING,
  topic_created: NOTHING,
  topic_closed: NOTHING,
  text_of_anonymous_admin: IN_GROUP,
  text_of_channel: IN_GROUP,
  post_of_linked_channel: NOTHING,
  command_in_group: NOTHING,
  command_with_our_name: IN_GROUP,
  sticker_in_answer_to_us: { said: notices.sticker, answers: true },
  text_mention_of_us: IN_GROUP,
  picture_with_our_name: { said: notices.picture, answers: true },
  migrate_to: NOTHING,
  migrate_from: NOTHING,
  edited_text: { said: notices.edited },
  edited_caption: { said: notices.edited },
  edited_live_location: NOTHING,
  edited_text_in_group: NOTHING,
  edited_text_with_our_name: { said: notices.edited, answers: true },
  answer_with_quote: ANSWERED,
  answer_to_another_chat: ANSWERED,
  answer_to_story: ANSWERED,
  forwarded_text: ANSWERED,
  text_via_inline_bot: ANSWERED,
  text_with_link: ANSWERED,
  text_with_custom_emoji: ANSWERED,
  giveaway: NOTHING,
  video_chat_started: NOTHING,
  boost_added: NOTHING,
  channel_post: NOTHING,
  business_message: NOTHING,
  reaction: NOTHING,
  bot_blocked: NOTHING,
  inline_query: NOTHING,
};

/** The level from which pino counts a line as an error. */
const ERROR = 50;

describe.each(WAYS)("with $library over $mode", (way) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram(way)));
  afterAll(() => telegram.close());

  test.each(Object.entries(OUTCOMES) as [Name, Outcome][])("%s", async (name, outcome) => {
    const { api, logged } = telegram;
    const update = { ...updates[name], update_id: api.newUpdateId() } as unknown as Update;
    for (const chat of chatsIn(update)) api.state.chats.join(chat);
    if (update.callback_query) api.state.taps.add(update.callback_query.id);
    const [calls, lines] = [api.calls.length, logged.length];
    await api.put(update);
    const { said = "", ...seen } = outcomeOf(api.calls.slice(calls));
    const { said: expected = "", ...others } = outcome;
    expect(said).toContain(expected);
    expect({ ...seen, isSilent: said === "" }).toEqual({ ...others, isSilent: expected === "" });
    expect(api.state.taps).toEqual(new Set());
    const levels = logged.slice(lines).map((line) => (JSON.parse(line) as { level: number }).level);
    expect(levels.filter((level) => level >= ERROR)).toEqual([]);
  });
});

function chatsIn({ message, edited_message, callback_query: query }: Update): Chat[] {
  const on = message ?? edited_message ?? query?.message;
  return on ? [on.chat] : [];
}

function outcomeOf(calls: readonly Call[]): Outcome {
  const of = (method: string) => calls.filter((call) => call.method === method);
  const [sent, [acknowledged]] = [of("sendMessage"), of("answerCallbackQuery")];
  const alert = acknowledged?.params["text"];
  const topic = sent[0]?.params["message_thread_id"];
  return {
    ...(sent.length > 0 && { said: sent.map(({ params }) => String(params["text"])).join("\n\n") }),
    ...(acknowledged && { acknowledged: true }),
    ...(alert !== undefined && { alert: alert as string }),
    ...(of("editMessageText").length > 0 && { edits: true }),
    ...(sent.some(({ params }) => "reply_parameters" in params) && { answers: true }),
    ...(topic !== undefined && { topic: Number(topic) }),
  };
}

describe.each(LIBRARIES)("over the webhook, with %s,", (library) => {
  let telegram: Running;
  beforeAll(async () => void (telegram = await runTelegram({ library, mode: "webhook" })));
  afterAll(() => telegram.close());

  test.each([
    { update_id: 5, message: {} },
    { update_id: 7, message: "x" },
    { update_id: 8, message: null },
    { update_id: 9, message: { message_id: 1, chat: { id: 1 }, text: 5 } },
    { update_id: 10, callback_query: { id: "t", from: { id: 1 }, message: {} } },
  ])("%j, which is signed and no update, is no fault of ours", async (body) => {
    const headers = {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": WEBHOOK_SECRET,
    };
    const response = await fetch(telegram.webhook(), {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    expect(response.status).toBeLessThan(500);
    expect(telegram.api.callsOf("sendMessage")).toEqual([]);
  });
});
