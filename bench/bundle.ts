import { basename } from "node:path";
import { build } from "vite";
import { SERVER_BUILD, SERVER_SSR } from "../vite.config.ts";

/**
 * Bundles a program of the bench with the sources that it is made of, as the server is bundled; its parts begin with its name.
 * @param program the path of a module
 */
export async function bundle(program: string, directory: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ...SERVER_BUILD,
      ssr: program,
      outDir: directory,
      rolldownOptions: {
        output: { entryFileNames: name, chunkFileNames: `${basename(name, ".js")}-[name].js` },
      },
    },
    ssr: SERVER_SSR,
  });
}
