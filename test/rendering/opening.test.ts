import { describe, expect, it } from "vitest";
import { AT, assistant } from "../quanmeiti-assistant.ts";
import { pack } from "../quanmeiti-pack.ts";

const open = (search: string) =>
  assistant.page.open(Object.fromEntries(new URLSearchParams(search)), AT);

describe("what a deep link asks", () => {
  it.each([
    ["ask=fee&level=三级", "ask:fee.overview;level=三级", "三级 费用"],
    ["ask=timetable.month&month=5", "ask:timetable.month;month=5", /^5月 /u],
    ["ask=timetable&month=5", "ask:timetable.month;month=5", "5月 时间安排"],
    ["ask=timetable&month=13", "ask:timetable.overview", "时间安排"],
    ["ask=fee&level=三级&month=5", "ask:fee.overview;level=三级", "三级 费用"],
    ["ask=contact&level=三级&month=5", "ask:contact.overview", "联系协会"],
  ])("%s is %s: only names that the answer uses, the month with its unit", (search, id, label) => {
    const choice = open(search)?.choice;
    expect(choice?.id).toBe(id);
    expect(choice?.label).toMatch(label);
  });

  it("has a description of its own for each topic, of a guided one its first question", () => {
    const asks = ["fee", "timetable", "conduct", "eligibility", "registration", "materials"];
    const described = asks.map((ask) => open(`ask=${ask}`)?.description ?? "");
    expect(new Set([...described, pack.page.description]).size).toBe(asks.length + 1);
    expect(open("ask=eligibility")?.description).toContain(pack.interview[0]?.ask);
    expect(open("ask=registration")?.description).toContain(pack.registration.questions[0]?.ask);
  });
});
