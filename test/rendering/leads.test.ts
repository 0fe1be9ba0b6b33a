import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { createClock } from "../../src/clock.ts";
import type { Pack } from "../../src/knowledge/pack.ts";
import type { Reply } from "../../src/message.ts";
import { advance } from "../../src/turn.ts";
import { learned, pack } from "../quanmeiti-pack.ts";

const NEWS: Pack["announcements"][number] = {
  id: "extra-session",
  from: "2026-05-06",
  to: "2026-05-31",
  topics: ["timetable"],
  text: "协会通知：5月加开一场，请来电 {phone}。",
};
const announced = createAssistant(
  { pack: { ...pack, announcements: [NEWS] }, learned },
  createClock(),
);

function replies(text: string, date: string): readonly Reply[] {
  const at = { date, time: "10:00" };
  return advance(announced, undefined, { body: { text }, at }).turn.replies;
}

describe("an announcement", () => {
  it.each(["2026-05-06", "2026-05-31"])("leads the answers on its topic on %s", (date) => {
    const [reply] = replies("时间安排", date);
    expect(reply?.text.startsWith("协会通知：5月加开一场，请来电 021-52411861。")).toBe(true);
    expect(reply?.answer).toBe("timetable.overview");
  });

  it.each(["2026-05-05", "2026-06-01"])("is not said on %s", (date) => {
    expect(replies("时间安排", date)[0]?.text).not.toContain("协会通知：");
  });

  it("leaves the other topics and the questions of the interview alone", () => {
    for (const text of ["四级多少钱", "资格自测"])
      for (const reply of replies(text, "2026-05-10"))
        expect(reply.text).not.toContain("协会通知：");
  });
});

describe("outside the year of the pack", () => {
  it.each(["2025-12-31", "2027-01-01"])("an answer says whose year it is on %s", (date) => {
    for (const text of ["三级多少钱", "时间安排", "怎么报名", "成绩多久能出来"])
      expect(replies(text, date)[0]?.text).toContain("2026年通知的内容");
  });

  it.each(["2026-01-01", "2026-12-31"])("and does not within it, on %s", (date) => {
    expect(replies("三级多少钱", date)[0]?.text).not.toContain("2026年通知的内容");
  });
});
