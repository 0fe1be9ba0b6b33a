import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { runs, wordingOf } from "./copied-runs.ts";
import copiedFacts from "./notice-facts.json" with { type: "json" };
import copiedFingerprints from "./notice-fingerprints.json" with { type: "json" };
import { CLAIMS } from "./notice-claims.ts";
import { GRANTED, READINGS } from "./notice-readings.ts";
import { type NoticeFacts, readNotice } from "./notice-text.ts";

/** The notice itself, where the repository stands beside it; else what was copied of it is used. */
const NOTICE = fileURLToPath(new URL("../../../shared/source/notice-2026.txt", import.meta.url));
const text = existsSync(NOTICE) ? readFileSync(NOTICE, "utf8") : undefined;
const notice: NoticeFacts = text === undefined ? copiedFacts : readNotice(text);
const copiedPrints = copiedFingerprints.flatMap((line) => line.split(" "));
const fingerprints = new Set(text === undefined ? copiedPrints : runs(text).keys());

describe("what was copied of the notice", () => {
  it("is whole, and what the notice says where that is at hand", () => {
    expect(copiedFacts.majors).toHaveLength(36);
    expect(copiedFacts.related_occupations).toHaveLength(22);
    expect(copiedPrints.length).toBeGreaterThan(500);
    expect(copiedFacts).toEqual(notice);
    expect(copiedPrints).toEqual([...fingerprints]);
  });
});

describe("the pack says as the notice does", () => {
  it.each([...CLAIMS, ...READINGS])("%s", (_, claim) => claim(pack, notice));
});

describe("the pack is as code takes for granted:", () => {
  it.each(GRANTED)("%s", (_, claim) => claim(pack, notice));
});

describe("the pack's wording", () => {
  it("types no telephone, address or web page that is not the notice's", () => {
    const known = [notice.phone, notice.supervision_phone, notice.city_supervision_phone];
    for (const [place, said] of wordingOf(pack)) {
      for (const phone of said.match(/\d{3,4}-\d{3,8}(?:-\d{4})?/gu) ?? [])
        expect([place, known.includes(phone), phone]).toEqual([place, true, phone]);
      expect([place, /https?:\/\//u.exec(said)]).toEqual([place, null]);
    }
  });

  it("copies no twenty signs on end of a sentence of the notice", () => {
    expect(fingerprints.size).toBeGreaterThan(500);
    const copied = wordingOf(pack).flatMap(([place, said]) =>
      [...runs(said)].filter(([print]) => fingerprints.has(print)).map(([, run]) => [place, run]),
    );
    expect(copied).toEqual([]);
  });
});
