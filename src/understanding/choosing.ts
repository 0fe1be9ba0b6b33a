import type { Entities } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import { directionsMeant } from "./directions-meant.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { levelsMeant } from "./levels-meant.ts";
import { type Listed, jobMeant, majorMeant } from "./names-meant.ts";
import { isDenied } from "./said.ts";
import { overlapsAny } from "./stretch.ts";
import { yearsOf } from "./years.ts";

/** One value for each key: what is asked for where there are two, nothing where that cannot be told. */
export function createChooser({ majors, occupations }: Pack): (found: Mentions) => Entities {
  const names = (list: readonly { readonly name: string }[]): ReadonlySet<string> =>
    new Set(list.map(({ name }) => name));
  const listed: Listed = {
    major: names(majors.listed),
    occupation: names([...occupations.related, ...occupations.own]),
    own: names(occupations.own),
  };
  return (all) => {
    const found = withoutOthers(all);
    const { text, names: named } = found;
    const month = monthMeant(found.months);
    return present({
      level: single(levelsMeant(found)),
      direction: single(directionsMeant(found)),
      subject: single(named.subject),
      applicant: single(applicantsMeant(text, named.applicant)),
      major: majorMeant(found, listed),
      occupation: jobMeant(found, listed),
      years: yearsOf(found),
      age: found.age?.years,
      month: month?.month,
      month_role: month?.role,
    });
  };
}

/** Without what is told of somebody else than the one asked about. */
export function withoutOthers(found: Mentions): Mentions {
  const { others } = found;
  if (others.length === 0) return found;
  let text = found.text;
  for (const { start, end } of others)
    text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  const own = <T extends { start: number; end: number }>(list: readonly T[]): T[] =>
    list.filter((one) => !overlapsAny(one, others));
  const names = Object.fromEntries(
    Object.entries(found.names).map(([key, list]) => [key, own(list)]),
  ) as unknown as Mentions["names"];
  return { ...found, text, names, durations: own(found.durations), periods: own(found.periods) };
}

function present(
  values: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) found[key] = value;
  return found;
}

export function single(found: readonly Found<string>[]): string | undefined {
  const first = found[0]?.value;
  return found.every(({ value }) => value === first) ? first : undefined;
}

const INTO = /(?:换成?|改成?|改为|转成?|只能)$/u;

/** Of two ways to register the one that is changed to. */
function applicantsMeant(text: string, found: readonly Found<string>[]): readonly Found<string>[] {
  const affirmed = found.filter(({ start }) => !isDenied(text, start));
  const into = affirmed.filter(({ start }) => INTO.test(text.slice(Math.max(0, start - 4), start)));
  return into.length > 0 ? into : affirmed;
}

/** Of several months the one that it is to become, else the one to sit in, else the one with a role. */
function monthMeant(months: Mentions["months"]): Mentions["months"][number] | undefined {
  if (months.every(({ month }) => month === months[0]?.month)) return months[0];
  const chosen = [
    months.filter(({ changed }) => changed),
    months.filter(({ role }) => role === "exam"),
    months.filter(({ role }) => role !== undefined),
  ].find((some) => some.length > 0);
  return chosen?.length === 1 ? chosen[0] : undefined;
}
