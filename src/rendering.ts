import type { DialogContext } from "../machines/dialog.ts";
import type { Guide, Say } from "../machines/words.ts";
import type { Pack } from "./knowledge/pack.ts";
import type { Reply } from "./message.ts";
import { renderAnswer } from "./rendering/answer.ts";
import { renderConflict, renderPreview } from "./rendering/changing.ts";
import { showCard } from "./rendering/card.ts";
import {
  commands,
  renderMenu,
  renderNoted,
  renderSummary,
  renderTold,
  renderUnclear,
  renderUnsure,
} from "./rendering/chat.ts";
import { type Issue, mayTake, renderReceipt, renderReopened } from "./rendering/receipt.ts";
import { renderQuestion } from "./rendering/question.ts";
import { finish } from "./rendering/reply.ts";
import { type Scene, createSpeak } from "./rendering/scene.ts";
import { mayApply, showVerdict } from "./rendering/verdict.ts";
import type { Daytime } from "./rules/desk.ts";
import { createFactReader } from "./rules/facts.ts";
import type { Names } from "./rules/names.ts";
import { oncePerFacts } from "./rules/remembered.ts";

export type Renderer = (says: readonly Say[], context: DialogContext, daytime: Daytime) => Reply[];

/** Words what the dialog says: the only place where a say becomes a reply. */
export function createRenderer(pack: Pack, names: Names, guide: Guide, issue: Issue): Renderer {
  const speak = createSpeak(pack);
  const read = oncePerFacts(createFactReader(pack.interview, names));
  return (says, context, daytime) => {
    const scene: Scene = { pack, names, read, speak, facts: context.facts, ...daytime };
    return says
      .filter((say) => !isSaidByHint(say, says))
      .map((say) => renderSay(scene, { guide, issue }, say, context));
  };
}

/** A question that comes with its hint needs no "I did not understand" before it. */
function isSaidByHint(say: Say, says: readonly Say[]): boolean {
  const hinted = says.some((one) => one.say === "question" && one.how === "hint");
  return say.say === "unclear" && hinted;
}

interface Parts {
  readonly guide: Guide;
  readonly issue: Issue;
}

function renderSay(scene: Scene, parts: Parts, say: Say, context: DialogContext): Reply {
  switch (say.say) {
    case "answer":
      return renderAnswer(scene, say.answer, say.entities);
    case "question":
      return renderQuestion(scene, say);
    case "verdict":
      return renderVerdict(scene);
    case "card":
      return renderCard(scene);
    case "summary":
      return renderSummary(scene);
    case "noted":
      return renderNoted(scene, say.questions);
    case "menu":
      return renderMenu(scene);
    case "unsure":
      return renderUnsure(scene, say);
    case "unclear":
      return renderUnclear(scene, say.reason, context.clarifying);
    case "preview":
      return renderPreview(scene, parts.guide, say.proposed);
    case "conflict":
      return renderConflict(scene, say);
    case "receipt":
      return renderReceipt(scene, parts.issue);
    case "reopened":
      return renderReopened(scene, say.receipt);
    case "told":
      return renderTold(scene, say.what);
  }
}

function renderVerdict(scene: Scene): Reply {
  const shown = showVerdict(scene);
  return finish(scene, {
    topic: "eligibility",
    kind: "computed",
    answer: "eligibility.verdict",
    ...shown,
    choices: [
      ...commands(scene, mayApply(shown) ? ["register"] : []),
      ...commands(scene, mayTake(scene) ? ["receipt"] : []),
      ...commands(scene, ["change", "restart", "menu"]),
    ],
  });
}

function renderCard(scene: Scene): Reply {
  return finish(scene, {
    topic: "registration",
    kind: "computed",
    answer: "registration.card",
    ...showCard(scene),
    choices: commands(scene, ["self_check", "change", "back", "menu"]),
  });
}
