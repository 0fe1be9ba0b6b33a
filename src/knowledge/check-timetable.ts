import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { createReport } from "./report.ts";
import type { Fault } from "./yaml-file.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months, each with exactly one row, in order, texts and numbers agreeing. */
export function checkTimetable({ timetable: { rows } }: Pack, files: PackFiles): Fault[] {
  const { must, faults } = createReport(files.timetable);
  for (const month of MONTHS) {
    const [first, second] = rows.flatMap((row, index) => (row.month === month ? [index] : []));
    must(
      first !== undefined,
      ["rows"],
      `no row for month ${month}`,
      "add it: each month has exactly one row",
    );
    must(second === undefined, ["rows", second ?? 0], `month ${month} has two rows`, "keep one");
  }
  rows.forEach(({ month, apply, exam, exam_month: sits }, index) => {
    const path = ["rows", index];
    const before = rows[index - 1]?.month ?? 0;
    must(
      names(apply, month),
      [...path, "apply"],
      `"${apply}" does not name month ${month}`,
      "make text and month agree",
    );
    must(
      names(exam, sits),
      [...path, "exam"],
      `"${exam}" does not name month ${sits}`,
      "make text and exam_month agree",
    );
    must(
      sits >= month,
      [...path, "exam_month"],
      `exam in month ${sits}, before applying in ${month}`,
      "mend one of them",
    );
    must(
      month >= before,
      [...path, "month"],
      `month ${month} stands after a later one`,
      "put the rows in order",
    );
  });
  return faults;
}

function names(text: string, month: number): boolean {
  return new RegExp(`(^|\\D)${month}月`, "u").test(text);
}
