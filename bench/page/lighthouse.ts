import lighthouse, { type Result } from "lighthouse";

/** Scores of a hundred, and what was found wanting. */
export interface Audited {
  readonly path: string;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Ids of audits. */
  readonly failed: readonly string[];
  /** As Lighthouse reckons them for Slow 4G, connections included; milliseconds, but for `shift`. */
  readonly reckoned: {
    readonly firstPaint: number;
    readonly largestPaint: number;
    readonly blocked: number;
    readonly shift: number;
  };
}

const PATHS = ["/", "/?ask=fee&level=三级", "/r"];
const SCORED = ["accessibility", "best-practices"] as const;

/** @param port on which the browser takes orders */
export async function audit(port: number, origin: string): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const path of PATHS) {
    const run = await lighthouse(new URL(path, origin).href, {
      port,
      hostname: "127.0.0.1",
      logLevel: "error",
      onlyCategories: ["performance", ...SCORED],
    });
    if (!run) throw new Error(`lighthouse gave nothing for ${path}`);
    audited.push({ path, ...readResult(run.lhr) });
  }
  return audited;
}

function readResult(result: Result): Omit<Audited, "path"> {
  const number = (id: string): number => result.audits[id]?.numericValue ?? NaN;
  return {
    accessibility: scoreOf(result, "accessibility"),
    bestPractices: scoreOf(result, "best-practices"),
    failed: SCORED.flatMap((category) => failedIn(result, category)),
    reckoned: {
      firstPaint: number("first-contentful-paint"),
      largestPaint: number("largest-contentful-paint"),
      blocked: number("total-blocking-time"),
      shift: number("cumulative-layout-shift"),
    },
  };
}

function scoreOf({ categories }: Result, category: string): number {
  return (categories[category]?.score ?? 0) * 100;
}

function failedIn({ categories, audits }: Result, category: string): string[] {
  const weighed = categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return weighed.map(({ id }) => id).filter((id) => (audits[id]?.score ?? 1) < 1);
}
