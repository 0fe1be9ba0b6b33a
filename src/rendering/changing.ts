import { learn } from "../../machines/facts.ts";
import type { Facts, Guide, Say } from "../../machines/words.ts";
import type { Reply } from "../message.ts";
import { assess } from "../rules/eligibility.ts";
import { targetLevels } from "../rules/guide.ts";
import { paragraph } from "./plain.ts";
import { finish } from "./reply.ts";
import type { Scene } from "./scene.ts";
import { told } from "./told.ts";

/** What a change would do: what falls away, what stays, how the verdicts move; then apply it or keep what was. */
export function renderPreview(scene: Scene, guide: Guide, proposed: Facts): Reply {
  const { speak, facts } = scene;
  const after = learn(facts, proposed, guide);
  const changed = Object.keys(proposed).map((id) =>
    speak("preview_change", {
      label: told({ ...scene, facts: after }, id)?.label ?? id,
      from: told(scene, id)?.value ?? speak("preview_untold"),
      to: told({ ...scene, facts: after }, id)?.value ?? "",
    }),
  );
  const falls = Object.keys(facts).filter((id) => !(id in after));
  const stays = Object.keys(facts).filter((id) => id in after && !(id in proposed));
  const lines = [
    ...changed,
    falls.length > 0
      ? speak("preview_falls", { facts: list(scene, falls) })
      : speak("preview_nothing_falls"),
    ...(stays.length > 0 ? [speak("preview_stays", { facts: list(scene, stays) })] : []),
    ...verdictLines(scene, after),
  ];
  return finish(scene, {
    topic: "eligibility",
    kind: "computed",
    answer: "dialog.preview",
    blocks: lines.map(paragraph),
    choices: [
      { id: "do:apply", label: speak("preview_apply") },
      { id: "do:keep", label: speak("preview_keep") },
    ],
  });
}

function list(scene: Scene, ids: readonly string[]): string {
  return ids
    .flatMap((id) => told(scene, id) ?? [])
    .map(({ label, value }) => `${label} ${value}`)
    .join(scene.speak("separator"));
}

/** How each verdict moves; one that facts still to be asked for may move is told as undecided. */
function verdictLines(scene: Scene, after: Facts): string[] {
  const { pack, read, speak, facts } = scene;
  const levels = [...new Set([...targetLevels(pack, facts), ...targetLevels(pack, after)])];
  const word = (level: string, known: Facts): string => {
    const { verdict, decided } = assess(pack, level, read(known));
    return speak(decided ? `outcome_${verdict}` : "outcome_undecided");
  };
  return levels.map((level) => {
    const [from, to] = [word(level, facts), word(level, after)];
    return from === to
      ? speak("preview_same", { level, to })
      : speak("preview_moves", { level, from, to });
  });
}

/** Answers that cannot all be true: what was told is repeated, and each can be told anew. */
export function renderConflict(scene: Scene, { facts }: Extract<Say, { say: "conflict" }>): Reply {
  const { speak } = scene;
  const both = { ...scene, facts };
  const known = Object.keys(facts).filter((id) => id in scene.facts);
  return finish(scene, {
    topic: "eligibility",
    kind: "computed",
    answer: "dialog.conflict",
    blocks: [paragraph(speak("conflict", { facts: list(both, Object.keys(facts)) }))],
    choices: known.flatMap((id) => {
      const one = told(scene, id);
      return one ? [{ id: `change:${id}`, label: `${one.label}：${one.value}` }] : [];
    }),
    plain: true,
  });
}
