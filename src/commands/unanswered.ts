import type { Writable } from "node:stream";
import type { Pack } from "../knowledge/pack.ts";
import { topicOf } from "../knowledge/schemas/answers.ts";
import type { Store } from "../store/store.ts";
import { REASONS, type Unanswered, readUnanswered } from "../unanswered.ts";
import { write } from "./lines.ts";

export interface UnansweredParts {
  readonly answers: Pack["answers"];
  readonly store: Pick<Store, "counts" | "close">;
  /** `YYYY-MM` */
  readonly month: string;
  readonly json: boolean;
}

interface Row extends Unanswered {
  readonly count: number;
}

/**
 * The `unanswered` command: what of a month the notice was silent about, what was outside of it, where
 * it was unsure what was meant, and what was picked then; the most frequent first.
 * @throws {StoreError} the store cannot be read
 */
export async function unanswered(parts: UnansweredParts, output: Writable): Promise<number> {
  const { store, month, answers, json } = parts;
  try {
    const rows = sorted([...(await store.counts(month))].flatMap(rowOf));
    const lines = json
      ? rows.map(({ reason, answer, count }) =>
          JSON.stringify({ month, reason, topic: topicOf(answer), answer, count }),
        )
      : [month, ...(rows.length === 0 ? ["nothing was counted"] : tables(rows, answers))];
    if (lines.length > 0) await write(output, `${lines.join("\n")}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function rowOf([counted, count]: readonly [string, number]): Row[] {
  const read = readUnanswered(counted);
  return read ? [{ ...read, count }] : [];
}

function sorted(rows: readonly Row[]): Row[] {
  const place = ({ reason }: Row): number => REASONS.indexOf(reason);
  return rows.toSorted(
    (a, b) => place(a) - place(b) || b.count - a.count || a.answer.localeCompare(b.answer),
  );
}

const COUNT_WIDTH = 7;
const ANSWER_WIDTH = 40;

/** A table for each reason. */
function tables(rows: readonly Row[], answers: Pack["answers"]): string[] {
  return REASONS.flatMap((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    if (own.length === 0) return [];
    const total = own.reduce((sum, { count }) => sum + count, 0);
    const lines = own.map(({ answer, count }) => {
      const title = answers.get(answer)?.title ?? "";
      return `${String(count).padStart(COUNT_WIDTH)}  ${answer.padEnd(ANSWER_WIDTH)}  ${title}`.trimEnd();
    });
    return ["", `${reason} (${total})`, ...lines];
  });
}
