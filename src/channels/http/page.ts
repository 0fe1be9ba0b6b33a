import type { Routes } from "./zod-routes.ts";

/** The wording of the plain page at `/`. */
export interface Page {
  /** Such as `zh-CN`. */
  readonly language: string;
  readonly title: string;
  /** Paragraphs, each on a line of its own. */
  readonly text: string;
}

export function pageRoute(routes: Routes, page: Page): void {
  const html = render(page);
  routes.get("/", { schema: { hide: true } }, (_, reply) =>
    reply.type("text/html; charset=utf-8").send(html),
  );
}

function render({ language, title, text }: Page): string {
  const paragraphs = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${escaped(line)}</p>`);
  return [
    "<!doctype html>",
    `<html lang="${escaped(language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs,
    '<p><a href="/openapi.json">/openapi.json</a></p>',
    "</html>",
    "",
  ].join("\n");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text that cannot become markup, in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "");
}
