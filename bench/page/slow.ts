import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { z } from "zod";
import { type Stage, arrive, freshTab } from "./candidate.ts";

/** A slow network, as the browser imitates it: `latency` is added to each request, not to each packet. */
interface Profile {
  readonly name: string;
  /** Milliseconds. */
  readonly latency: number;
  /** Kilobits a second. */
  readonly down: number;
  readonly up: number;
}

/** What Lighthouse means by Slow 4G, and the preset of DevTools, whose delay makes up for connections that cost nothing here. */
const PROFILES: readonly Profile[] = [
  { name: "Slow 4G", latency: 150, down: 1600, up: 750 },
  { name: "DevTools' preset", latency: 562.5, down: 1440, up: 675 },
];
export const CPU_SLOWDOWN = 4;
export const RUNS = 7;

/** Milliseconds, but for `shift`. */
export interface SlowTimes {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The greeting is there and a message can be written. */
  readonly usable: number;
  /** From the tap on a topic to its answer. */
  readonly answer: number;
  /** From following a link that asks something to its answer. */
  readonly linked: number;
  /** Cumulative layout shift over arrival and a short conversation. */
  readonly shift: number;
}

export interface Slow {
  readonly profile: Profile;
  readonly median: SlowTimes;
  readonly worst: SlowTimes;
}

/** Each run is in a fresh profile with nothing cached and no connection open. */
export async function measureSlow(stage: Stage): Promise<Slow[]> {
  const measured: Slow[] = [];
  for (const profile of PROFILES) {
    const runs: SlowTimes[] = [];
    for (let run = 0; run < RUNS; run++)
      runs.push({ ...(await visited(stage, profile)), linked: await linked(stage, profile) });
    measured.push({ profile, median: over(runs, 0.5), worst: over(runs, 1) });
  }
  return measured;
}

const seenSchema = z.object({
  firstPaint: z.number(),
  largestPaint: z.number(),
  usable: z.number(),
  shift: z.number(),
  tapped: z.number().optional(),
  answered: z.number().optional(),
});

async function visited(stage: Stage, profile: Profile): Promise<Omit<SlowTimes, "linked">> {
  const page = await slowTab(stage, profile);
  const { choose, say } = await arrive(page, stage);
  await page.waitForLoadState("networkidle");
  const { firstPaint, largestPaint, usable } = await seenOn(page);
  await choose("费用");
  await page.waitForTimeout(FRAMES);
  const { tapped = NaN, answered = NaN } = await seenOn(page);
  await choose("四级三级差多少");
  await say("我大专电商应届，四级能考吗");
  await say("23岁");
  await page.waitForTimeout(FRAMES);
  const { shift } = await seenOn(page);
  await page.context().close();
  return { firstPaint, largestPaint, usable, answer: answered - tapped, shift };
}

async function linked(stage: Stage, profile: Profile): Promise<number> {
  const page = await slowTab(stage, profile);
  await page.goto(`${stage.origin}/?ask=fee&level=三级`);
  await page.locator(".turn article").first().waitFor();
  await page.waitForTimeout(FRAMES);
  const { answered = NaN } = await seenOn(page);
  await page.context().close();
  return answered;
}

const WATCH = fileURLToPath(new URL("watch.js", import.meta.url));
/** Milliseconds in which a few frames are drawn. */
const FRAMES = 300;

async function slowTab(stage: Stage, { latency, down, up }: Profile): Promise<Page> {
  const page = await freshTab(stage);
  await page.addInitScript({ path: WATCH });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytes(down),
    uploadThroughput: bytes(up),
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return page;
}

function bytes(kilobits: number): number {
  return (kilobits * 1000) / 8;
}

async function seenOn(page: Page): Promise<z.infer<typeof seenSchema>> {
  return seenSchema.parse(await page.evaluate("benchSeen"));
}

function over(runs: readonly SlowTimes[], part: number): SlowTimes {
  const at = (name: keyof SlowTimes): number => {
    const sorted = runs.map((run) => run[name]).toSorted((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
  };
  return {
    firstPaint: at("firstPaint"),
    largestPaint: at("largestPaint"),
    usable: at("usable"),
    answer: at("answer"),
    linked: at("linked"),
    shift: at("shift"),
  };
}
