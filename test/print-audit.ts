import { spawnSync } from "node:child_process";
import { z } from "zod";

/**
 * `npm run audit`: known faults of the packages that a service in use has; fails on a high or critical one. A
 * registry that does not answer, or that has no audit, is said and fails nothing.
 */
const { stdout, stderr, error } = spawnSync(
  "npm",
  ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=30000"],
  { encoding: "utf8" },
);
/** A fault of the package itself, or the name of a package that it has and that has one. */
const causeSchema = z.union([z.string(), z.looseObject({ title: z.string(), url: z.string() })]);
const faultSchema = z.looseObject({ severity: z.string(), via: z.array(causeSchema) });
const reportSchema = z.object({ vulnerabilities: z.record(z.string(), faultSchema) });
const report = reportSchema.safeParse(jsonOf(stdout));
if (!report.success) {
  console.log("audit: the registry gives none, so that nothing is known of the packages:");
  console.log(error?.message ?? (stderr.trim() || stdout.trim()));
} else {
  const faults = Object.entries(report.data.vulnerabilities);
  for (const [name, { severity, via }] of faults) {
    const causes = via.map((one) => (typeof one === "string" ? one : `${one.title} ${one.url}`));
    console.log(`${severity.padEnd(10)}${name}: ${causes.join(", ")}`);
  }
  const grave = faults.filter(([, { severity }]) => /^(?:high|critical)$/u.test(severity));
  console.log(`audit: ${faults.length} packages with known faults, ${grave.length} of them grave`);
  if (grave.length > 0) {
    console.log("Raise them in package.json, or override what asks for them.");
    process.exitCode = 1;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // npm itself failed
  }
}
