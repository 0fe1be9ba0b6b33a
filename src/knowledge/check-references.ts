import { entryRemedy } from "./entries.ts";
import type { Pack } from "./pack.ts";
import { strangers } from "./placeholders.ts";
import { type Must, each, eachAgain, has } from "./report.ts";
import type { Answer } from "./schemas/answers.ts";
import { attempt } from "./sound-parts.ts";

const LISTS = ["sources", "links", "next", "also", "show", "rules_also"] as const;

/** What an entry refers to is there, and it refers to nothing twice. */
export function checkReferences(answer: Answer, pack: Pack, must: Must): void {
  attempt(
    () => checkClauses(answer, pack, must),
    () => checkLinks(answer, pack, must),
    () => checkNext(answer, pack, must),
    () => checkText(answer, pack, must),
    () => checkSteps(answer, pack, must),
    () => checkGround(answer, must),
  );
  each(LISTS, [], (key) =>
    eachAgain<string>(answer[key], [key], String, (name, path) =>
      must(false, path, `${key} names ${name} twice`, "name it once"),
    ),
  );
}

function checkClauses({ sources }: Answer, pack: Pack, must: Must): void {
  each(sources, ["sources"], (clause, path) =>
    must(
      clause in pack.clauses,
      path,
      `no clause "${clause}"`,
      "name a clause of clauses.yaml, or add it there",
    ),
  );
}

function checkLinks({ links }: Answer, pack: Pack, must: Must): void {
  each(links, ["links"], (link, path) =>
    must(link in pack.links, path, `no link "${link}"`, "name a link of links.yaml"),
  );
}

function checkNext({ next }: Answer, { answers }: Pack, must: Must): void {
  each(next, ["next"], (id, path) =>
    must(answers.has(id), path, `no answer "${id}"`, entryRemedy(id)),
  );
}

function checkText({ text }: Answer, pack: Pack, must: Must): void {
  for (const name of strangers(text, (fact) => fact in pack.facts))
    must(
      false,
      ["text"],
      `nothing is put in place of ${name}`,
      "name a fact of facts.yaml, or add it there",
    );
}

function checkSteps({ show, applicant }: Answer, pack: Pack, must: Must): void {
  must(
    !show.includes("steps") ||
      (applicant !== undefined && has(pack.registration.applicants, applicant)),
    ["show"],
    "shows the steps of no applicant",
    "add applicant: one of registration.yaml",
  );
}

function checkGround({ kind, sources }: Answer, must: Must): void {
  must(
    kind === "outside" || sources.length > 0,
    ["sources"],
    "rests on no clause",
    "name the clause; for a silent entry the nearest one",
  );
}
