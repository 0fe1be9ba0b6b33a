import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pack } from "../quanmeiti-pack.ts";
import { runs, wordingOf } from "./copied-runs.ts";
import copiedFacts from "./notice-facts.json" with { type: "json" };
import copiedFingerprints from "./notice-fingerprints.json" with { type: "json" };
import { type NoticeFacts, readNotice } from "./notice-text.ts";

/** The notice itself, where the repository stands beside it; else what was copied of it is used. */
const NOTICE = fileURLToPath(new URL("../../../shared/source/notice-2026.txt", import.meta.url));
const text = existsSync(NOTICE) ? readFileSync(NOTICE, "utf8") : undefined;
const notice: NoticeFacts = text === undefined ? copiedFacts : readNotice(text);
const copiedPrints = copiedFingerprints.flatMap((line) => line.split(" "));
const fingerprints = new Set(text === undefined ? copiedPrints : runs(text).keys());

const fact = (id: string): string | number | undefined => pack.facts[id]?.value;
const plain = (value: string | number | undefined): string =>
  String(value).normalize("NFKC").replaceAll(/\s/gu, "");

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
  it("who issues it, on what basis, for which year and occupation", () => {
    expect(plain(fact("legal_basis"))).toBe(plain(notice.legal_basis));
    expect(fact("issuer")).toBe(notice.issuer);
    expect(pack.meta.issuer).toBe(notice.issuer);
    expect(pack.meta.year).toBe(notice.year);
    expect(pack.meta.valid).toEqual({ from: `${notice.year}-01-01`, to: `${notice.year}-12-31` });
    expect(fact("occupation_code")).toBe(notice.occupation_code);
    expect(fact("standard")).toContain(`${notice.standard_edition}年版`);
    expect(fact("standard")).toContain(String(fact("occupation")));
    expect(fact("minimum_age")).toBe(notice.minimum_age);
  });

  it("which six projects there are, in order", () => {
    expect(notice.projects).toHaveLength(6);
    expect(pack.projects.projects).toEqual(notice.projects);
  });

  it("what each of them costs", () => {
    const fees = pack.projects.projects.map(({ direction, level }) => ({
      direction,
      level,
      amount: fact(pack.projects.levels.find(({ id }) => id === level)?.fee_fact ?? ""),
    }));
    expect(fees).toEqual(notice.fees);
  });

  it("when to apply and when to sit, row by row", () => {
    expect(notice.months).toHaveLength(12);
    expect(pack.timetable.rows.map(({ apply, exam }) => ({ apply, exam }))).toEqual(notice.months);
    expect(pack.timetable.rows.map(({ month }) => month)).toEqual(
      notice.months.map((_, at) => at + 1),
    );
    expect(fact("minimum_candidates")).toBe(notice.minimum_candidates);
  });

  it("when results come and where, and how long they last", () => {
    expect(fact("result_days")).toBe(notice.result_days);
    expect(fact("result_days_graded")).toBe(notice.result_days_graded);
    expect(fact("result_path")).toBe(notice.result_path);
    expect(fact("result_search")).toBe(notice.result_search);
    expect(fact("retake_years")).toBe(notice.retake_years);
    expect(fact("ticket_lead")).toBe(notice.ticket_lead);
  });

  it("where the desk is, its telephones and its hours", () => {
    expect(fact("address")).toBe(notice.address);
    expect(fact("phone")).toBe(notice.phone);
    expect(fact("supervision_phone")).toBe(notice.supervision_phone);
    expect(fact("city_supervision_phone")).toBe(notice.city_supervision_phone);
    const hours = (id: string): string[] => String(fact(id)).match(/\d+:\d+-\d+:\d+/gu) ?? [];
    expect(hours("hours")).toEqual(notice.desk_hours);
    expect(hours("supervision_hours")).toEqual(notice.supervision_hours);
    expect(hours("city_supervision_hours")).toEqual(notice.city_supervision_hours);
    expect(pack.desk.spans.map((span) => span.join("-").replace(/^0/u, ""))).toEqual(
      notice.desk_hours,
    );
    expect(pack.desk.weekdays).toEqual([1, 2, 3, 4, 5]);
  });

  it("which pages there are on the web, and no others", () => {
    const whole = (url: string): string =>
      new URL(url.includes("://") ? url : `http://${url}`).href;
    expect(new Set(Object.values(pack.links).map(({ url }) => whole(url)))).toEqual(
      new Set(notice.urls.map(whole)),
    );
  });

  it("all 22 related occupations, exactly and in order", () => {
    expect(notice.related_occupations).toHaveLength(22);
    expect(pack.occupations.related.map(({ name }) => name)).toEqual(notice.related_occupations);
  });

  it("all 36 majors, exactly and in order", () => {
    expect(notice.majors).toHaveLength(36);
    expect(pack.majors.listed.map(({ name }) => name)).toEqual(notice.majors);
  });

  it("how many years each condition asks for", () => {
    const years = pack.eligibility.conditions.flatMap(({ id, requires }) => {
      const figures = JSON.stringify(requires).match(/"years(?:_after)?":\d+/gu) ?? [];
      const asked = figures.map((figure) => Number(figure.split(":")[1])).filter((one) => one > 0);
      return asked.map((figure): [string, number] => [id, figure]);
    });
    expect(Object.fromEntries(years)).toEqual(notice.condition_years);
    expect(JSON.stringify(pack.eligibility.requirements)).toContain(
      `"years":${notice.minimum_age}`,
    );
  });

  it("how many acts each tier of 附件2 lists", () => {
    for (const [part, count] of Object.entries(notice.conduct_rules))
      expect(
        pack.conduct.rules.filter(({ id }) => id.startsWith(`${part}.`)).map(({ id }) => id),
      ).toEqual(Array.from({ length: count }, (_, at) => `${part}.${at + 1}`));
  });
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
