import { describe, expect, it } from "vitest";
import { type DeskState, createDaytime, deskState } from "../../src/rules/desk.ts";
import { pack } from "../quanmeiti-pack.ts";
import { DAYS_OFF_2026, SERVED_2026, WORKED_2026, YEAR_2026, isWeekend } from "./days-2026.ts";

const at = (date: string, time: string): DeskState => deskState(pack.desk, { date, time });
const opens = (date: string, time = "09:30") => ({ state: "closed", next: { date, time } });

describe("the desk on a working day", () => {
  const wednesday = "2026-05-20";

  it.each([
    ["00:00", opens(wednesday)],
    ["09:29", opens(wednesday)],
    ["09:30", { state: "open", until: "11:00" }],
    ["10:59", { state: "open", until: "11:00" }],
    ["11:00", opens(wednesday, "13:30")],
    ["12:00", opens(wednesday, "13:30")],
    ["13:29", opens(wednesday, "13:30")],
    ["13:30", { state: "open", until: "16:00" }],
    ["15:59", { state: "open", until: "16:00" }],
    ["16:00", opens("2026-05-21")],
    ["23:59", opens("2026-05-21")],
  ])("at %s is as the notice says", (time, state) => {
    expect(at(wednesday, time)).toEqual(state);
  });

  it("is open on every one of 2026, and closed over lunch", () => {
    expect(SERVED_2026.length).toBeGreaterThan(240);
    for (const day of SERVED_2026) {
      expect([day, at(day, "10:00")]).toEqual([day, { state: "open", until: "11:00" }]);
      expect([day, at(day, "11:30")]).toEqual([day, opens(day, "13:30")]);
    }
  });
});

describe("the desk on other days of 2026", () => {
  it("is closed at weekends and on holidays until the next day that it serves", () => {
    const closed = YEAR_2026.filter(
      (day) => !SERVED_2026.includes(day) && !WORKED_2026.includes(day),
    );
    expect(closed).toHaveLength(365 - SERVED_2026.length - WORKED_2026.length);
    expect(closed.map((day) => [day, at(day, "10:00")])).toEqual(
      closed.map((day) => [day, opens(SERVED_2026.find((later) => later > day) ?? "")]),
    );
  });

  it.each(Object.entries(DAYS_OFF_2026))("is closed all over %s", (_name, [from, to]) => {
    const back = SERVED_2026.find((day) => day > to) ?? "";
    expect(at(from, "10:00")).toEqual(opens(back));
    expect(at(to, "14:00")).toEqual(opens(back));
  });

  it.each(WORKED_2026)("does not say whether it serves on %s, worked in exchange (A34)", (day) => {
    expect(isWeekend(day)).toBe(true);
    for (const time of ["08:00", "10:00", "12:00", "15:00", "20:00"])
      expect(at(day, time)).toEqual({ state: "adjusted_weekend" });
  });

  it("sends nobody to a day worked in exchange", () => {
    expect(at("2026-01-03", "10:00")).toEqual(opens("2026-01-05"));
    expect(at("2026-02-13", "16:00")).toEqual(opens("2026-02-24"));
    expect(at("2026-05-08", "16:00")).toEqual(opens("2026-05-11"));
    expect(at("2026-10-07", "10:00")).toEqual(opens("2026-10-08"));
  });
});

describe("the desk past the published calendar", () => {
  it("is open on the last working day and does not say when it opens in 2027", () => {
    expect(at("2026-12-31", "15:59")).toEqual({ state: "open", until: "16:00" });
    expect(at("2026-12-31", "12:00")).toEqual(opens("2026-12-31", "13:30"));
    expect(at("2026-12-31", "16:00")).toEqual({ state: "closed" });
  });

  it("says of 2027 that nothing is published", () => {
    for (const day of ["2027-01-01", "2027-01-04", "2027-07-01"])
      expect([day, at(day, "10:00")]).toEqual([day, { state: "unpublished" }]);
  });
});

describe("the daytime", () => {
  const daytime = createDaytime(pack.desk);

  it("is the day and how it stands with the desk, at every minute that is asked for", () => {
    const minutes = [
      ["2026-05-20", "10:00"],
      ["2026-05-20", "10:00"],
      ["2026-05-20", "12:00"],
      ["2026-05-23", "12:00"],
      ["2026-05-20", "10:00"],
    ] as const;
    for (const [date, time] of minutes)
      expect(daytime({ date, time })).toEqual({ today: date, desk: at(date, time) });
  });

  it("hangs on its own desk", () => {
    const moment = { date: "2026-05-20", time: "09:00" };
    const early = { ...pack.desk, spans: [["08:00", "09:30"]] };
    expect(daytime(moment).desk).toEqual(at(moment.date, moment.time));
    expect(createDaytime(early as typeof pack.desk)(moment).desk).not.toEqual(daytime(moment).desk);
  });
});
