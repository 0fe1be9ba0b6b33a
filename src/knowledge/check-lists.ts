import type { PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { createReport } from "./report.ts";
import type { Fault } from "./yaml-file.ts";

interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name stands in one list only, and a similar major resembles one that is listed. */
export function checkLists({ majors, occupations }: Pack, files: PackFiles): Fault[] {
  const { own, related, unclear, unlisted } = occupations;
  const major = createReport(files.majors);
  majors.similar.forEach(({ like }, index) => {
    const known = majors.listed.some(({ name }) => name === like);
    major.must(
      known,
      ["similar", index, "like"],
      `no listed major "${like}"`,
      "name one of the list above",
    );
  });
  return [
    ...major.faults,
    ...twice(files.majors, {
      listed: majors.listed,
      similar: majors.similar,
      unlisted: majors.unlisted,
    }),
    ...twice(files.occupations, { own, related, unclear, unlisted }),
  ];
}

function twice(
  file: Parameters<typeof createReport>[0],
  lists: Readonly<Record<string, readonly Entry[]>>,
): Fault[] {
  const { must, faults } = createReport(file);
  const homes = new Map<string, string>();
  for (const [list, entries] of Object.entries(lists))
    entries.forEach(({ name, aliases }, index) => {
      for (const word of [name, ...aliases]) {
        const home = homes.get(word);
        must(
          home === undefined,
          [list, index],
          `"${word}" stands in ${home} too`,
          "keep it where it belongs",
        );
        homes.set(word, list);
      }
    });
  return faults;
}
