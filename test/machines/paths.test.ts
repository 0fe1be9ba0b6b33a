import { getAdjacencyMap, getShortestPaths, getStateNodes } from "xstate/graph";
import { describe, expect, test } from "vitest";
import { type DialogSnapshot, stateName } from "../../src/dialog-state.ts";
import { EVENTS, dialog, isInOrder, pendingQuestion, step } from "./small-dialog.ts";

const nodes = getStateNodes(dialog);
/** What was taken back and could be again has no end: states that differ in it alone are one. */
const serializeState = ({ value, context }: DialogSnapshot): string =>
  JSON.stringify([value, { ...context, past: undefined }, Object.keys(context.facts)]);
const walk = { events: EVENTS, filterEvents: isInOrder, serializeState };
const reached = Object.values(getAdjacencyMap(dialog, walk)).map(({ state }) => state);
/** Everything that can be heard in every state that can be reached. */
const steps = reached.flatMap((state) =>
  EVENTS.map((event) => ({
    heard: `${event.type} in ${stateName(state)}`,
    state,
    event,
    ...step(state, event),
  })),
);

describe("the dialog's states", () => {
  const waiting = nodes.filter(({ type, always }) => type === "atomic" && !always?.length);

  test("each is reached where it can stand, and only those", () => {
    const stood = reached.flatMap((state) => {
      const [task, aside = "quiet"] = stateName(state).split("+");
      return [task, aside];
    });
    expect(new Set(stood)).toEqual(new Set(waiting.map(({ path }) => path.slice(1).join("."))));
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
    const paths = getShortestPaths(dialog, walk).filter(({ weight }) => weight > 0);
    expect(paths.length).toBeGreaterThan(100);
    const silent = paths.filter((path) => {
      const [before, last] = path.steps.slice(-2);
      if (!before || !last) throw new Error("a path without a last step");
      const { next, says } = step(before.state, last.event);
      expect(stateName(next)).toBe(stateName(path.state));
      return says.length === 0;
    });
    expect(silent.map((path) => path.steps.map(({ event }) => event.type))).toEqual([]);
  });

  test("whatever is heard in any state, something is said", () => {
    const silent = steps.filter(({ says }) => says.length === 0);
    expect(silent.map(({ heard }) => heard)).toEqual([]);
  });

  test("where a question is open and nothing else is, it is the last thing said", () => {
    const left = steps.filter(({ next, says }) => {
      const pending = pendingQuestion(next);
      const last = says.at(-1);
      return (
        pending !== undefined &&
        next.value.aside === "quiet" &&
        !(last?.say === "question" && last.question === pending)
      );
    });
    expect([...new Set(left.map(({ heard }) => heard))]).toEqual([]);
  });

  test("nothing is deleted but after the question whether it should be", () => {
    const erasing = steps.filter(({ erases }) => erases);
    expect(erasing.length).toBeGreaterThan(0);
    for (const { state, event, next } of erasing) {
      expect([state.value.aside, event.type]).toEqual(["forgetting", "CONFIRM"]);
      expect(next.context.facts).toEqual({});
    }
  });
});
