/** Of the bot that every Telegram contestant is. */
export const TOKEN = "42:bench";
/** What its webhook is signed with. */
export const SECRET = "bench";
