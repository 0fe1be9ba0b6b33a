import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

const inPage = (file: string) => fileURLToPath(new URL(`src/page/${file}`, import.meta.url));

/** Builds what browsers get from src/page to dist/page; each file beside its compressed forms. */
export default defineConfig({
  root: inPage(""),
  publicDir: inPage("public"),
  build: {
    outDir: fileURLToPath(new URL("dist/page", import.meta.url)),
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
});
