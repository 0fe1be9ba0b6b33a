import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, jsonLines, makeRoom, run } from "../wenkao-process.ts";

const diploma = `"education":[{"school_type":"专科","major":"电子商务","status":"graduated"}]`;
const LINES = [
  `{"id":"5 years","facts":{"age":30,"highest_education":"普通高中","work":[{"occupation":"网络编辑","years":5}]}}`,
  `{"id":"4.92","facts":{"age":30,"highest_education":"普通高中","work":[{"occupation":"网络编辑","years":4.92}]}}`,
  `oops`,
  `{"id":3,"facts":{"age":"old"}}`,
  `{"id":4}`,
  `"a string"`,
  ``,
  `{"id":"asOf","facts":{"age":30},"asOf":"tomorrow"}`,
  `{"id":"15","facts":{"age":15,"work":[{"match":"own","years":20}],"highest_education":"本科"}}`,
  `{"id":"diploma","facts":{"age":25,${diploma}}}`,
  `{"id":"certified","facts":{"age":25,${diploma},"certificates":[{"occupation":"营销员","level":"四级"}]}}`,
  `{"id":"unknown","facts":{"age":25,"education":null,"work":null,"certificates":null,"title":null}}`,
  `{"id":"nothing","facts":{}}`,
  `{"id":"wins","facts":{"age":30,"highest_education":"本科","work":[{"occupation":"厨师","match":"related","years":10}]}}`,
  `{"id":"2027","asOf":"2027-02-01","facts":{"age":25,${diploma}}}`,
];

let room: Awaited<ReturnType<typeof makeRoom>>;
let ran: Ended;
beforeAll(async () => {
  room = await makeRoom();
  ran = await run(["assess", "--today", "2026-05-20"], room.path, `${LINES.join("\n")}\n`);
});
afterAll(() => room.remove());

const assessed = (id: string) => jsonLines(ran.stdout).find((line) => line["id"] === id);
const verdicts = (level4: string, level3: string) => ({
  levels: { 四级: { verdict: level4 }, 三级: { verdict: level3 } },
});

describe("assess", () => {
  test("answers every line that is not blank in its order, and ends with 0", () => {
    const ids = jsonLines(ran.stdout).map(({ id }) => id);
    expect(ids).toEqual([
      "5 years",
      "4.92",
      null,
      3,
      4,
      null,
      "asOf",
      "15",
      "diploma",
      "certified",
      "unknown",
      "nothing",
      "wins",
      "2027",
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
  });

  test("gives a line that is no profile its id and where it is wrong, and goes on", () => {
    const bad = jsonLines(ran.stdout).filter((line) => "error" in line);
    expect(bad).toEqual([
      { id: null, error: expect.stringMatching(/JSON/u) },
      { id: 3, error: expect.stringMatching(/facts\.age/u) },
      { id: 4, error: expect.stringMatching(/facts/u) },
      { id: null, error: expect.stringMatching(/./u) },
      { id: "asOf", error: expect.stringMatching(/asOf/u) },
    ]);
  });

  test("names the conditions met, unsure and unmet for each level", () => {
    expect(assessed("5 years")).toMatchObject({
      levels: {
        四级: { verdict: "eligible", met: ["四级(1)"], unsure: [], unmet: ["四级(2)", "四级(3)"] },
        三级: { verdict: "not_eligible", met: [], unsure: [] },
      },
    });
    expect(assessed("certified")).toMatchObject({
      levels: {
        四级: { verdict: "eligible", met: ["四级(3)"] },
        三级: { verdict: "eligible", met: ["三级(5)"], unsure: ["三级(6)"] },
      },
    });
  });

  test.each([
    ["4.92", "not_eligible", "not_eligible"],
    ["15", "not_eligible", "not_eligible"],
    ["diploma", "eligible", "needs_confirmation"],
    ["unknown", "needs_confirmation", "needs_confirmation"],
    ["nothing", "not_eligible", "not_eligible"],
    ["wins", "eligible", "eligible"],
    ["2027", "eligible", "needs_confirmation"],
  ])("of %s gives 四级 %s and 三级 %s", (id, level4, level3) => {
    expect(assessed(id)).toMatchObject(verdicts(level4, level3));
  });

  test("tells that a day lies outside the year that the pack is valid for", () => {
    expect(assessed("2027")).toMatchObject({ expired: true });
    expect(assessed("diploma")).toMatchObject({ expired: false });
  });

  test("keeps nothing", async () => {
    expect(await room.left()).toEqual([]);
  });

  test("--schema prints the JSON Schema of one line", async () => {
    const { code, stdout, stderr } = await run(["assess", "--schema"], room.path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringMatching(/json-schema/u),
      type: "object",
      required: ["facts"],
      properties: {
        id: {},
        asOf: { format: "date" },
        facts: {
          properties: { age: {}, highest_education: {}, work: {}, education: {}, title: {} },
        },
      },
    });
  });
});
