import { strangers } from "./placeholders.ts";
import { type Check, each } from "./report.ts";

const REMEDY = "put the earlier day first";

/** The notice holds from one day to a later one. */
export const checkValidity: Check = ({ meta: { valid } }, { meta: { must } }) =>
  must(valid.from <= valid.to, ["valid"], `from ${valid.from} to ${valid.to} is no period`, REMEDY);

/** A title that names a year names that of the pack: it was not left over from the notice before. */
export const checkTitle: Check = ({ meta: { title, year } }, { meta: { must } }) => {
  const [first, ...more] = title?.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  must(
    first === undefined || [first, ...more].includes(`${year}`),
    ["title"],
    `the title names ${first}, not ${year}`,
    "copy the title of this notice",
  );
};

/** Each announcement has its period, and its text names facts. */
export const checkAnnouncements: Check = (pack, { announcements: { must } }) =>
  each(
    pack.announcements,
    [],
    ({ from, to }, path) =>
      must(from <= to, [...path, "to"], `from ${from} to ${to} is no period`, REMEDY),
    ({ text }, path) => {
      for (const name of strangers(text, (fact) => fact in pack.facts))
        must(
          false,
          [...path, "text"],
          `nothing is put in place of ${name}`,
          "name a fact of facts.yaml",
        );
    },
  );

/** The hours of a day run forward and do not meet. */
export const checkDesk: Check = ({ desk }, { desk: { must } }) => {
  let before = "";
  each(desk.spans, ["spans"], ([from, to], path) => {
    must(from < to, path, `from ${from} to ${to} is no time`, "put the earlier hour first");
    must(before <= from, path, `${from} lies before ${before}`, "put the hours in order");
    before = to;
  });
};
