/** Who has written a message, as Telegram signs it. */
export interface Signed {
  readonly from?: { readonly id: number; readonly is_bot?: boolean };
  /** Who writes as a chat: an anonymous admin as the group itself, others as a channel of theirs. */
  readonly sender_chat?: { readonly id: number };
  /** A post of the linked channel, which Telegram puts into the group. */
  readonly is_automatic_forward?: boolean;
}

/**
 * Who asks with a message: a person, or the chat as which he writes.
 * @returns undefined for bots, and for posts of a linked channel
 */
export function askerOf({
  from,
  sender_chat: chat,
  is_automatic_forward: isPost = false,
}: Signed): number | undefined {
  if (isPost) return undefined;
  if (chat) return chat.id; // then `from` is a bot of Telegram's, the same for all
  return from?.is_bot === true ? undefined : from?.id;
}

/** What an answer answers; in a topic, the message that began the topic where it answers none. */
export interface Answered extends Signed {
  readonly message_id: number;
  readonly forum_topic_created?: object;
}

/** @returns undefined where it answers nobody, or a message that is gone */
export function answeredBy<A extends Answered>({
  reply_to_message: answered,
}: {
  readonly reply_to_message?: A;
}): A | undefined {
  return answered?.forum_topic_created ? undefined : answered;
}

/**
 * For whom the buttons under an answer in a group are.
 * @returns undefined where that cannot be told: his message is gone, or he wrote as a chat, while who taps has his own name
 */
export function buttonsFor(answer: { readonly reply_to_message?: Answered }): number | undefined {
  const answered = answeredBy(answer);
  return answered?.sender_chat ? undefined : answered?.from?.id;
}
