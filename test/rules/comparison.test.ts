import { describe, expect, it } from "vitest";
import type { Pack } from "../../src/knowledge/pack.ts";
import type { EligibilityRules } from "../../src/knowledge/schemas/eligibility.ts";
import { comparePacks } from "../../src/rules/comparison.ts";
import { pack } from "../quanmeiti-pack.ts";

function changed(change: (rules: EligibilityRules) => EligibilityRules): Pack {
  return { ...pack, eligibility: change(structuredClone(pack.eligibility)) };
}

describe("the comparison of two packs", () => {
  it("counts apart where a rule came to something else and no verdict did", () => {
    const twice = changed(({ conditions, ...rest }) => ({
      ...rest,
      conditions: [
        ...conditions,
        ...conditions.slice(0, 1).map((one) => ({ ...one, id: "四级(9)" })),
      ],
    }));
    const found = comparePacks(pack, twice);
    expect(found).toMatchObject({ changed: 0, moves: [], gone: [], added: [] });
    expect(found.rulesOnly).toBe(found.situations);
  });

  it("names the rules that only the pack before had", () => {
    const without = changed(({ conditions, ...rest }) => ({
      ...rest,
      conditions: conditions.filter(({ id }) => id !== "四级(1)"),
    }));
    const { moves } = comparePacks(pack, without);
    expect(moves.map(({ level, to }) => `${level} ${to}`)).toContain("四级 not_eligible");
    for (const { cases } of moves)
      for (const { clauses } of cases) expect(clauses).toEqual(["附件1 四级(1)"]);
  });

  it("leaves out a level that only one of them has", () => {
    const levels = pack.projects.levels.filter(({ id }) => id !== "三级");
    const one: Pack = { ...pack, projects: { ...pack.projects, levels } };
    expect(comparePacks(pack, one)).toMatchObject({ changed: 0, gone: ["三级"], added: [] });
    expect(comparePacks(one, pack)).toMatchObject({ changed: 0, gone: [], added: ["三级"] });
  });

  it("takes what another pack's question calls by another name", () => {
    const interview = pack.interview.map((one) =>
      one.id === "school" ? { ...one, id: "education" } : one,
    );
    expect(comparePacks(pack, { ...pack, interview })).toMatchObject({ changed: 0, rulesOnly: 0 });
  });
});
