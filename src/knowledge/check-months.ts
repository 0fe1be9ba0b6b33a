import type { Pack } from "./pack.ts";
import { thresholds } from "./question-paths.ts";
import type { Must, Path } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";

/** An option stands for months where these are asked for, and no condition turns within them. */
export function checkMonths(
  { months }: Option,
  question: Question,
  path: Path,
  pack: Pack,
  must: Must,
): void {
  const ranged = isRanged(question);
  must(!ranged || months !== undefined, path, "months are missing", "give [from, to] in months");
  must(ranged || months === undefined, path, "months have no meaning here", "remove them");
  if (!ranged || !months) return;
  const [from, to = Infinity] = months;
  const place = [...path, "months"];
  must(from <= to, place, `from ${from} to ${to} is no range`, "put the smaller first");
  for (const border of thresholds(pack.eligibility, question.fact))
    must(
      from >= border || to < border,
      place,
      `the option reaches over ${border} months, where a condition turns (eligibility.yaml)`,
      `end at ${border - 1} or begin at ${border}`,
    );
}

function isRanged({ type }: Question): boolean {
  return type === "duration" || type === "age";
}

interface Range {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Every number of months belongs to exactly one option. */
export function checkCover(question: Question, path: Path, must: Must): void {
  const ranges = question.options.flatMap(({ months }, at): Range[] =>
    months ? [{ at, from: months[0], to: months[1] ?? Infinity }] : [],
  );
  if (!isRanged(question) || ranges.length < question.options.length) return;
  checkRising(
    ranges.map(({ from }) => from),
    path,
    must,
  );
  checkGaps(
    ranges.toSorted((a, b) => a.from - b.from),
    path,
    must,
  );
}

function checkRising(starts: readonly number[], path: Path, must: Must): void {
  const rising = starts.toSorted((a, b) => a - b);
  must(
    [rising.join(), rising.toReversed().join()].includes(starts.join()),
    path,
    "the options are out of order",
    "go from the least to the most, or back",
  );
}

/** A gap is told at the later one of the two options beside it. */
function checkGaps(ranges: readonly Range[], path: Path, must: Must): void {
  let before = { at: 0, to: -1 };
  for (const { at, from, to } of ranges) {
    const next = before.to + 1;
    must(
      from === next,
      [...path, Math.max(at, before.at), "months"],
      `${Math.min(from, next)} months belong to ${from > next ? "no option" : "two options"}`,
      "let each option begin where the one before ends",
    );
    before = { at, to };
  }
  must(
    before.to === Infinity,
    [...path, before.at, "months"],
    `${before.to + 1} months and more belong to no option`,
    "leave the end of the last option out",
  );
}
