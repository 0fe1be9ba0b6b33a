import { basename } from "node:path";
import { build } from "vite";

/**
 * Bundles a program of the bench with the sources that it is made of, as `npm run build` bundles the server; its parts begin
 * with its name.
 * @param program the path of a module
 */
export async function bundle(program: string, directory: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: program,
      outDir: directory,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: name, chunkFileNames: `${basename(name, ".js")}-[name].js` },
      },
    },
    ssr: { noExternal: true, external: ["lmdb", "grammy", "telegraf"] },
  });
}
