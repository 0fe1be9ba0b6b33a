import type { DialogContext } from "../machines/dialog.ts";
import type { Say } from "../machines/words.ts";
import type { Pack } from "./knowledge/pack.ts";
import { type Choice, MAX_TEXT, type Moment, type Reply } from "./message.ts";
import { ask, renderAnswer } from "./rendering/answer.ts";
import { showCard } from "./rendering/card.ts";
import { paragraph } from "./rendering/plain.ts";
import { answersTo, findQuestion } from "./rendering/question.ts";
import { finish } from "./rendering/reply.ts";
import { type Scene, createSpeak } from "./rendering/scene.ts";
import { told } from "./rendering/told.ts";
import { showVerdict } from "./rendering/verdict.ts";
import type { Command } from "./knowledge/schemas/wording.ts";
import type { Names } from "./rules/names.ts";

/** Words what the dialog says: the only place where a say becomes a reply. */
export function createRenderer(pack: Pack, names: Names) {
  const speak = createSpeak(pack);
  return (says: readonly Say[], context: DialogContext, at: Moment): Reply[] => {
    const scene: Scene = { pack, names, speak, facts: context.facts, at };
    const heard = says.filter((say) => !isRepeated(say, says));
    return heard.map((say) => renderSay(scene, say, context));
  };
}
export type Renderer = ReturnType<typeof createRenderer>;

/** A question that carries its own hint needs no "I did not understand" before it. */
function isRepeated(say: Say, says: readonly Say[]): boolean {
  return (
    say.say === "unclear" &&
    say.reason === "bad_answer" &&
    says.some((one) => one.say === "question")
  );
}

function renderSay(scene: Scene, say: Say, context: DialogContext): Reply {
  const { pack, speak, facts } = scene;
  switch (say.say) {
    case "answer":
      return renderAnswer(scene, say.answer, say.entities);
    case "question":
      return renderQuestion(scene, say);
    case "verdict":
      return finish(scene, {
        topic: "eligibility",
        kind: "computed",
        answer: "eligibility.verdict",
        ...showVerdict(scene),
        choices: [act(scene, "register"), ...commands(scene, ["change", "restart", "menu"])],
      });
    case "card":
      return finish(scene, {
        topic: "registration",
        kind: "computed",
        answer: "registration.card",
        ...showCard(scene),
        choices: commands(scene, ["self_check", "back", "menu"]),
      });
    case "summary":
      return chat(scene, "dialog.summary", speak("summary"), [
        ...Object.keys(facts).flatMap((id) => {
          const one = told(scene, id);
          return one ? [{ id: `change:${id}`, label: `${one.label}：${one.value}` }] : [];
        }),
        ...commands(scene, ["back", "menu"]),
      ]);
    case "noted":
      return chat(
        scene,
        "dialog.noted",
        speak("noted", { facts: notedFacts(scene, say.questions) }),
        [],
      );
    case "menu":
      return chat(scene, "dialog.menu", speak("menu"), menu(scene));
    case "unsure":
      return {
        ...chat(
          scene,
          "dialog.unsure",
          speak("unsure"),
          say.candidates.flatMap((id) => {
            const answer = pack.answers.get(id);
            return answer ? [ask(id, answer.title)] : [];
          }),
        ),
        kind: "unsure",
      };
    case "unclear":
      return { ...unclear(scene, say.reason, context) };
    case "told":
      return chat(
        scene,
        `dialog.${say.what}`,
        speak(say.what),
        say.what === "forget_confirm"
          ? [
              { id: "do:confirm", label: speak("forget_yes") },
              { id: "do:cancel", label: speak("forget_no") },
            ]
          : [],
      );
  }
}

function renderQuestion(scene: Scene, say: Extract<Say, { say: "question" }>): Reply {
  const question = findQuestion(scene, say.question);
  if (!question) throw new Error(`rendering: no question "${say.question}" in the pack`);
  const { speak } = scene;
  const applied = scene.pack.registration.questions.some(({ id }) => id === question.id);
  const text =
    say.how === "hint"
      ? question.hint
      : say.how === "again"
        ? `${speak("resume")}${question.ask}`
        : question.ask;
  const topic = applied ? "registration" : "eligibility";
  return finish(scene, {
    topic,
    kind: "computed",
    answer: `${topic}.${question.id}`,
    blocks: [paragraph(text)],
    choices: [...answersTo(scene, question), ...commands(scene, ["back"])],
  });
}

function unclear(
  scene: Scene,
  reason: Extract<Say, { say: "unclear" }>["reason"],
  context: DialogContext,
): Reply {
  const { pack, speak } = scene;
  const text =
    reason === "too_long"
      ? speak("unclear_too_long", { max: MAX_TEXT })
      : speak(`unclear_${reason}`);
  const clarify =
    context.clarifying === undefined ? undefined : pack.answers.get(context.clarifying)?.clarify;
  const choices = clarify
    ? clarify.options.map(({ label, answer }) => ask(answer, label))
    : menu(scene);
  return {
    ...chat(scene, `dialog.${reason}`, text, choices),
    kind: reason === "not_understood" ? "unsure" : "outside",
  };
}

/** What is said about the conversation itself, not about the exam. */
function chat(scene: Scene, answer: string, text: string, choices: readonly Choice[]): Reply {
  return finish(scene, {
    topic: "out_of_scope",
    kind: "outside",
    answer,
    blocks: [paragraph(text)],
    choices,
  });
}

function notedFacts(scene: Scene, questions: readonly string[]): string {
  return questions
    .flatMap((id) => {
      const one = told(scene, id);
      return one ? [`${one.label} ${one.value}`] : [];
    })
    .join(scene.speak("separator"));
}

function menu({ pack }: Scene): Choice[] {
  return pack.menu.map((item) =>
    "do" in item ? { id: `do:${item.do}`, label: item.label } : ask(item.ask, item.label),
  );
}

function act({ speak }: Scene, command: "register" | "self_check"): Choice {
  return { id: `do:${command}`, label: speak(`do_${command}`) };
}

type Offered = Exclude<Command, "confirm" | "cancel">;

function commands({ speak }: Scene, names: readonly Offered[]): Choice[] {
  return names.map((name) => ({ id: `do:${name}`, label: speak(`do_${name}`) }));
}
