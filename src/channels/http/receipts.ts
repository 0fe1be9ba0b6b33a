import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Moment } from "../../message.ts";
import { ROOT } from "../../root.ts";
import { type Sheet, sheetSchema } from "../../sheet.ts";
import { escaped } from "./page.ts";
import type { Routes } from "./zod-routes.ts";

/** The words of the page that opens receipts. */
interface ReceiptWords {
  readonly title: string;
  readonly told: string;
  readonly moved: string;
  readonly requirements: string;
  readonly conditions: string;
  readonly notes: string;
  readonly scan: string;
  readonly anew: string;
  readonly print: string;
  readonly opening: string;
  readonly missing: string;
  readonly failed: string;
  readonly noscript: string;
  /** Signs and words of a condition, by its grade; `unasked` where not all of it was asked. */
  readonly met: string;
  readonly unsure: string;
  readonly unmet: string;
  readonly unasked: string;
}

export interface ReceiptRoutes {
  /** Throws ReceiptRefused (422) for what is none of ours, or over. */
  readonly open: (code: string, at: Moment) => Sheet;
  readonly words: ReceiptWords;
  /** Such as `zh-CN`. */
  readonly language: string;
  readonly now: () => Moment;
}

const bodySchema = z
  .strictObject({ code: z.string().max(2000).describe("what stands after # in the link") })
  .describe("a receipt");

/** The page never sees the code: it stands after the `#`, and a script of the page sends it in a body. */
export function receiptRoutes(routes: Routes, { open, words, language, now }: ReceiptRoutes): void {
  const schema = {
    summary: "Opens a receipt, by the rules of today; nothing is kept",
    body: bodySchema,
    response: { 200: sheetSchema },
  };
  routes.post("/api/receipt", { schema }, async ({ body }) => open(body.code, now()));

  const page = render(words, language);
  const file = (name: string) => readFileSync(new URL(`src/page/${name}`, ROOT), "utf8");
  const [script, style] = [file("receipt.js"), file("receipt.css")];
  const serve = (path: string, type: string, content: string) =>
    routes.get(path, { schema: { hide: true } }, (_, reply) =>
      reply.header("cache-control", "no-store").type(`${type}; charset=utf-8`).send(content),
    );
  serve("/r", "text/html", page);
  serve("/r/receipt.js", "text/javascript", script);
  serve("/r/receipt.css", "text/css", style);
}

function render(words: ReceiptWords, language: string): string {
  const data = Object.entries(words).map(([key, text]) => `data-${key}="${escaped(text)}"`);
  return [
    "<!doctype html>",
    `<html lang="${escaped(language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(words.title)}</title>`,
    '<link rel="stylesheet" href="/r/receipt.css">',
    '<script type="module" src="/r/receipt.js"></script>',
    `<main id="sheet" ${data.join(" ")}>`,
    `<h1>${escaped(words.title)}</h1>`,
    `<p role="status">${escaped(words.opening)}</p>`,
    `<noscript><p>${escaped(words.noscript)}</p></noscript>`,
    "</main>",
    "</html>",
    "",
  ].join("\n");
}
