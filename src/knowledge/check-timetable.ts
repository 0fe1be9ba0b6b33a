import type { Pack } from "./pack.ts";
import { type Check, type Must, each, eachAgain } from "./report.ts";
import type { TimetableRow } from "./schemas/notice.ts";
import { attempt } from "./sound-parts.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months, unless the notice has no timetable, each with exactly one row, in order, texts and numbers agreeing. */
export const checkTimetable: Check = (pack, { timetable: { must } }) => {
  const { timetable } = pack;
  attempt(() => checkResults(pack, must));
  if (timetable.unknown !== undefined) return;
  const { rows } = timetable;
  attempt(
    ...MONTHS.map((month) => () => {
      must(
        rows.some((row) => row.month === month),
        ["rows"],
        `no row for month ${month}`,
        "add it: each month has exactly one row",
      );
    }),
  );
  eachAgain(
    rows,
    ["rows"],
    ({ month }) => String(month),
    (month, path) => must(false, path, `month ${month} has two rows`, "keep one"),
  );
  checkOrder(rows, must);
  checkRows(rows, must);
};

/** How long results take is a figure of facts.yaml. */
function checkResults({ timetable: { results }, facts }: Pack, must: Must): void {
  const named: Readonly<Record<string, string | undefined>> = results ?? {};
  for (const [key, fact] of Object.entries(named))
    must(
      fact === undefined || typeof facts[fact]?.value === "number",
      ["results", key],
      `no days: facts.yaml has no figure "${fact}"`,
      "name a number of facts.yaml",
    );
}

function checkOrder(rows: readonly TimetableRow[], must: Must): void {
  let before = 0;
  each(rows, ["rows"], ({ month }, path) => {
    must(
      month >= before,
      [...path, "month"],
      `month ${month} stands after a later one`,
      "put the rows in order",
    );
    before = month;
  });
}

function checkRows(rows: readonly TimetableRow[], must: Must): void {
  each(
    rows,
    ["rows"],
    ({ month, apply }, path) =>
      must(
        names(apply, month),
        [...path, "apply"],
        `"${apply}" does not name month ${month}`,
        "make text and month agree",
      ),
    ({ exam, exam_month: month }, path) =>
      must(
        names(exam, month),
        [...path, "exam"],
        `"${exam}" does not name month ${month}`,
        "make text and exam_month agree",
      ),
    ({ month, exam_month: sits }, path) =>
      must(
        sits >= month,
        [...path, "exam_month"],
        `exam in month ${sits}, before applying in ${month}`,
        "mend one of them",
      ),
  );
}

function names(text: string, month: number): boolean {
  return new RegExp(`(^|\\D)${month}月`, "u").test(text);
}
