import { createServer } from "node:net";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadPack } from "../../src/knowledge/load.ts";
import { openBrowser } from "../../test/browser.ts";
import { examine } from "./axe.ts";
import type { Stage } from "./candidate.ts";
import { audit } from "./lighthouse.ts";
import { type Report, faultsIn, printReport } from "./report.ts";
import { serveFresh } from "./served.ts";
import { measureSlow } from "./slow.ts";
import { measureWire } from "./wire.ts";

const PACK = fileURLToPath(new URL("../../content/quanmeiti-2026", import.meta.url));

const report = await measure();
const faults = faultsIn(report);
if (process.argv.includes("--json"))
  process.stdout.write(`${JSON.stringify({ ...report, faults })}\n`);
else printReport(report, faults);
process.exitCode = faults.length === 0 ? 0 : 1;

async function measure(): Promise<Report> {
  const port = await freePort();
  const [served, browser] = await Promise.all([
    serveFresh(),
    openBrowser(`--remote-debugging-port=${port}`),
  ]);
  const { origin } = served;
  const words = loadPack(PACK).page;
  const stage: Stage = { browser, origin, words, hosts: new Set() };
  try {
    const wire = await measureWire(stage);
    const slow = await measureSlow(stage);
    const examined = await examine(stage);
    const audited = await audit(port, origin);
    const own = new URL(origin).host;
    return {
      wire,
      slow,
      examined,
      audited,
      strangers: [...stage.hosts].filter((host) => host !== own),
    };
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
