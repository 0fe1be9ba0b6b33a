import type { Say, Told, UnclearReason } from "../../machines/words.ts";
import type { Command } from "../knowledge/schemas/wording.ts";
import type { Pack } from "../knowledge/pack.ts";
import { type Choice, type Kind, MAX_TEXT, type Reply } from "../message.ts";
import { writeChoice } from "../named-choices.ts";
import { PICK } from "../unanswered.ts";
import { ask } from "./answer.ts";
import { paragraph } from "./plain.ts";
import { finish } from "./reply.ts";
import type { Scene } from "./scene.ts";
import { told } from "./told.ts";

type Offered = Exclude<Command, "confirm" | "cancel" | "apply" | "keep">;

/** Buttons that do something instead of answering. */
export function commands({ speak }: Scene, names: readonly Offered[]): Choice[] {
  return names.map((name) => ({ id: `do:${name}`, label: speak(`do_${name}`) }));
}

/** What is said about the conversation itself, not about the exam. */
function chat(
  scene: Scene,
  name: string,
  text: string,
  choices: readonly Choice[],
  kind: Kind = "outside",
): Reply {
  return finish(scene, {
    topic: "out_of_scope",
    kind,
    answer: `dialog.${name}`,
    blocks: [paragraph(text)],
    choices,
    plain: true,
  });
}

export function renderMenu(scene: Scene): Reply {
  return chat(scene, "menu", scene.speak("menu"), menuChoices(scene.pack));
}

/** Everything told so far, each a button to change it. */
export function renderSummary(scene: Scene): Reply {
  const changes = Object.keys(scene.facts).flatMap((id) => {
    const one = told(scene, id);
    return one ? [{ id: `change:${id}`, label: `${one.label}：${one.value}` }] : [];
  });
  return chat(scene, "summary", scene.speak("summary"), [
    ...changes,
    ...commands(scene, ["back", "menu"]),
  ]);
}

/** What was understood from free text, repeated. */
export function renderNoted(scene: Scene, questions: readonly string[]): Reply {
  const values = questions.flatMap((id) => told(scene, id) ?? []);
  const facts = values
    .map(({ label, value }) => `${label} ${value}`)
    .join(scene.speak("separator"));
  const applied = scene.pack.registration.questions.some(({ id }) => questions.includes(id));
  return finish(scene, {
    topic: applied ? "registration" : "eligibility",
    kind: "computed",
    answer: "dialog.noted",
    blocks: [paragraph(scene.speak(values.length > 1 ? "noted_several" : "noted", { facts }))],
    plain: true,
  });
}

/** What may have been meant, each to be asked with what the message named. */
export function renderUnsure(
  scene: Scene,
  { candidates, entities }: Extract<Say, { say: "unsure" }>,
): Reply {
  const { pack } = scene;
  const choices = candidates.flatMap((answer) => {
    const label = pack.answers.get(answer)?.title;
    const id = writeChoice(PICK, { answer, entities }, pack);
    return label === undefined ? [] : [{ id, label }];
  });
  return chat(scene, "unsure", scene.speak("unsure"), choices, "unsure");
}

/** Not understood: what can be done instead is offered, the clarifying question's options where one is open. */
export function renderUnclear(
  scene: Scene,
  reason: UnclearReason,
  clarifying: string | undefined,
): Reply {
  const { pack, speak } = scene;
  const text =
    reason === "too_long"
      ? speak("unclear_too_long", { max: MAX_TEXT })
      : speak(`unclear_${reason}`);
  const clarify = clarifying === undefined ? undefined : pack.answers.get(clarifying)?.clarify;
  const choices = clarify
    ? clarify.options.map(({ label, answer }) => ask(answer, label))
    : menuChoices(scene.pack);
  return chat(scene, reason, text, choices, reason === "not_understood" ? "unsure" : "outside");
}

export function renderTold(scene: Scene, what: Told): Reply {
  const confirm = [
    { id: "do:confirm", label: scene.speak("forget_yes") },
    { id: "do:cancel", label: scene.speak("forget_no") },
  ];
  return chat(scene, what, scene.speak(what), what === "forget_confirm" ? confirm : []);
}

/** The buttons of the menu. */
export function menuChoices({ menu }: Pack): Choice[] {
  return menu.map((item) =>
    "do" in item ? { id: `do:${item.do}`, label: item.label } : ask(item.ask, item.label),
  );
}
