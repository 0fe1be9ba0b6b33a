import { getAdjacencyMap, getShortestPaths, getStateNodes } from "xstate/graph";
import { describe, expect, test } from "vitest";
import { stateName } from "../../src/dialog-state.ts";
import { EVENTS, dialog, pendingQuestion, step } from "./small-dialog.ts";

const nodes = getStateNodes(dialog);
const reached = Object.values(getAdjacencyMap(dialog, { events: EVENTS }));

describe("the dialog's states", () => {
  const waiting = nodes.filter(({ type, always }) => type === "atomic" && !always?.length);

  test("each is reached where it can stand, and only those", () => {
    const stood = reached
      .flatMap(({ state }) => state._nodes)
      .filter((node) => node.type === "atomic");
    expect(new Set(stood.map(({ id }) => id))).toEqual(new Set(waiting.map(({ id }) => id)));
  });

  test("one that is passed through always leads on", () => {
    const passing = nodes.filter(({ always }) => always?.length);
    expect(passing.map(({ key }) => key)).toEqual(["deciding", "deciding"]);
    for (const { always } of passing) expect(always?.at(-1)?.guard).toBeUndefined();
  });

  test("none starts something of its own or waits for a time", () => {
    expect(nodes.length).toBeGreaterThan(10);
    for (const { invoke, after, config } of nodes) {
      expect(invoke).toEqual([]);
      expect(after).toEqual([]);
      expect(Object.keys(config)).not.toContain("invoke");
    }
  });
});

describe("every path through the dialog", () => {
  test("the shortest to each state ends with something said", () => {
    const paths = getShortestPaths(dialog, { events: EVENTS }).filter(({ weight }) => weight > 0);
    expect(paths.length).toBeGreaterThan(100);
    for (const { state, steps } of paths) {
      const [before, last] = steps.slice(-2);
      if (!before || !last) throw new Error("a path without a last step");
      const { next, says } = step(before.state, last.event);
      expect(stateName(next)).toBe(stateName(state));
      expect(says, stateName(before.state)).not.toEqual([]);
    }
  });

  test("whatever is heard in any state, something is said", () => {
    const silent = eachStep().filter(({ says }) => says.length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("where a question is open and nothing else is, it is the last thing said", () => {
    const left = eachStep().filter(({ next, says }) => {
      const pending = pendingQuestion(next);
      const last = says.at(-1);
      return (
        pending !== undefined &&
        next.value.aside === "quiet" &&
        !(last?.say === "question" && last.question === pending)
      );
    });
    expect([...new Set(left.map(({ name }) => name))]).toEqual([]);
  });

  test("nothing is deleted but after the question whether it should be", () => {
    const erasing = eachStep().filter(({ erases }) => erases);
    expect(erasing.length).toBeGreaterThan(0);
    for (const { state, event, next } of erasing) {
      expect([state.value.aside, event.type]).toEqual(["forgetting", "CONFIRM"]);
      expect(next.context.facts).toEqual({});
    }
  });
});

function eachStep() {
  return reached.flatMap(({ state }) =>
    EVENTS.map((event) => ({
      name: `${event.type} in ${stateName(state)}`,
      state,
      event,
      ...step(state, event),
    })),
  );
}
