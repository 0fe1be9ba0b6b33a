import type { DialogEvent, Receipt, ReceiptFault } from "../../machines/words.ts";

/** @param today `YYYY-MM-DD` */
export type OpenReceipt = (code: string, today: string) => Receipt | ReceiptFault;

const IN_LINK = /\/r#([\w-]*)/u;
/** Whatever came along with it; a shorter one was never issued. */
const ALONE = /(?<![\w-])[\w-]{40,}(?![\w-])/gu;
/** A number or a word stretched is none. */
const MIXED = [/[a-z]/u, /[A-Z]/u];

/** The code of a receipt that was pasted, alone or as a link, as it was typed: its case matters. */
function codeIn(text: string): string | undefined {
  const [, linked] = IN_LINK.exec(text) ?? [];
  if (linked !== undefined) return linked;
  return text.match(ALONE)?.find((word) => MIXED.every((kind) => kind.test(word)));
}

/** What a message with the code of a receipt means; undefined where it holds none. */
export function readReceipt(
  text: string,
  open: OpenReceipt,
  today: string,
): DialogEvent | undefined {
  const code = codeIn(text);
  if (code === undefined) return undefined;
  const opened = open(code, today);
  return typeof opened === "string"
    ? { type: "UNCLEAR", reason: opened }
    : { type: "REOPEN", receipt: opened };
}
