import type { Pack } from "./pack.ts";
import type { Must, Path } from "./report.ts";
import type { Option, Question } from "./schemas/dialog.ts";
import { attempt } from "./sound-parts.ts";

/** The label to tap says what its option stands for: by name, by months, by the length of a list. */
export function checkLabel(
  option: Option,
  question: Question,
  path: Path,
  pack: Pack,
  must: Must,
): void {
  attempt(
    () => checkName(option, question, path, pack, must),
    () => checkMonths(option, path, must),
    () => checkSize(option, question, path, pack, must),
  );
}

/** The things that an option's id may stand for, by the type of its question. */
const THINGS: Partial<Record<Question["type"], (pack: Pack) => readonly Thing[]>> = {
  school: ({ education }) => education.schools,
  status: ({ education }) => education.statuses,
  certificate_level: ({ projects }) => [...projects.levels, ...projects.other_levels],
  title_grade: ({ education }) => education.titles,
};
type Thing = { readonly id: string } & (
  | { readonly label: string }
  | { readonly aliases: readonly string[] }
);

function checkName(
  { id, label }: Option,
  { type }: Question,
  path: Path,
  pack: Pack,
  must: Must,
): void {
  const thing = THINGS[type]?.(pack).find((one) => one.id === id);
  must(
    !thing || wordsOf(thing).some((word) => label.includes(word)),
    path,
    `"${label}" does not name ${id}`,
    "use its id or one of its words in education.yaml or projects.yaml",
  );
}

function wordsOf(thing: Thing): string[] {
  return "label" in thing ? [thing.label] : [thing.id, ...thing.aliases];
}

/** 满5年 begins at 60 months, 不满5年 ends before them. */
function checkMonths({ label, months }: Option, path: Path, must: Must): void {
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

/** The names are read, for a list with a withheld item may have been meant to be longer. */
const NAMED: Partial<Record<string, (pack: Pack) => readonly string[]>> = {
  related: ({ occupations }) => occupations.related.map(({ name }) => name),
  listed: ({ majors }) => majors.listed.map(({ name }) => name),
};

/** A figure beside “related” or “listed” is how many the list has. */
function checkSize(
  { id, label }: Option,
  { type }: Question,
  path: Path,
  pack: Pack,
  must: Must,
): void {
  const figure = /\d+/u.exec(label)?.[0];
  if (figure === undefined || (type !== "occupation" && type !== "major")) return;
  must(
    Number(figure) === NAMED[id]?.(pack).length,
    path,
    `"${label}" does not count the list of ${id}`,
    "say how many the list of majors.yaml or occupations.yaml has",
  );
}
