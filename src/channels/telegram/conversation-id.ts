/** Whose conversation it is: in a group everybody has one of their own; a private chat has the id of its user. */
export function conversationOf(chat: number, user: number): string {
  return `telegram:${chat}:${user}`;
}
