import type { FactValue } from "../../machines/words.ts";
import type { Block } from "../message.ts";
import type { Assessment, Checked } from "../rules/eligibility.ts";
import { type Ground, UNSURE, YES } from "../rules/grade.ts";
import { deskLine } from "./dates.ts";
import { paragraph } from "./plain.ts";
import { NONE } from "../rules/facts.ts";
import { factsOf, speakAny } from "./reasons.ts";
import type { Scene } from "./scene.ts";

/**
 * Exactly what to ask the desk where a level must be confirmed: each question with its clause, the papers
 * to have at hand, the phone and whether somebody answers it now.
 */
export function confirming(scene: Scene, assessed: readonly Assessment[]): Block[] {
  const { speak } = scene;
  const open = assessed.filter(({ verdict }) => verdict === "needs_confirmation");
  const unsure = open
    .flatMap(({ requirements, conditions }) => [...requirements, ...conditions])
    .filter(({ grade }) => grade === UNSURE);
  const questions = new Map<string, Set<string>>();
  const papers = new Set<string>();
  const put = (question: string, clause: string): void =>
    void questions.set(question, (questions.get(question) ?? new Set()).add(clause));
  for (const { unobtained } of open) if (unobtained) put(unobtained.ask, unobtained.clause);
  for (const one of unsure)
    for (const { question, paper } of questionsOf(scene, one)) {
      put(question, one.clause);
      papers.add(paper);
    }
  if (questions.size === 0) return [];
  const items = [...questions].map(([question, clauses]) =>
    speak("confirm_item", { question, clauses: [...clauses].join("、") }),
  );
  return [
    paragraph(speak("confirm_title")),
    { type: "steps", items },
    ...(papers.size > 0
      ? [paragraph(speak("confirm_papers", { papers: [...papers].join("、") }))]
      : []),
    deskBlock(scene),
  ];
}

/** The phone, and whether somebody answers it at this moment. */
export function deskBlock(scene: Scene): Extract<Block, { type: "paragraph" }> {
  return { type: "paragraph", text: scene.speak("confirm_desk", { desk: deskLine(scene) }) };
}

interface ToAsk {
  readonly question: string;
  readonly paper: string;
}

function questionsOf(scene: Scene, one: Checked): ToAsk[] {
  const asks = one.grounds.filter(({ grade }) => grade !== YES).map((at) => toAsk(scene, at));
  if (one.because === undefined) return asks;
  const { title } = one;
  return [
    ...asks,
    { question: scene.speak("confirm_because", { title }), paper: scene.speak("papers_school") },
  ];
}

function toAsk(scene: Scene, ground: Ground): ToAsk {
  const { about, need = "" } = ground;
  const values = factsOf(scene, ground)
    .filter(({ id }) => saysSomething(scene.facts[id]))
    .map(({ value }) => value);
  const told = values.length > 0 ? values.join("，") : scene.speak("unknown_option");
  const speak = speakAny(scene.speak);
  return {
    question: speak(`confirm_${about}`, { told, need }),
    paper: speak(`papers_${about}`, {}),
  };
}

/** What the candidate does not know, or has no more of, is nothing to tell the desk. */
function saysSomething(fact: FactValue | undefined): boolean {
  return fact !== undefined && fact !== null && fact !== NONE;
}
