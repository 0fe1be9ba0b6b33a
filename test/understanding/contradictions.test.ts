import { describe, expect, it } from "vitest";
import { contradictions } from "../../src/understanding/contradictions.ts";
import { pack } from "../quanmeiti-pack.ts";

function withExample(id: string, example: string) {
  const answer = pack.answers.get(id);
  if (!answer) throw new Error(`no answer ${id}`);
  const changed = { ...answer, examples: [...answer.examples, example] };
  return { ...pack, answers: new Map([...pack.answers, [id, changed]]) as typeof pack.answers };
}

const [longest = ""] = (pack.answers.get("retake.fee")?.examples ?? []).toSorted(
  (a, b) => b.length - a.length,
);

describe("examples that contradict each other", () => {
  it("are none in the pack", () => {
    expect(contradictions(pack)).toEqual([]);
  });

  it.each(["呀", "？", " 呢"])("are found whatever one ends with: %s", (end) => {
    const [found] = contradictions(withExample("fee.overview", longest + end));
    expect(
      [found?.one.answer, found?.other.answer].toSorted((a = "", b = "") => a.localeCompare(b)),
    ).toEqual(["fee.overview", "retake.fee"]);
  });

  it("are none where they lead to the same answer", () => {
    expect(contradictions(withExample("retake.fee", `${longest}呀`))).toEqual([]);
  });
});
