import type { Receipt } from "../../machines/words.ts";
import type { Pack } from "../knowledge/pack.ts";
import type { Block, Moment, VerdictBlock } from "../message.ts";
import { createDaytime } from "../rules/desk.ts";
import { createFactReader } from "../rules/facts.ts";
import type { Names } from "../rules/names.ts";
import { outcomesOf } from "../rules/outcomes.ts";
import type { Sheet } from "../sheet.ts";
import { deskBlock } from "./confirming.ts";
import { plain } from "./plain.ts";
import { drawQr } from "./qr.ts";
import { wordMoved } from "./receipt.ts";
import { type Scene, type Speak, createSpeak } from "./scene.ts";
import { told } from "./told.ts";
import { showVerdict } from "./verdict.ts";

export type DrawSheet = (receipt: Receipt, link: string, at: Moment) => Sheet;

/** Draws an opened receipt as a sheet to print. */
export function createSheets(pack: Pack, names: Names): DrawSheet {
  const speak = createSpeak(pack);
  const read = createFactReader(pack.interview, names);
  const daytime = createDaytime(pack.desk);
  return (receipt, link, at) => {
    const scene: Scene = { pack, names, read, speak, facts: receipt.facts, ...daytime(at) };
    const { blocks } = showVerdict(scene);
    const { id, name, issuer, valid, version } = pack.meta;
    return {
      name: `${issuer} ${name}`,
      issued: receipt.issued,
      until: valid.to,
      pack: { id, version: receipt.version },
      version,
      about: aboutIt(scene, receipt),
      facts: Object.keys(receipt.facts).flatMap((fact) => {
        const one = told(scene, fact);
        return one ? [{ id: fact, ...one }] : [];
      }),
      levels: blocks.filter((block) => block.type === "verdict").map((one) => level(scene, one)),
      moved: wordMoved(scene, receipt),
      notes: [...notes(scene, blocks), speak("sheet_contact")],
      link,
      qr: drawQr(link),
    };
  };
}

/** The words of the page around a sheet. */
export function sheetWords(speak: Speak) {
  return {
    title: speak("sheet_title"),
    told: speak("sheet_told"),
    moved: speak("sheet_moved"),
    requirements: speak("sheet_requirements"),
    conditions: speak("sheet_conditions"),
    notes: speak("sheet_notes"),
    scan: speak("sheet_scan"),
    anew: speak("sheet_anew"),
    print: speak("sheet_print"),
    opening: speak("sheet_opening"),
    missing: speak("sheet_missing"),
    failed: speak("sheet_failed"),
    noscript: speak("sheet_noscript"),
    met: speak("grade_met"),
    unsure: speak("grade_unsure"),
    unmet: speak("grade_unmet"),
    unasked: speak("sheet_unasked"),
  };
}

function aboutIt({ pack, speak }: Scene, { issued, version }: Receipt): Sheet["about"] {
  return [
    { label: speak("sheet_issued"), value: issued },
    { label: speak("sheet_version"), value: speak("sheet_version_value", { version }) },
    { label: speak("sheet_until"), value: pack.meta.valid.to },
  ];
}

/** What is said beside the verdicts, but whether the desk serves now: a print is read later. */
function notes(scene: Scene, blocks: readonly Block[]): string[] {
  const now = deskBlock(scene).text;
  const kept = blocks.filter(({ type }) => type !== "verdict");
  return plain(kept)
    .split("\n")
    .filter((line) => line !== now);
}

/** A level that the rules of today leave open is not told as decided. */
function level(scene: Scene, block: VerdictBlock): Sheet["levels"][number] {
  const { level: id, verdict, title, requirements, conditions, ways } = block;
  const undecided = outcomesOf(scene.pack, scene.read, scene.facts)[id]?.verdict === "undecided";
  return {
    level: id,
    verdict: undecided ? "undecided" : verdict,
    title: undecided ? scene.speak("card_unfinished", { level: id }) : title,
    requirements,
    conditions,
    ways: undecided ? [] : ways,
  };
}
