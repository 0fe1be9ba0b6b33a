import { fileURLToPath } from "node:url";
import { type Plugin, type UserConfig, defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";
import { beginBundle } from "./src/bundle.mjs";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const inPage = (file: string) => at(`src/page/${file}`);

/** `vite build` makes the page, `vite build --ssr` the server. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : page));

/** What browsers get, from src/page to dist/page; each file beside its compressed forms. */
const page: UserConfig = {
  root: inPage(""),
  publicDir: inPage("public"),
  build: {
    outDir: at("dist/page"),
    emptyOutDir: true,
    target: ["chrome92", "safari15.4"], // what WeChat runs on on phones of 2021
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { page: inPage("index.html"), embed: inPage("embed.ts") },
      output: {
        // other sites name the launcher, so its name stays
        entryFileNames: ({ name }) => (name === "embed" ? "embed.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [compression({ algorithms: ["brotliCompress", "gzip"], include: /\.(js|css|svg)$/u })],
};

/** How the server is bundled, and what the bench runs of it. */
export const SERVER_BUILD = {
  emptyOutDir: false, // the page is in there
  target: "node20",
  minify: false, // names stand in stacks and profiles
};
export const SERVER_SSR = {
  noExternal: true as const,
  external: [
    "lmdb", // native
    "grammy", // of these two, one or none is used
    "telegraf",
    "@fastify/ajv-compiler", // what Fastify would load for routes without zod, and for its inject()
    "@fastify/fast-json-stringify-compiler",
    "light-my-request",
  ],
};

/** What src/wenkao.mjs runs: the sources and their packages in dist, server.js and its parts. */
const server: UserConfig = {
  root: at("src"),
  publicDir: false,
  build: {
    ...SERVER_BUILD,
    outDir: at("dist"),
    rolldownOptions: {
      input: { server: at("src/cli.ts") },
      output: { entryFileNames: "[name].js", chunkFileNames: "server-[name].js" },
    },
  },
  ssr: SERVER_SSR,
  plugins: [freshness()],
};

/** Marks what the bundle was made of, so that it is not run when that has changed. */
function freshness(): Plugin {
  let finish: (() => void) | undefined;
  return {
    name: "freshness",
    buildStart: () => void (finish = beginBundle()),
    writeBundle: () => finish?.(),
  };
}
