import { readFileSync } from "node:fs";
import { z } from "zod";

const LOCK = new URL("../package-lock.json", import.meta.url);
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** What the lock file says of every package that a service in use has. */
export function licences(): { name: string; version: string; licence: string }[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(LOCK, "utf8")));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && dev !== true)
    .map(([path, { version = "", license = "none" }]) => {
      return { name: path.replace(/^.*node_modules\//u, ""), version, licence: license };
    });
}
