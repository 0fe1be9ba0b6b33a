import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { type Check, type Path, type Reports } from "./report.ts";
import { attempt } from "./sound-parts.ts";

type Name = Exclude<keyof Reports, "answers">;
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** What a notice may leave out, and where the pack says so instead. */
interface Gap {
  readonly file: Name;
  readonly path?: Path;
  readonly unknown: (pack: Pack) => string | undefined;
  /** Lists that stand here exactly when the notice has them. */
  readonly lists: (pack: Pack) => Lists;
  /** Lists that mean nothing without those, and may be empty with them. */
  readonly more?: (pack: Pack) => Lists;
}

const GAPS: readonly Gap[] = [
  {
    file: "timetable",
    unknown: ({ timetable }) => timetable.unknown,
    lists: ({ timetable: { rows } }) => ({ rows }),
  },
  {
    file: "desk",
    unknown: ({ desk }) => desk.unknown,
    lists: ({ desk: { weekdays, spans } }) => ({ weekdays, spans }),
  },
  {
    file: "conduct",
    unknown: ({ conduct }) => conduct.unknown,
    lists: ({ conduct: { tiers, rules } }) => ({ tiers, rules }),
  },
  {
    file: "majors",
    unknown: ({ majors }) => majors.unknown,
    lists: ({ majors: { listed } }) => ({ listed }),
    more: ({ majors: { similar, unlisted } }) => ({ similar, unlisted }),
  },
  {
    file: "occupations",
    unknown: ({ occupations }) => occupations.unknown,
    lists: () => ({}),
    more: ({ occupations: { related, unlisted } }) => ({ related, unlisted }),
  },
  {
    file: "registration",
    path: ["materials"],
    unknown: ({ registration }) => registration.materials.unknown,
    lists: ({ registration: { materials } }) => ({ items: materials.items }),
  },
];

/** A list that the notice does not give is empty, and `unknown` is what the candidate is told instead. */
export const checkGaps: Check = (pack, reports) => {
  for (const gap of GAPS) attempt(() => checkGap(gap, pack, reports));
};

function checkGap(
  { file, path = [], unknown, lists, more }: Gap,
  pack: Pack,
  reports: Reports,
): void {
  const { must } = reports[file];
  const said = unknown(pack);
  for (const [key, list] of Object.entries(lists(pack)))
    must(
      said !== undefined || list.length > 0,
      [...path, key],
      `${key} is empty`,
      "fill it, or say in unknown what the candidate is told instead",
    );
  if (said === undefined) return;
  for (const [key, list] of Object.entries({ ...lists(pack), ...more?.(pack) }))
    must(
      list.length === 0,
      [...path, key],
      `${key} stands here, but unknown says that the notice has none`,
      "empty it, or remove unknown",
    );
  for (const name of strangers(said, (fact) => fact in pack.facts))
    must(
      false,
      [...path, "unknown"],
      `nothing is put in place of ${name}`,
      "name a fact of facts.yaml",
    );
}
