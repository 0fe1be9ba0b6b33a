/** The conversation of one user in one chat; in a private chat both have the same id. */
export function conversationOf(chat: number, user: number): string {
  return `telegram:${chat}:${user}`;
}
