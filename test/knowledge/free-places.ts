import { type Damage, KINDS, type Kind, type Path } from "./damage.ts";

/** Places of the pack where a check has nothing to say, and why. `*` is any key or item, a last `**` all from there on. */
interface Free {
  readonly file: string;
  readonly places: readonly string[];
  readonly why: string;
  /** The only damage that is free there. */
  readonly only?: readonly Kind[];
}

const SWAPS: readonly Kind[] = ["swap two values", "swap two clauses"];
const NO_SWAPS = KINDS.filter((kind) => !SWAPS.includes(kind));
const anything = (file: string, why: string, ...places: string[]): Free => ({
  file,
  places,
  why,
  only: NO_SWAPS,
});
const swapOf = (file: string, why: string, ...places: string[]): Free => ({
  file,
  places,
  why,
  only: SWAPS,
});

const SAID = "words said to people: any sentence may stand here, figures come from facts.yaml";
const HEARD = "words of people: what they may say is the editors' to collect, one more or less";
const ESTIMATED =
  "how many answer like this is an estimate, and only the order of questions hangs on it";
const SHOWN = "the order in which equals are shown or asked is the editors'";

/** Any wording may stand here, or one more or less: the pack is as sound with it as without. */
export const WORDING: readonly Free[] = [
  anything(
    "clauses.yaml",
    "what a clause says in our words: code reads which clauses there are",
    "*",
  ),
  anything("conduct.yaml", SAID, "rules/*/title", "tiers/*/title", "tiers/*/consequence"),
  anything(
    "education.yaml",
    HEARD,
    "schools/*/aliases/**",
    "statuses/*/aliases/**",
    "titles/*/label",
    "titles/*/patterns/**",
    "certificate_kinds/*/patterns/**",
  ),
  swapOf("education.yaml", SHOWN, "schools/*", "statuses/*", "certificate_kinds/*"),
  swapOf("education.yaml", "names of two grades are asked for by the facts test", "titles/*"),
  anything("eligibility.yaml", SAID, "*/*/title", "conditions/*/because"),
  anything(
    "eligibility.yaml",
    "nobody names a requirement, it need only be one",
    "requirements/*/id",
  ),
  anything(
    "interview.yaml",
    SAID,
    "*/label",
    "*/ask",
    "*/hint",
    "*/none",
    "*/all",
    "*/another/label",
    "*/another/ask",
    "*/another/hint",
    "*/another/none",
    "*/options/*/label",
  ),
  anything(
    "interview.yaml",
    HEARD,
    "*/options/*/aliases/**",
    "*/denials",
    "*/denials/**",
    "*/another/denials",
    "*/another/denials/**",
  ),
  anything("interview.yaml", ESTIMATED, "*/options/*/share", "*/none_share", "*/another/share"),
  swapOf("interview.yaml", ESTIMATED, "*/options/*/share", "*/none_share", "*/another/share"),
  swapOf("interview.yaml", SHOWN, "*", "*/options/*"),
  anything(
    "interview.yaml",
    "a range is known by its months, its id only by itself",
    "*/options/*/id",
  ),
  {
    file: "interview.yaml",
    places: ["*/options/*"],
    why: "schools and levels are offered as far as it helps; all others can be typed",
    only: ["remove a list item"],
  },
  anything("links.yaml", SAID, "*/label"),
  anything("majors.yaml", HEARD, "*/*/aliases/**", "similar/**", "unlisted/**"),
  anything("menu.yaml", SAID, "*/label"),
  anything("menu.yaml", "which buttons there are is the editors'", "*"),
  anything("occupations.yaml", HEARD, "*/*/aliases/**", "unclear/**", "unlisted/**"),
  anything("pack.yaml", SAID, "name"),
  anything("pack.yaml", "any number will do that grows", "version"),
  anything("projects.yaml", HEARD, "*/*/aliases/**"),
  anything("projects.yaml", SAID, "levels/*/full"),
  swapOf("projects.yaml", SHOWN, "levels/*", "directions/*", "other_levels/*"),
  anything("registration.yaml", HEARD, "applicants/*/aliases/**", "applicants/*/answers/**"),
  anything(
    "registration.yaml",
    SAID,
    "questions/*/label",
    "questions/*/ask",
    "questions/*/hint",
    "applicants/*/label",
    "applicants/*/entry",
    "applicants/*/materials/**",
    "applicants/*/steps/**",
    "materials/items/**",
  ),
  swapOf("registration.yaml", SHOWN, "questions/*", "applicants/*"),
  anything("vocabulary.yaml", HEARD, "**"),
  anything("wording.yaml", SAID, "*"),
  anything("page.yaml", SAID, "*"),
  anything("telegram.yaml", SAID, "**"),
  anything("answers", SAID, "*/title", "*/text", "*/clarify/question", "*/clarify/options/*/label"),
  anything("answers", HEARD, "*/examples/**"),
  swapOf("answers", SHOWN, "*", "*/clarify/options/*"),
  {
    file: "answers",
    places: ["*/id"],
    why: "nothing leads to this entry by its id, else it would be missed",
    only: ["misspell"],
  },
];

