import { describe, expect, it } from "vitest";
import { answered, blockOf, blocksOf } from "./drawn.ts";

const RESULTS = {
  id: "results",
  label: "查成绩",
  when: "完成所有科目评价后，一般20个工作日内",
  note: "涉及阅卷及工件检测的，一般30个工作日内。",
  clause: "三",
};
const monthAsked = (month: number, role = "apply") =>
  answered("timetable.month", { month, month_role: role });

describe("the timeline of a month to apply in", () => {
  it("goes from applying over the evaluation to the results, in the words of the notice", () => {
    expect(blockOf(monthAsked(5), "timeline")).toEqual({
      type: "timeline",
      rows: [
        {
          month: "2026-05",
          points: [
            { id: "apply", label: "申报", when: "5月", clause: "二(三)1" },
            {
              id: "exam",
              label: "评价",
              when: "6月底前",
              note: "具体哪一天由协会另行通知（二(三)4）；当月报名不足30人的，顺延到下个月（二(三)3）。",
              clause: "二(三)1",
            },
            RESULTS,
          ],
        },
      ],
      text: ["5月申报，6月底前评价。"],
    });
  });

  it("says of December that it may reach into the next year", () => {
    const [row] = blockOf(monthAsked(12), "timeline").rows;
    expect(row?.points[1]).toMatchObject({
      when: "12月底前或根据次年公告排考",
      note: expect.stringContaining("不保证当年能考"),
    });
  });

  it("names no day: every time is one of the notice's own", () => {
    for (let month = 1; month <= 12; month++)
      for (const { points } of blockOf(monthAsked(month), "timeline").rows)
        for (const { when } of points) expect(when).not.toMatch(/\d日|\d号|\d-\d/u);
  });
});

describe("a month to sit in", () => {
  it("has a row for every month that leads to it, below the one that surely does", () => {
    const reply = monthAsked(12, "exam");
    expect(blockOf(reply, "timeline").rows.map(({ month }) => month)).toEqual([
      "2026-11",
      "2026-12",
    ]);
    expect(reply.blocks).toContainEqual({
      type: "paragraph",
      text: "想赶12月的评价，要在11月申报。",
    });
    expect(reply.text).toContain(
      "要在11月申报。\n11月申报，12月底前评价。\n12月申报的，评价时间写的是",
    );
  });

  it("has no timeline where the notice has no evaluation", () => {
    const reply = monthAsked(1, "exam");
    expect(blocksOf(reply, "timeline")).toEqual([]);
    expect(reply.text).toContain("时间表里没有1月的评价。");
  });
});

describe("without a month", () => {
  it("it is that of today, which is said first", () => {
    const reply = answered("timetable.month");
    expect(reply.text).toContain(
      "今天是2026-05-20，这个月申报的是这一档：\n5月申报，6月底前评价。",
    );
    expect(blockOf(reply, "timeline").rows.map(({ month }) => month)).toEqual(["2026-05"]);
  });

  it("and outside the year the whole table", () => {
    const reply = answered("timetable.month", {}, { date: "2027-01-20", time: "10:00" });
    expect(blocksOf(reply, "timeline")).toEqual([]);
    expect(blockOf(reply, "table").rows).toHaveLength(12);
  });
});
