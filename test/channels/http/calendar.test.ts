import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { loadPack } from "../../../src/knowledge/load.ts";
import { assistant } from "../../quanmeiti-assistant.ts";
import { learned, pack } from "../../quanmeiti-pack.ts";
import { expectProblem, useServer } from "./served.ts";

const ELEVATOR = fileURLToPath(new URL("../../packs/elevator-2021", import.meta.url));
const NOW = { date: "2026-05-20", time: "10:00" };
const { get, serve } = useServer();

type Event = Readonly<Record<string, string>>;

/** Its events by the names of their properties, as RFC 5545 has a reader unfold and unescape them. */
function eventsIn(file: string): Event[] {
  const [, ...events] = file.replaceAll("\r\n ", "").split("BEGIN:VEVENT\r\n");
  return events.map((event) =>
    Object.fromEntries(
      event.split("\r\n").map((line) => {
        const at = line.indexOf(":");
        return [line.slice(0, at), line.slice(at + 1).replaceAll("\\n", "\n")];
      }),
    ),
  );
}

async function monthOf(month: number): Promise<{ apply: Event; exam: Event | undefined }> {
  const file = `2026-${String(month).padStart(2, "0")}.ics`;
  const [apply, exam, ...more] = eventsIn(await (await get(`/calendar/${file}`)).text());
  if (!apply || more.length > 0) throw new Error(`${file}: one event or two were expected`);
  return { apply, exam };
}
const days = (event: Event | undefined) => [
  event?.["DTSTART;VALUE=DATE"],
  event?.["DTEND;VALUE=DATE"],
];

describe("the calendar of a month to apply in", () => {
  test("is a file that calendars open", async () => {
    const there = await serve({ now: () => NOW });
    const response = await get("/calendar/2026-05.ics", {}, there);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="2026-05.ics"');
    const file = await response.text();
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+\r\n/u);
    expect(file).toMatch(/\r\nEND:VCALENDAR(?:\r\n)?$/u);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const event of eventsIn(file))
      expect(event).toMatchObject({ DTSTAMP: "20260520T020000Z", TRANSP: "TRANSPARENT" });
  });

  test("has the month to apply in, and the last day that the notice gives the evaluation", async () => {
    const { apply, exam } = await monthOf(5);
    expect(days(apply)).toEqual(["20260501", "20260601"]);
    expect(apply["SUMMARY"]).toBe("全媒体运营师职业技能评价：5月申报");
    expect(days(exam)).toEqual(["20260630", "20260701"]);
    expect(exam?.["SUMMARY"]).toContain("6月底前评价（通知写的最晚时间，不是考试日）");
  });

  test("says where it stands, that the day is told separately, and whom to ring", async () => {
    const { apply, exam } = await monthOf(5);
    for (const event of [apply, exam])
      for (const words of ["5月申报，6月底前评价。", "依据：二(三)1", "021-52411861"])
        expect(event?.["DESCRIPTION"]).toContain(words);
    expect(exam?.["DESCRIPTION"]).toContain("具体哪一天由协会另行通知（二(三)4）");
    expect(exam?.["DESCRIPTION"]).toContain("不足30人的，顺延到下个月");
  });

  test("has one day for each month's evaluation, as the timetable has it", async () => {
    for (const { month, exam_month: sits } of pack.timetable.rows.slice(0, -1)) {
      const last = new Date(Date.UTC(2026, sits, 0)).toISOString().slice(0, 10);
      const { exam } = await monthOf(month);
      expect([month, days(exam)[0]]).toEqual([month, last.replaceAll("-", "")]);
    }
  });

  test("ends January's with January", async () => {
    const { apply, exam } = await monthOf(1);
    expect(days(apply)).toEqual(["20260101", "20260201"]);
    expect(apply["SUMMARY"]).toContain("1月底前申报");
    expect(days(exam)).toEqual(["20260228", "20260301"]);
  });

  test("invents no day for December's, which may be next year's", async () => {
    const { apply, exam } = await monthOf(12);
    expect(exam).toBeUndefined();
    expect(days(apply)).toEqual(["20261201", "20270101"]);
    expect(apply["DESCRIPTION"]).toContain("“12月底前或根据次年公告排考”");
    expect(apply["DESCRIPTION"]).toContain("不保证当年能考");
  });

  test("names each event the same every time, and no two alike", async () => {
    const uids = async () => {
      const months = [1, 5, 11, 12].map(monthOf);
      const found = (await Promise.all(months)).flatMap(({ apply, exam }) => [apply, exam ?? {}]);
      return found.map(({ UID: uid }) => uid);
    };
    const first = await uids();
    expect(first).toContain("quanmeiti-2026-2026-05-exam@wenkao");
    expect(new Set(first).size).toBe(first.length);
    expect(await uids()).toEqual(first);
  });
});

describe("there is none", () => {
  test.each(["2026-13", "2026-00", "2025-05", "2027-01", "26-05", "2026-5", "..%2f2026-05"])(
    "of %s",
    async (month) => void (await expectProblem(await get(`/calendar/${month}.ics`), 404)),
  );

  test("of what is no such file", async () => {
    for (const path of ["2026-05", "2026-05.ics.ics", "2026-05.ICS", ""])
      await expectProblem(await get(`/calendar/${path}`), 404);
  });

  test("where the notice has no timetable", async () => {
    const { dates } = createAssistant({ pack: loadPack(ELEVATOR), learned }, () => NOW);
    const there = await serve({ dates });
    for (const month of ["2021-05", "2026-05"])
      await expectProblem(await get(`/calendar/${month}.ics`, {}, there), 404);
  });

  test("of a year whose pack is not served", () => {
    const next = { ...pack, meta: { ...pack.meta, year: 2027 } };
    const { dates } = createAssistant({ pack: next, learned }, () => NOW);
    expect(dates("2026-05")).toBeUndefined();
    expect(dates("2027-05")?.events).toHaveLength(2);
    expect(assistant.dates("2027-05")).toBeUndefined();
  });
});
