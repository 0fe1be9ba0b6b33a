import { readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fastify } from "fastify";
import { describe, expect, it } from "vitest";
import { serveFiles } from "../../../src/channels/http/page-files.ts";
import type { Page } from "../../../src/page-data.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { cookieOf, expectProblem, useServer } from "./served.ts";

const { serve, get, send } = useServer();
const page: Page = assistant.page;
const assets = readdirSync(new URL("../../../dist/page/assets/", import.meta.url));

/** The words of a pack are an editor's, and an editor may write anything. */
const hostile: Page = {
  ...page,
  words: {
    ...page.words,
    title: `</script><script>alert("1")</script>`,
    greeting: `"><img src=x>`,
  },
};

describe("the document", () => {
  it("has words that cannot become markup, in elements, attributes and data", async () => {
    const html = await (await get("/", {}, await serve({ page: hostile }))).text();
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img");
    expect(html.match(/<script/gu)).toHaveLength(2); // the page's own, and its data
  });

  it("tells the page its words, and of a deep link what it asks", async () => {
    const html = await (await get("/?ask=fee&level=三级")).text();
    const [, data = ""] = /id="page-data">(.*?)<\/script>/su.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      words: { title: page.words.title },
      opening: { id: "ask:fee.overview;level=三级" },
    });
  });

  it("names addresses of its own by PUBLIC_URL", async () => {
    const config = { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] };
    const html = await (await get("/?ask=fee", {}, await serve({ config }))).text();
    expect(html).toContain('content="https://wenkao.example/?ask=fee"');
    expect(html).toContain('content="https://wenkao.example/icon-512.png"');
  });

  it.each([
    ["HTTP/1.0 without a host", "GET / HTTP/1.0"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b:c/"],
    ["another's host", "GET / HTTP/1.1\r\nHost: evil.example"],
    ["another's address", "GET http://evil.example/?ask=fee HTTP/1.1\r\nHost: evil.example"],
    ["an address without a path", "GET http://evil.example HTTP/1.1\r\nHost: evil.example"],
  ])("comes for %s, and calls itself by no name that a request gave it", async (_, head) => {
    const config = { PUBLIC_URL: "https://wenkao.example", EMBED_ORIGINS: [] };
    const [unnamed, named] = await Promise.all([
      askRaw(await serve(), head),
      askRaw(await serve({ config }), head),
    ]);
    expect(unnamed).toMatch(/^HTTP\/1\.1 200 /u);
    expect(unnamed).not.toMatch(/evil|og:url|og:image/u);
    expect(unnamed).toContain("og:title");
    expect(named).toMatch(/property="og:url" content="https:\/\/wenkao\.example\/(?:\?ask=fee)?"/u);
    expect(named).not.toContain("evil");
  });

  it("begins no conversation and allows no code but its own", async () => {
    const response = await get("/");
    expect(cookieOf(response)).toBe("");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect(await response.text()).not.toMatch(/<style|\son\w+=|\sstyle=/u);
  });
});

/** @returns all that comes back to a request of these lines */
async function askRaw(origin: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.end(`${head}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

describe("scripts and styles", () => {
  it("are for a year where their names change with them, wherever the program lies", async () => {
    const root = join(await mkdtemp(join(tmpdir(), "wenkao-files-")), "assets", "page");
    await mkdir(join(root, "assets"), { recursive: true });
    await Promise.all(
      ["icon.svg", "assets/a-1.js"].map((name) => writeFile(join(root, name), "x")),
    );
    const app = fastify();
    await serveFiles(app, root);
    const [icon, script] = await Promise.all(
      ["/icon.svg", "/assets/a-1.js"].map((url) => app.inject(url)),
    );
    expect(icon?.headers["cache-control"]).toBe("public, max-age=3600");
    expect(script?.headers["cache-control"]).toContain("immutable");
    await app.close();
    await rm(dirname(dirname(root)), { recursive: true });
  });

  it.each(["br", "gzip"])(
    "come as %s where the browser takes it, and for a year",
    async (coding) => {
      for (const name of assets.filter((file) => /\.(?:js|css)$/u.test(file))) {
        const response = await get(`/assets/${name}`, { "accept-encoding": coding });
        expect([name, response.status]).toEqual([name, 200]);
        expect(response.headers.get("content-encoding")).toBe(coding);
        expect(response.headers.get("cache-control")).toContain("immutable");
      }
    },
  );

  it("that are not there are a problem, the compressed ones under their own names too", async () => {
    await expectProblem(await get("/assets/none.js"), 404);
    await expectProblem(await get(`/assets/${assets.find((name) => name.endsWith(".br"))}`), 404);
    await expectProblem(await get("/assets/../../../package.json"), 404);
    await expectProblem(await send("POST", "/embed.js", {}), 405);
  });
});

it("the launcher comes with the pack's words and leaves no name behind on the site", async () => {
  const response = await get("/embed.js");
  expect(response.headers.get("content-type")).toContain("javascript");
  const script = await response.text();
  expect(script).toContain(JSON.stringify(page.words.launch));
  expect(script).not.toContain("{{");
  expect(script).toMatch(/^\(\(\)=>\{.*\}\)\(\);$/su);
});
