import { expect } from "vitest";
import type { Pack } from "../../src/knowledge/pack.ts";
import type { NoticeFacts } from "./notice-text.ts";

export type Claim = (pack: Pack, notice: NoticeFacts) => void;

const factsOf =
  (pack: Pack) =>
  (id: string): string | number | undefined =>
    pack.facts[id]?.value;
const plain = (value: string | number | undefined): string =>
  String(value).normalize("NFKC").replaceAll(/\s/gu, "");

/** What the pack must say because the notice does; each throws where it does not. */
export const CLAIMS: readonly (readonly [name: string, claim: Claim])[] = [
  [
    "who issues it, on what basis, for which year and occupation",
    (pack, notice) => {
      const fact = factsOf(pack);
      expect(plain(fact("legal_basis"))).toBe(plain(notice.legal_basis));
      expect(fact("issuer")).toBe(notice.issuer);
      expect(pack.meta.title).toBe(notice.title);
      expect(pack.meta.issuer).toBe(notice.issuer);
      expect(pack.meta.year).toBe(notice.year);
      expect(pack.meta.valid).toEqual({ from: `${notice.year}-01-01`, to: `${notice.year}-12-31` });
      expect(fact("occupation_code")).toBe(notice.occupation_code);
      expect(fact("standard")).toContain(`${notice.standard_edition}年版`);
      expect(fact("standard")).toContain(String(fact("occupation")));
      expect(fact("minimum_age")).toBe(notice.minimum_age);
    },
  ],
  [
    "which six projects there are, in order",
    (pack, notice) => {
      expect(notice.projects).toHaveLength(6);
      expect(pack.projects.projects).toEqual(notice.projects);
    },
  ],
  [
    "what each of them costs",
    (pack, notice) => {
      const fact = factsOf(pack);
      const fees = pack.projects.projects.map(({ direction, level }) => ({
        direction,
        level,
        amount: fact(pack.projects.levels.find(({ id }) => id === level)?.fee_fact ?? ""),
      }));
      expect(fees).toEqual(notice.fees);
    },
  ],
  [
    "when to apply and when to sit, row by row",
    (pack, notice) => {
      const fact = factsOf(pack);
      expect(notice.months).toHaveLength(12);
      expect(pack.timetable.rows.map(({ apply, exam }) => ({ apply, exam }))).toEqual(
        notice.months,
      );
      expect(pack.timetable.rows.map(({ month }) => month)).toEqual(
        notice.months.map((_, at) => at + 1),
      );
      expect(fact("minimum_candidates")).toBe(notice.minimum_candidates);
    },
  ],
  [
    "when results come and where, and how long they last",
    (pack, notice) => {
      const fact = factsOf(pack);
      expect(fact("result_days")).toBe(notice.result_days);
      expect(fact("result_days_graded")).toBe(notice.result_days_graded);
      expect(pack.timetable.results).toEqual({
        days_fact: "result_days",
        longer_fact: "result_days_graded",
      });
      expect(fact("result_path")).toBe(notice.result_path);
      expect(fact("result_search")).toBe(notice.result_search);
      expect(fact("retake_years")).toBe(notice.retake_years);
      expect(fact("ticket_lead")).toBe(notice.ticket_lead);
    },
  ],
  [
    "where the desk is, its telephones and its hours",
    (pack, notice) => {
      const fact = factsOf(pack);
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
    },
  ],
  [
    "which pages there are on the web, and no others",
    (pack, notice) => {
      const whole = (url: string): string =>
        new URL(url.includes("://") ? url : `http://${url}`).href;
      expect(new Set(Object.values(pack.links).map(({ url }) => whole(url)))).toEqual(
        new Set(notice.urls.map(whole)),
      );
    },
  ],
  [
    "all 22 related occupations, exactly and in order",
    (pack, notice) => {
      expect(notice.related_occupations).toHaveLength(22);
      expect(pack.occupations.related.map(({ name }) => name)).toEqual(notice.related_occupations);
    },
  ],
  [
    "all 36 majors, exactly and in order",
    (pack, notice) => {
      expect(notice.majors).toHaveLength(36);
      expect(pack.majors.listed.map(({ name }) => name)).toEqual(notice.majors);
    },
  ],
  [
    "how many years each condition asks for",
    (pack, notice) => {
      const years = pack.eligibility.conditions.flatMap(({ id, requires }) => {
        const figures = JSON.stringify(requires).match(/"years(?:_after)?":\d+/gu) ?? [];
        const asked = figures
          .map((figure) => Number(figure.split(":")[1]))
          .filter((one) => one > 0);
        return asked.map((figure): [string, number] => [id, figure]);
      });
      expect(Object.fromEntries(years)).toEqual(notice.condition_years);
      expect(JSON.stringify(pack.eligibility.requirements)).toContain(
        `"years":${notice.minimum_age}`,
      );
    },
  ],
  [
    "how many acts each tier of 附件2 lists",
    (pack, notice) => {
      for (const [part, count] of Object.entries(notice.conduct_rules))
        expect(
          pack.conduct.rules.filter(({ id }) => id.startsWith(`${part}.`)).map(({ id }) => id),
        ).toEqual(Array.from({ length: count }, (_, at) => `${part}.${at + 1}`));
    },
  ],
];
