import { parseArgs } from "node:util";
import { BackupFault } from "./commands/backup.ts";
import { LabelledFault } from "./commands/evaluate.ts";
import { ConfigError } from "./config.ts";
import { PackFaults } from "./knowledge/pack-faults.ts";
import { NoBundleError } from "./prepared-pack.ts";
import { StoreError } from "./store/store.ts";
import { UsageError, main } from "./main.ts";

const OPTIONS = {
  pack: { type: "string" },
  today: { type: "string" },
  now: { type: "string" },
  month: { type: "string" },
  json: { type: "boolean", default: false },
  schema: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Faults that the person who started it can mend: told without a stack. */
const EXPECTED = [
  UsageError,
  ConfigError,
  PackFaults,
  StoreError,
  BackupFault,
  LabelledFault,
  NoBundleError,
];

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // the reader has seen enough
  throw error;
});

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  process.exitCode = await main(positionals, values);
} catch (error) {
  const known = EXPECTED.some((kind) => error instanceof kind) || isParseArgsError(error);
  process.stderr.write(
    `wenkao: ${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exitCode = error instanceof UsageError || isParseArgsError(error) ? 2 : 1;
}

function isParseArgsError(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}
