import { describe, expect, it } from "vitest";
import { askedFor, factIds, listOf } from "../../src/rules/asked.ts";
import { MOST_THINGS } from "../../src/rules/facts.ts";
import { pack } from "../quanmeiti-pack.ts";

const { interview } = pack;

describe("what a fact is asked by", () => {
  it("is its question, for the first of its kind", () => {
    const asked = askedFor(interview, "school");
    expect(asked).toMatchObject({ place: 0, question: { id: "school" } });
    expect(asked?.label).toBe(asked?.question.label);
    expect(asked?.of).toBeUndefined();
  });

  it("is whether there is another one, for a further thing", () => {
    const asked = askedFor(interview, "school.2");
    expect(asked).toMatchObject({ place: 1, question: { id: "school" } });
    expect(asked?.ask).toBe(asked?.question.another?.ask);
    expect(asked?.none).toBe(asked?.question.another?.none);
  });

  it("names the thing that a further detail is about", () => {
    expect(askedFor(interview, "major.3")).toMatchObject({ place: 2, of: "school.3" });
    expect(askedFor(interview, "work_years.2")).toMatchObject({ of: "occupation.2" });
  });

  it("is nothing for what there is one of, what is one too many, and what nobody asks for", () => {
    for (const fact of ["age.2", "title.2", "title_years.2", "school.4", "shoe_size", "school.x"])
      expect([fact, askedFor(interview, fact)]).toEqual([fact, undefined]);
  });

  it("is told for every fact that may be asked for, each once", () => {
    const facts = factIds(interview);
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts).toContain("certificate_years.3");
    expect(facts).not.toContain(`school.${MOST_THINGS + 1}`);
    for (const fact of facts) expect([fact, askedFor(interview, fact)]).not.toContain(undefined);
  });
});

describe("the list of a question", () => {
  it("stands before the dot of its fact", () => {
    const lists = interview.map((question) => [question.id, listOf(question)]);
    expect(Object.fromEntries(lists)).toMatchObject({
      age: undefined,
      major: "diplomas",
      occupation: "work",
      certificate_years: "certificates",
      title: "titles",
    });
  });
});
