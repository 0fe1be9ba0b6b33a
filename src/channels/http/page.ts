import { z } from "zod";
import type { Config } from "../../config.ts";
import type { Moment } from "../../message.ts";
import type { Opening, Page, PageData } from "../../page-data.ts";
import { builtFile } from "./page-files.ts";
import type { Routes } from "./zod-routes.ts";

interface PageRoutes {
  readonly page: Page;
  readonly now: () => Moment;
  readonly config: Pick<Config, "PUBLIC_URL">;
}

const PREVIEW = "icon-512.png";
const querySchema = z.record(z.string(), z.unknown());

/** The page at `/` with what it needs to begin, what makes it installable, and what puts it on other sites. */
export function pageRoutes(routes: Routes, { page, now, config }: PageRoutes): void {
  const { PUBLIC_URL: site } = config;
  const template =
    site === undefined ? unaddressed(builtFile("index.html")) : builtFile("index.html");
  const schema = { hide: true, querystring: querySchema };
  routes.get("/", { schema }, (request, reply) => {
    const opening = page.open(texts(request.query), now());
    const html = fill(template, { ...shownBy(page, opening), ...addresses(site, request.url) });
    return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(html);
  });
  const serve = (path: string, type: string, content: string) =>
    routes.get(path, { schema: { hide: true } }, (_, reply) =>
      reply.header("cache-control", "no-cache").type(type).send(content),
    );
  serve("/manifest.webmanifest", "application/manifest+json", manifest(page));
  serve("/embed.js", "text/javascript; charset=utf-8", launcher(page));
}

/** A parameter that is given twice is given not at all. */
function texts(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

function shownBy({ open: _, ...data }: Page, opening: Opening | undefined) {
  const { words, official, language } = data;
  const told: PageData = { ...data, ...(opening && { opening: opening.choice }) };
  return {
    language: escaped(language),
    title: escaped(opening ? `${opening.choice.label} · ${words.title}` : words.title),
    description: escaped(opening?.description ?? words.description),
    name: escaped(words.title),
    subtitle: escaped(words.subtitle),
    greeting: escaped(words.greeting),
    unloaded: escaped(words.unloaded),
    noscript: escaped(words.noscript),
    official: escaped(official?.url ?? "/"),
    data: JSON.stringify(told).replaceAll("<", "\\u003c"),
  };
}

/** What a request says of where we are may be anything, so only PUBLIC_URL tells it. */
function unaddressed(template: string): string {
  return template.replaceAll(/\s*<meta property="og:(?:url|image)"[^>]*>/gu, "");
}

/** @param url of the request; of it only the query counts, as the page stands nowhere but at `/` */
function addresses(site: string | undefined, url: string): Readonly<Record<string, string>> {
  if (site === undefined) return {};
  const [query = ""] = /\?[^#]*/u.exec(url) ?? [];
  return {
    url: escaped(new URL(`/${query}`, site).href),
    image: escaped(new URL(PREVIEW, site).href),
  };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? "");
}

function manifest({ language, words }: Page): string {
  return JSON.stringify({
    name: `${words.title} ${words.subtitle}`,
    short_name: words.title,
    description: words.description,
    lang: language,
    start_url: "/",
    display: "standalone",
    background_color: "#ededed",
    theme_color: "#ededed",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      ...[192, 512].map((size) => ({
        src: `/icon-${size}.png`,
        type: "image/png",
        sizes: `${size}x${size}`,
      })),
    ],
  });
}

/** The script that other sites name, with its words, and in a function so that no name of it reaches theirs. */
function launcher({ words }: Page): string {
  const values: Readonly<Record<string, string>> = {
    label: words.launch,
    title: words.title,
    close: words.close,
  };
  const script = builtFile("embed.js").replaceAll(/["'`]\{\{(\w+)\}\}["'`]/gu, (_, name: string) =>
    JSON.stringify(values[name]),
  );
  return `(()=>{${script}})();`;
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
