import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import serveStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { ROOT } from "../../root.ts";

const BUILT = fileURLToPath(new URL("dist/page/", ROOT));
/** Seconds. The names in this folder change with their content. */
const YEAR = 31_536_000;
const HOUR = 3600;

/**
 * One of the files that the page was built to.
 * @throws {Error} when the page was not built
 */
export function builtFile(name: string): string {
  try {
    return readFileSync(`${BUILT}${name}`, "utf8");
  } catch (cause) {
    throw new Error(`page: dist/page/${name} cannot be read; build it with \`npm run build\``, {
      cause,
    });
  }
}

/** Serves scripts, styles and pictures, compressed where the browser takes it. */
export async function serveFiles(app: FastifyInstance, root = BUILT): Promise<void> {
  await app.register(serveStatic, {
    root,
    wildcard: false, // a route for each file, so that what is not there stays a problem document
    globIgnore: ["**/*.{br,gz,html}", "embed.js"],
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    index: false,
    setHeaders: (reply, path) =>
      void reply.header(
        "cache-control",
        relative(root, path).startsWith(`assets${sep}`)
          ? `public, max-age=${YEAR}, immutable`
          : `public, max-age=${HOUR}`,
      ),
  });
}