/** Survivors: a known name or a sound sentence stands here, and only a reader of the notice can say whether it is the right one. */
export const FOR_READERS: readonly Free[] = [
  ...WORDING.map((free) => ({
    ...free,
    why: "two words or sentences that changed places: each is sound, and says something else there",
    only: SWAPS,
  })),
  swapOf("interview.yaml", "two ways to ask whether there is another", "*/another"),
  {
    file: "interview.yaml",
    places: ["*/once", "*/works_from"],
    why: "one question more, or none where an age and work do not fit: no verdict hangs on it",
    only: ["delete a key", "misspell"],
  },
  swapOf(
    "education.yaml",
    "as if the words below them had changed places",
    "schools/*/id",
    "statuses/*/id",
    "certificate_kinds/*/match",
  ),
  swapOf(
    "projects.yaml",
    "as if the words below them had changed places",
    "directions/*/id",
    "other_levels/*/id",
  ),
  {
    file: "answers",
    places: ["*/sources/**"],
    why: "a clause that exists, and none that rule or show demand: whether the answer rests on it",
  },
  {
    file: "answers",
    places: ["*/kind", "*/rule", "*/rules_also/**", "*/tier"],
    why: "what the notice says of a question or an act: a reading",
  },
  {
    file: "answers",
    places: ["*/next/**", "*/links/**", "*/clarify", "*/clarify/options", "*/clarify/options/*/**"],
    why: "an entry or a page that exists: whether it is where one wants to go next",
  },
  {
    file: "answers",
    places: ["*/also/**", "*/beside", "*/show/**", "*/applicant"],
    why: "a topic or a part that exists, or good faith: whether the question is about it and asked so",
  },
  swapOf("answers", "both ids exist, and which answer is meant by one is in nobody's list", "*/id"),
  {
    file: "answers",
    places: ["*"],
    why: "an answer that no other leads to: which questions are answered",
    only: ["remove a list item"],
  },
  {
    file: "menu.yaml",
    places: ["*/ask"],
    why: "an entry that exists: whether the label promises it",
  },
  {
    file: "pack.yaml",
    places: ["dated_topics/**"],
    why: "topics that exist: which of them end with the year",
  },
  {
    file: "education.yaml",
    places: ["certificate_kinds/*"],
    why: "the notice leaves these papers open (gap A13)",
    only: ["remove a list item"],
  },
];

function fits({ file, places, only }: Free, name: string, kind: Kind, path: Path): boolean {
  if (only && !only.includes(kind)) return false;
  if (file !== name.split("/")[0]) return false;
  const place = path.map((step) => (typeof step === "number" ? "*" : step));
  return places.some((pattern) => {
    const steps = pattern.split("/");
    const below = steps.at(-1) === "**";
    if (below) steps.pop();
    if (below ? place.length < steps.length : place.length !== steps.length) return false;
    return steps.every((step, at) => step === "*" || step === place[at]);
  });
}

/** Whether all that a damage changed stands in places of the list. */
export function standsIn(list: readonly Free[], file: string, { kind, at }: Damage): boolean {
  return at.every((path) => list.some((free) => fits(free, file, kind, path)));
}
