import type { Pack } from "./pack.ts";
import type { Report } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";

type Path = (string | number)[];
type Words = Partial<Record<Question["type"], Readonly<Record<string, readonly string[]>>>>;

/** The label to tap says what its option stands for: by name, by months, by the length of a list. */
export function checkLabel(
  option: Option,
  question: Question,
  path: Path,
  pack: Pack,
  report: Report,
): void {
  const { id, label } = option;
  const called = wordsOf(pack)[question.type]?.[id];
  report.must(
    !called || called.some((word) => label.includes(word)),
    path,
    `"${label}" does not name ${id}`,
    "use its id or one of its words in education.yaml or projects.yaml",
  );
  checkMonths(option, path, report);
  if (question.type === "occupation" || question.type === "major")
    checkSize(option, path, pack, report);
}

/** What the thing of an option is called, by the type of its question and its id. */
function wordsOf({ education, projects }: Pack): Words {
  const names = (list: readonly { id: string; aliases: readonly string[] }[]) =>
    Object.fromEntries(list.map(({ id, aliases }) => [id, [id, ...aliases]]));
  return {
    school: names(education.schools),
    status: names(education.statuses),
    certificate_level: names([...projects.levels, ...projects.other_levels]),
    title_grade: Object.fromEntries(education.titles.map(({ id, label }) => [id, [label]])),
  };
}

/** 满5年 begins at 60 months, 不满5年 ends before them. */
function checkMonths({ label, months }: Option, path: Path, { must }: Report): void {
  if (!months) return;
  const [from, to = Infinity] = months;
  for (const [, not, figure] of label.matchAll(/(不?)满(\d+)(?:年|周岁)/gu))
    must(
      (not ? to + 1 : from) === Number(figure) * 12,
      path,
      `"${label}" does not say ${from} to ${to} months`,
      "make label and months agree",
    );
}

/** A figure beside “related” or “listed” is how many the list has. */
function checkSize({ id, label }: Option, path: Path, pack: Pack, { must }: Report): void {
  const sizes = new Map([
    ["related", pack.occupations.related.length],
    ["listed", pack.majors.listed.length],
  ]);
  const figure = /\d+/u.exec(label)?.[0];
  must(
    figure === undefined || Number(figure) === sizes.get(id),
    path,
    `"${label}" does not count the list of ${id}`,
    "say how many the list of majors.yaml or occupations.yaml has",
  );
}
