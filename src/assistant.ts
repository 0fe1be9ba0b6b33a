import { createAssess } from "./assess.ts";
import { createDialog } from "../machines/dialog.ts";
import { createDialogState, stateName } from "./dialog-state.ts";
import { createDialogStep } from "./dialog-step.ts";
import type { Moment } from "./message.ts";
import type { PreparedPack } from "./prepared-pack.ts";
import { type ReceiptSettings, createReceiptDesk } from "./receipt-desk.ts";
import { createRenderer } from "./rendering.ts";
import { createDates } from "./rendering/calendar.ts";
import { clausesOf } from "./rendering/clauses.ts";
import { createSpeak } from "./rendering/scene.ts";
import { createOpening } from "./rendering/opening.ts";
import { pageOf } from "./rendering/page.ts";
import { sheetWords } from "./rendering/sheet.ts";
import { createDaytime } from "./rules/desk.ts";
import { createGuide } from "./rules/guide.ts";
import { askedFor } from "./rules/asked.ts";
import { createNames } from "./rules/names.ts";
import type { Store } from "./store/store.ts";
import { createTurn } from "./turn.ts";
import { createUnderstanding } from "./understanding/understand.ts";

/** Of every pack, as a BCP 47 tag. */
const LANGUAGE = "zh-CN";

/** Builds everything that a pack makes, before any store or channel. */
export function createAssistant(
  { pack, learned }: PreparedPack,
  now: () => Moment,
  settings: ReceiptSettings = {},
) {
  const names = createNames(pack);
  const guide = createGuide(pack, names);
  const speak = createSpeak(pack);
  const dialog = createDialog(guide);
  const knows = (question: string): boolean =>
    askedFor(pack.interview, question) !== undefined || guide.isApplication(question);
  const receipts = createReceiptDesk(pack, names, settings);
  const parts = {
    dialog,
    daytime: createDaytime(pack.desk),
    step: createDialogStep(dialog),
    guide,
    state: createDialogState(dialog, guide, pack.meta, knows),
    understand: createUnderstanding(pack, learned, receipts.open),
    render: createRenderer(pack, names, guide, receipts.issue),
  };
  return {
    ...parts,
    pack,
    page: { language: LANGUAGE, ...pageOf(pack), open: createOpening(pack, names, guide) },
    clauses: clausesOf(pack),
    dates: createDates(pack),
    receipts: { open: receipts.sheet, words: sheetWords(speak) },
    assess: createAssess(pack, names, () => now().date),
    /** Where a stored conversation stands, and what it knows. */
    describe: (stored: string | undefined) => {
      const { snapshot } = parts.state.thaw(stored);
      return { state: stateName(snapshot), facts: snapshot.context.facts };
    },
    turnOn: (store: Store) => createTurn({ ...parts, store }),
  };
}
export type Assistant = ReturnType<typeof createAssistant>;
