import { askedFor } from "../rules/asked.ts";
import { entryRemedy } from "./entries.ts";
import type { Pack } from "./pack.ts";
import { type Check, type Must, type Path, each, has } from "./report.ts";
import { attempt } from "./sound-parts.ts";

/** What words lead to is there, and no word leads to two things. */
export const checkVocabulary: Check = (pack, { vocabulary: { must } }) => {
  attempt(
    () => checkAliases(pack, must),
    () => checkElsewhere(pack, must),
    () => checkAlone(pack, must),
    () => checkRulingOut(pack, must),
    () => checkSpelling(pack, must),
    () => checkCommands(pack, must),
  );
};

function checkAliases(pack: Pack, must: Must): void {
  each(Object.keys(pack.vocabulary.question_aliases), [], (id) =>
    must(
      askedFor(pack.interview, id) !== undefined || has(pack.registration.questions, id),
      ["question_aliases", id],
      `no question "${id}"`,
      "name a question of interview.yaml or registration.yaml",
    ),
  );
}

function checkElsewhere({ vocabulary, answers }: Pack, must: Must): void {
  const outside = (id: string, path: Path): void =>
    must(
      answers.get(id)?.kind === "outside",
      path,
      `no answer "${id}" of kind outside`,
      entryRemedy(id),
    );
  attempt(
    () => each(Object.keys(vocabulary.elsewhere), [], (id) => outside(id, ["elsewhere", id])),
    () => outside(vocabulary.other_occupation.answer, ["other_occupation", "answer"]),
  );
}

function checkAlone({ vocabulary: { alone }, answers }: Pack, must: Must): void {
  const known = (id: string, path: Path): void =>
    must(answers.has(id), path, `no answer "${id}"`, entryRemedy(id));
  attempt(
    () => known(alone.month, ["alone", "month"]),
    () => each(alone.name, ["alone", "name"], known),
  );
}

function checkRulingOut({ vocabulary: { ruling_out: all }, answers }: Pack, must: Must): void {
  each(all, ["ruling_out"], (one, path) =>
    each(one.answers, [...path, "answers"], (id, place) =>
      must(answers.has(id), place, `no answer "${id}"`, entryRemedy(id)),
    ),
  );
}

function checkSpelling({ vocabulary: { spelling } }: Pack, must: Must): void {
  each(Object.keys(spelling), [], (slip) =>
    must(
      !spelling[slip]?.includes(slip),
      ["spelling", slip],
      `"${spelling[slip]}" holds the slip "${slip}" itself`,
      "a mended word must not need mending again",
    ),
  );
}

function checkCommands({ vocabulary: { commands } }: Pack, must: Must): void {
  const owners = new Map<string, string>();
  each(Object.keys(commands) as (keyof typeof commands)[], [], (command) =>
    each(commands[command], ["commands", command], (phrase, path) => {
      must(
        !owners.has(phrase),
        path,
        `"${phrase}" is a command of ${owners.get(phrase)} too`,
        "keep it in one place",
      );
      owners.set(phrase, command);
    }),
  );
}
