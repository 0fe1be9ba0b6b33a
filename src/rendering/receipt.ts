import type { Facts, Receipt } from "../../machines/words.ts";
import type { Reply } from "../message.ts";
import { movedBetween, outcomesOf } from "../rules/outcomes.ts";
import { commands } from "./chat.ts";
import { paragraph } from "./plain.ts";
import { finish } from "./reply.ts";
import type { Scene } from "./scene.ts";

/** The code of a result, and the page that opens it where there is one. */
interface Issued {
  readonly code: string;
  readonly url?: string;
}
/** @param today `YYYY-MM-DD` */
export type Issue = (facts: Facts, today: string) => Issued;

/** A receipt expires with the pack, so afterwards none is given. */
export function mayTake({ pack, today }: Scene): boolean {
  return today <= pack.meta.valid.to;
}

/** The result to take along: what it is, the code, and the link where there is a page for it. */
export function renderReceipt(scene: Scene, issue: Issue): Reply {
  const { pack, speak, facts, today } = scene;
  const common = {
    topic: "eligibility",
    kind: "computed",
    answer: "eligibility.receipt",
    choices: commands(scene, ["register", "change", "restart", "menu"]),
  } as const;
  if (!mayTake(scene))
    return finish(scene, { ...common, blocks: [paragraph(speak("receipt_too_late"))] });
  const { code, url } = issue(facts, today);
  const given = speak("receipt_given", { until: pack.meta.valid.to });
  return finish(scene, {
    ...common,
    blocks: [given, speak("receipt_code", { code })].map(paragraph),
    made: url === undefined ? [] : [{ label: speak("receipt_link"), url }],
  });
}

/** A result that was brought back: when it was issued, and what has moved since. */
export function renderReopened(scene: Scene, receipt: Receipt): Reply {
  const { issued, version } = receipt;
  const text = [scene.speak("reopened", { issued, version }), ...wordMoved(scene, receipt)];
  return finish(scene, {
    topic: "eligibility",
    kind: "computed",
    answer: "eligibility.reopened",
    blocks: text.map(paragraph),
    plain: true, // the verdict or the question that follows carries the lead
  });
}

/** What moved between the rules of a receipt and those of today, a line each below a first one. */
export function wordMoved({ pack, read, speak }: Scene, receipt: Receipt): string[] {
  const { version } = pack.meta;
  const moved = movedBetween(receipt.outcomes, outcomesOf(pack, read, receipt.facts));
  if (moved.length === 0) return [speak("reopened_same", { version })];
  const clauseOf = (id: string): string =>
    pack.eligibility.conditions.find((one) => one.id === id)?.clause ?? id;
  const lines = moved.flatMap(({ level, from, to, conditions }) => [
    speak("moved_level", { level, from: speak(`outcome_${from}`), to: speak(`outcome_${to}`) }),
    ...conditions.map((one) =>
      speak("moved_condition", {
        clause: clauseOf(one.id),
        from: speak(`grade_${one.from}`),
        to: speak(`grade_${one.to}`),
      }),
    ),
  ]);
  return [speak("reopened_moved", { version }), ...lines];
}
