import { type Check, type Must, each } from "./report.ts";
import { attempt } from "./sound-parts.ts";
import { createOnce } from "./words-once.ts";

interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name stands once, in one list only, and a similar major resembles one that is listed. */
export const checkMajors: Check = ({ majors }, { majors: { must } }) => {
  attempt(
    () => checkNames(majors, ["listed", "similar", "unlisted"], must),
    () =>
      each(majors.similar, ["similar"], ({ like }, path) =>
        must(
          majors.listed.some(({ name }) => name === like),
          [...path, "like"],
          `no listed major "${like}"`,
          "name one of the list above",
        ),
      ),
  );
};

/** So does the name of an occupation, and one that is unclear is likened only to what the notice names. */
export const checkOccupations: Check = ({ occupations }, { occupations: { must } }) =>
  attempt(
    () => checkNames(occupations, ["own", "related", "unclear", "unlisted"], must),
    () => {
      const { own, related, unclear } = occupations;
      const isNamed = (like: string): boolean =>
        [...own, ...related].some(({ name }) => name === like);
      each(unclear, ["unclear"], ({ like }, path) =>
        each(like, [...path, "like"], (name, place) =>
          must(
            isNamed(name),
            place,
            `no listed occupation "${name}"`,
            "name one of own or related",
          ),
        ),
      );
    },
  );

function checkNames<K extends string>(
  lists: Readonly<Record<K, readonly Entry[]>>,
  keys: readonly K[],
  must: Must,
): void {
  const once = createOnce(must);
  for (const key of keys)
    attempt(() =>
      each(
        lists[key],
        [key],
        ({ name }, path) => once(name, [...path, "name"], key),
        ({ aliases }, path) =>
          each(aliases, [...path, "aliases"], (alias, place) => once(alias, place, key)),
      ),
    );
}
