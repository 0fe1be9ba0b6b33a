import { describe, expect, it } from "vitest";
import { createClasses } from "../../src/rules/classes.ts";
import { NONE, createAnswerReader, createFactReader } from "../../src/rules/facts.ts";
import { LEVELS } from "./answer-space.ts";
import { names, pack } from "../quanmeiti-pack.ts";

const read = createFactReader(pack.interview, names);
const answer = createAnswerReader(pack.interview, names);
const classes = createClasses(pack.interview, LEVELS, pack, read, answer);

describe("classes of answers", () => {
  it("put schools together that no condition tells apart, and keep the others apart", () => {
    const schools = classes.get("school") ?? [];
    const of = (...ids: string[]) => schools.filter((one) => ids.includes(String(one)));
    expect(of("专科", "本科", "研究生")).toHaveLength(1);
    expect(of("成人高等教育", "境外学历")).toHaveLength(1);
    expect(of("技工院校高级工班")).toHaveLength(1);
    expect(of("初中")).toHaveLength(1);
    expect(schools.length).toBeLessThan(10);
  });

  it("have none where that is an answer, and always that it is not known", () => {
    for (const question of pack.interview) {
      const found = classes.get(question.id) ?? [];
      expect([question.id, found.includes(NONE)]).toEqual([
        question.id,
        question.none !== undefined,
      ]);
      expect(found.at(-1)).toBeNull();
    }
  });
});
