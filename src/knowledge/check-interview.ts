import { checkAnswerable } from "./check-answerable.ts";
import { checkLabel } from "./check-label.ts";
import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { QUESTION_PATHS, thresholds } from "./question-paths.ts";
import { type Report, createReport, idsOf, isFirst } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";
import { GRADES, MATCHES, STATUSES } from "./schemas/eligibility.ts";
import type { Fault } from "./yaml-file.ts";

/** Questions of the self-assessment: what they ask for, and that their options cover it exactly. */
export function checkInterview(pack: Pack, files: PackFiles): Fault[] {
  const report = createReport(files.interview);
  const paths = Object.keys(QUESTION_PATHS).join(", ");
  pack.interview.forEach((question, index) => {
    const { id, fact, type, options } = question;
    const types = QUESTION_PATHS[fact];
    report.must(
      isFirst(idsOf(pack.interview), index),
      [index, "id"],
      `two questions "${id}"`,
      "give each its own id",
    );
    report.must(types !== undefined, [index, "fact"], `no fact "${fact}"`, `one of ${paths}`);
    report.must(
      !types || types.includes(type),
      [index, "type"],
      `${fact} cannot be asked as ${type}`,
      `use ${types?.join(" or ")}`,
    );
    options.forEach((option, at) => {
      const path = [index, "options", at];
      report.must(
        isFirst(idsOf(options), at),
        [...path, "id"],
        `two options "${option.id}"`,
        "give each its own id",
      );
      checkOption(option, question, path, pack, report);
      checkLabel(option, question, [...path, "label"], pack, report);
    });
    if (isRanged(question)) checkCover(options, [index, "options"], report);
    if (types) checkAnswerable(question, [index], report);
  });
  return report.faults;
}

function isRanged({ type }: Question): boolean {
  return type === "duration" || type === "age";
}

/** The ids that the options of a question may have; undefined where any will do. */
function optionIds(
  { type }: Question,
  { education, projects }: Pack,
): readonly string[] | undefined {
  const ids: Partial<Record<Question["type"], readonly string[]>> = {
    school: idsOf(education.schools),
    status: STATUSES,
    major: [...MATCHES, "listed"],
    occupation: MATCHES,
    certificate_level: idsOf([...projects.levels, ...projects.other_levels]),
    title_grade: GRADES,
  };
  return ids[type];
}

function checkOption(
  option: Option,
  question: Question,
  path: (string | number)[],
  pack: Pack,
  { must }: Report,
): void {
  const ids = optionIds(question, pack);
  const ranged = isRanged(question);
  must(
    !ids || ids.includes(option.id),
    [...path, "id"],
    `no ${question.type} "${option.id}"`,
    `use one of ${ids?.join(", ")}, or add it to education.yaml or projects.yaml`,
  );
  must(
    !ranged || option.months !== undefined,
    path,
    "months are missing",
    "give [from, to] in months",
  );
  must(ranged || option.months === undefined, path, "months have no meaning here", "remove them");
  if (!ranged || option.months === undefined) return;
  const [from, to = Infinity] = option.months;
  must(
    from <= to,
    [...path, "months"],
    `from ${from} to ${to} is no range`,
    "put the smaller first",
  );
  for (const border of thresholds(pack.eligibility, question.fact))
    must(
      from >= border || to < border,
      [...path, "months"],
      `the option reaches over ${border} months, where a condition turns (eligibility.yaml)`,
      `end at ${border - 1} or begin at ${border}`,
    );
}

/** Every number of months belongs to exactly one option. */
function checkCover(options: readonly Option[], path: (string | number)[], { must }: Report): void {
  const ranges = options
    .flatMap(({ months }) => (months ? [months] : []))
    .toSorted(([a], [b]) => a - b);
  const starts = options.map(({ months }) => months?.[0] ?? 0);
  const rising = starts.toSorted((a, b) => a - b).join();
  must(
    [rising, starts.toSorted((a, b) => b - a).join()].includes(starts.join()),
    path,
    "the options are out of order",
    "go from the least to the most, or back",
  );
  let next = 0;
  for (const [from, to = Infinity] of ranges) {
    must(
      from === next,
      path,
      `${Math.min(from, next)} months belong to ${from > next ? "no option" : "two options"}`,
      "let each option begin where the one before ends",
    );
    next = to + 1;
  }
  must(
    next === Infinity,
    path,
    `${next} months and more belong to no option`,
    "leave the end of the last option out",
  );
}
