import { describe, expect, it } from "vitest";
import { createAnswerReader, createFactReader } from "../../src/rules/facts.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const read = createFactReader(pack.interview, names);
const DIPLOMA = { school: "专科", status: "graduated", major: "listed" };
const JOB = { occupation: "own", work_years: "from_5" };

describe("facts as the rules see them", () => {
  it("are open where nothing was asked, one of each kind of thing", () => {
    const who = read({});
    expect(who.age).toEqual({ open: "age" });
    expect(who.diplomas).toEqual([
      { school: { open: "school" }, status: { open: "status" }, major: { open: "major" } },
    ]);
    expect([who.work, who.certificates, who.titles].map((list) => list.length)).toEqual([1, 1, 1]);
  });

  it("keep a further thing open until there is said to be none", () => {
    expect(read(DIPLOMA).diplomas).toHaveLength(2);
    expect(read(DIPLOMA).diplomas[1]).toMatchObject({ school: { open: "school.2" } });
    expect(read({ ...DIPLOMA, "school.2": "none" }).diplomas).toHaveLength(1);
    const two = { ...DIPLOMA, "school.2": "中等职业学校", "major.2": "listed" };
    expect(read(two).diplomas).toHaveLength(3);
    expect(read({ ...two, "school.3": "none" }).diplomas).toHaveLength(2);
    const three = { ...two, "school.3": "本科", "major.3": "unlisted" };
    expect(read(three).diplomas.map(({ school }) => school)).toEqual([
      "专科",
      "中等职业学校",
      "本科",
    ]);
  });

  it("have no further thing where there is not even one", () => {
    expect(read({ occupation: "none" }).work).toEqual([]);
    expect(read({ certificate: "none" }).certificates).toEqual([]);
    expect(read({ title: "none" }).titles).toEqual([]);
  });

  it("keep what was told of a further thing though the first is none", () => {
    const { work } = read({ occupation: "none", "occupation.2": "own", "work_years.2": "from_5" });
    expect(work).toMatchObject([{ match: "own", months: [60, 119] }]);
  });

  it("take a further thing of which nothing is known for one that may be anything, and the last", () => {
    const { diplomas } = read({ ...DIPLOMA, "school.2": null });
    expect(diplomas).toHaveLength(2);
    expect(diplomas[1]).toEqual({ school: null, status: null, major: null });
    expect(read({ ...JOB, "occupation.2": null }).work[1]).toEqual({ match: null, months: null });
  });

  it("know of a further diploma that it is finished, as nobody asks, unless it was told", () => {
    const two = { ...DIPLOMA, "school.2": "中等职业学校" };
    expect(read(two).diplomas[1]?.status).toBe("graduated");
    expect(read({ ...two, "status.2": "studying" }).diplomas[1]?.status).toBe("studying");
  });

  it("keep a title to one, whatever is told of a second", () => {
    const { titles } = read({ title: "junior", title_years: "from_1", "title.2": "middle" });
    expect(titles).toEqual([{ grade: "junior", field: null, months_after: [12, Infinity] }]);
  });

  it("keep the dates of a job, and the length that they come to", () => {
    const { work } = read({ occupation: "own", work_years: "2019-03/2022-05" });
    expect(work[0]?.months).toEqual([37, 39]);
    expect(work[0]?.period).toMatchObject({ least: expect.anything(), most: expect.anything() });
    expect(work[1]).not.toHaveProperty("period");
    const second = read({ ...JOB, "occupation.2": "own", "work_years.2": "2020-01-01/2020-12-31" });
    expect(second.work.map(({ period }) => period !== undefined)).toEqual([false, true, false]);
    expect(second.work[1]?.months).toEqual([12, 12]);
  });
});

describe("an answer as the rules see it", () => {
  const answer = createAnswerReader(pack.interview, names);

  it("is months for an option or a range, to no end where none was told", () => {
    expect(answer("work_years", "from_10")).toEqual([120, Infinity]);
    expect(answer("work_years", [60, 60])).toEqual([60, 60]);
    expect(answer("age", "borderline")).toEqual([189, 191]);
    expect(answer("age", [300])).toEqual([300, Infinity]);
    expect(answer("work_years", "gone")).toBeNull();
  });

  it("is how a name stands to the lists, and unknown where the lists do not have it", () => {
    expect(answer("occupation", "related")).toBe("related");
    expect(answer("occupation", "网络编辑")).toBe("related");
    expect(answer("occupation", "no such job")).toBeNull();
    expect(answer("major", "listed")).toBe("own");
    expect(answer("major", "电子商务")).toBe("own");
    expect(answer("major", null)).toBeNull();
  });

  it("is nothing for a question that is none", () => {
    expect(answer("shoe_size", "44")).toBeUndefined();
  });
});
