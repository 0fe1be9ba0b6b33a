/** Why the core refuses what a channel or a command asked of it. Each channel words it in its own idiom. */

/** Others were faster each time; the turn was not applied and may be sent again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** This message id was already used for another message; nothing was applied. */
export class KeyReusedError extends Error {
  override readonly name = "KeyReusedError";
}

/** A receipt does not open; the message says why, in the words of the pack. */
export class ReceiptRefused extends Error {
  override readonly name = "ReceiptRefused";
}

/** A launch of the page as a Mini App opens no conversation; the message says why and what to do. */
export class LaunchRefused extends Error {
  override readonly name = "LaunchRefused";
}

/** What was to be assessed is no profile; the message says what is wrong with it. */
export class InvalidProfile extends Error {
  override readonly name = "InvalidProfile";
}
