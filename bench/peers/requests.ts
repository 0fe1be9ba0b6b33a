import type { Message } from "./script.ts";
import { SECRET } from "./bot-settings.ts";

/** One request of the load. */
export interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message as its contestant takes it. @param turn from 1 */
export type MakeRequest = (who: Who, turn: number, message: Message) => Request;
export interface Who {
  /** Of a user, not used in another round. */
  readonly id: number;
  /** Of `POST /api/conversations`, where it was asked for. */
  readonly token: string;
}
export type Way = "choice" | "text";

const JSON_TYPE = { "content-type": "application/json" };

/** Wenkao's own interface. */
export function turnBy(way: Way): MakeRequest {
  return ({ token }, turn, message) => ({
    path: "/api/turns",
    headers: { ...JSON_TYPE, authorization: `Bearer ${token}`, "idempotency-key": `${turn}` },
    body: JSON.stringify({ [way]: message[way] }),
  });
}

/** An update of Telegram, each with an id of its own; a tap brings the message that the button stands on. */
export function updateBy(way: Way, data: (choice: string) => string): MakeRequest {
  return ({ id }, turn, message) => {
    const from = { id, is_bot: false, first_name: "某" };
    const chat = { id, type: "private", first_name: "某" };
    const stamp = { message_id: turn, date: 1_779_242_400, chat };
    const tapped = data(message.choice);
    const buttons = ["a", "b", "c"].map((other) => [{ text: other, callback_data: other }]);
    const on = {
      ...stamp,
      text: "您有职业技能等级证书吗？",
      reply_markup: { inline_keyboard: [[{ text: "这个", callback_data: tapped }], ...buttons] },
    };
    const content =
      way === "text"
        ? { message: { ...stamp, from, text: message.text } }
        : {
            callback_query: {
              id: `${id}-${turn}`,
              from,
              message: on,
              chat_instance: "1",
              data: tapped,
            },
          };
    return {
      path: "/telegram",
      headers: { ...JSON_TYPE, "x-telegram-bot-api-secret-token": SECRET },
      body: JSON.stringify({ update_id: id * 1000 + turn, ...content }),
    };
  };
}

/** An activity of the Bot Framework. */
export const activity: MakeRequest = ({ id }, turn, message) => ({
  path: "/api/messages",
  headers: JSON_TYPE,
  body: JSON.stringify({
    type: "message",
    id: `${id}-${turn}`,
    channelId: "directline",
    deliveryMode: "expectReplies",
    conversation: { id: `${id}` },
    from: { id: `${id}` },
    recipient: { id: "bot" },
    text: message.choice,
  }),
});
