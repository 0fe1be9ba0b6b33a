import { get } from "node:http";
import type { Page } from "playwright-core";
import { type Stage, arrive, freshTab } from "./candidate.ts";
import { showQr } from "./views.ts";

/** Bytes of a file as transferred, without its header. */
export interface FileSize {
  readonly path: string;
  readonly brotli: number;
  readonly gzip: number;
}

export interface Wire {
  readonly document: FileSize;
  /** Scripts and styles that the first view loads. */
  readonly first: readonly FileSize[];
  /** Those that are loaded when they are first wanted. */
  readonly later: readonly FileSize[];
  /** Those that Telegram alone has loaded. */
  readonly inTelegram: readonly FileSize[];
  readonly receipt: readonly FileSize[];
}

/** Sees in the browser which files are loaded when, and asks the server for each in both encodings. */
export async function measureWire(stage: Stage): Promise<Wire> {
  const [firstTab, launchedTab, receiptTab] = [
    await freshTab(stage),
    await freshTab(stage),
    await freshTab(stage),
  ];
  const loaded = loadedBy(firstTab);
  const candidate = await arrive(firstTab, stage);
  await firstTab.waitForLoadState("networkidle");
  const first = [...loaded];
  await showQr(candidate);
  const later = [...loaded].filter((path) => !first.includes(path));
  const launched = loadedBy(launchedTab);
  await launchedTab.goto(`${stage.origin}/#tgWebAppVersion=8.0`); // asks for them before it is loaded
  const inTelegram = [...launched].filter((path) => !first.includes(path));
  const ofReceipt = loadedBy(receiptTab);
  await receiptTab.goto(`${stage.origin}/r`, { waitUntil: "networkidle" });
  await Promise.all([firstTab, launchedTab, receiptTab].map((tab) => tab.context().close()));
  const sizes = (paths: Iterable<string>) =>
    Promise.all(Array.from(paths, (path) => sizeOf(stage.origin, path)));
  return {
    document: await sizeOf(stage.origin, "/"),
    first: await sizes(first),
    later: await sizes(later),
    inTelegram: await sizes(inTelegram),
    receipt: await sizes(ofReceipt),
  };
}

const SIZED = new Set(["script", "stylesheet"]);

function loadedBy(page: Page): Set<string> {
  const paths = new Set<string>();
  page.on("request", (request) => {
    if (SIZED.has(request.resourceType())) paths.add(new URL(request.url()).pathname);
  });
  return paths;
}

async function sizeOf(origin: string, path: string): Promise<FileSize> {
  const [brotli, gzip] = await Promise.all([
    transferred(origin + path, "br"),
    transferred(origin + path, "gzip"),
  ]);
  return { path, brotli, gzip };
}

/** Not by fetch, which decodes. */
function transferred(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => void (bytes += chunk.length));
      response.on("end", () => resolve(bytes));
      response.on("error", reject);
    }).on("error", reject);
  });
}
