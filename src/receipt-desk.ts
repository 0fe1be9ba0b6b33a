import { randomBytes } from "node:crypto";
import type { Pack } from "./knowledge/pack.ts";
import type { Moment } from "./message.ts";
import { createReceipts } from "./receipt.ts";
import { ReceiptRefused } from "./refusals.ts";
import type { Issue } from "./rendering/receipt.ts";
import { createSheets } from "./rendering/sheet.ts";
import type { Names } from "./rules/names.ts";
import type { Sheet } from "./sheet.ts";

export interface ReceiptSettings {
  /** Signs receipts; absent: a secret of this process, after which they do not open any more. */
  readonly secret?: string;
  /** Where the page that opens them is, such as `https://example.com`; absent where there is none. */
  readonly site?: () => string;
}

/** What the parts of an assistant need of receipts: giving them out, and opening them in a dialog or on a page. */
export function createReceiptDesk(pack: Pack, names: Names, settings: ReceiptSettings) {
  const { secret = randomBytes(32).toString("base64url"), site } = settings;
  const { issue, open } = createReceipts({ pack, names, secret });
  const draw = createSheets(pack, names);
  const linkTo = (code: string): string | undefined =>
    site && `${site().replace(/\/+$/u, "")}/r#${code}`;
  const give: Issue = (facts, today) => {
    const code = issue(facts, today);
    const url = linkTo(code);
    return { code, ...(url !== undefined && { url }) };
  };
  return {
    issue: give,
    open,
    /** @throws {ReceiptRefused} when the code does not open */
    sheet: (code: string, at: Moment): Sheet => {
      const opened = open(code, at.date);
      if (typeof opened === "string") throw new ReceiptRefused(pack.wording[`unclear_${opened}`]);
      return draw(opened, linkTo(code) ?? code, at);
    },
  };
}
