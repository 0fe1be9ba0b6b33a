import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { type Check, type Must, type Path, each, eachAgain, eachOnce } from "./report.ts";
import { attempt } from "./sound-parts.ts";
import { eachAliasOnce } from "./words-once.ts";

/** Questions ask for what they are called by; applicants have their links or an entry, and texts name facts. */
export const checkRegistration: Check = (pack, { registration: { must } }) => {
  const { registration } = pack;
  attempt(
    () => checkQuestions(pack, must),
    () => eachOnce(must, registration.applicants, ["applicants"], "applicants", "id"),
    () => eachAliasOnce(must, registration.applicants, ["applicants"]),
    () => checkApplicants(pack, must),
    () => checkTexts(registration.materials.items, ["materials", "items"], pack, must),
  );
};

function checkQuestions({ registration: { questions }, timetable }: Pack, must: Must): void {
  const path = ["questions"];
  eachAgain(
    questions,
    path,
    ({ id }) => id,
    (id, place) => must(false, [...place, "id"], `two questions "${id}"`, "keep one"),
  );
  each(questions, path, ({ id }, place) =>
    must(
      id !== "month" || timetable.unknown === undefined,
      [...place, "id"],
      "asks for a month, but the notice has no timetable",
      "remove the question",
    ),
  );
  each(questions, path, ({ id, type }, place) =>
    must(
      type === id,
      [...place, "type"],
      `the question ${id} asks for ${type}`,
      "give both the same name",
    ),
  );
}

function checkApplicants(pack: Pack, must: Must): void {
  each(
    pack.registration.applicants,
    ["applicants"],
    ({ id, links, entry }, path) =>
      must(
        links.length > 0 !== (entry !== undefined),
        path,
        `${id}: where to register is not told once`,
        "give links, or entry where the notice has no address",
      ),
    ({ id, label }, path) =>
      must(
        label.includes(id),
        [...path, "label"],
        `"${label}" does not name ${id}`,
        "make label and id agree",
      ),
    ({ links }, path) => checkLinks(links, [...path, "links"], pack, must),
    ({ steps }, path) => checkTexts(steps, [...path, "steps"], pack, must),
    ({ materials }, path) => checkTexts(materials ?? [], [...path, "materials"], pack, must),
  );
}

function checkLinks(links: readonly string[], path: Path, pack: Pack, must: Must): void {
  each(links, path, (link, place) =>
    must(link in pack.links, place, `no link "${link}"`, "name a link of links.yaml"),
  );
  eachAgain(links, path, String, (link, place) =>
    must(false, place, `names ${link} twice`, "name it once"),
  );
}

function checkTexts(texts: readonly string[], path: Path, pack: Pack, must: Must): void {
  each(texts, path, (text, place) => {
    for (const name of strangers(text, (fact) => fact in pack.facts))
      must(false, place, `nothing is put in place of ${name}`, "name a fact of facts.yaml");
  });
}
