import { readFileSync } from "node:fs";
import { getStateNodes } from "xstate/graph";
import { beforeAll, describe, expect, test } from "vitest";
import { drawDialog } from "../../docs/dialog-picture.ts";
import { dialog } from "../machines/small-dialog.ts";

const COMMITTED = new URL("../../docs/dialog.svg", import.meta.url);

describe("docs/dialog.svg", () => {
  let drawn = "";
  beforeAll(async () => void (drawn = await drawDialog()));

  test("is what the machine draws now (else: npm run diagram)", () => {
    const same = readFileSync(COMMITTED, "utf8") === drawn; // the difference would fill pages
    expect(same).toBe(true);
  });

  test("is drawn the same each time, whatever the notice asks", async () => {
    expect(await drawDialog()).toBe(drawn);
  });

  test("shows every state, inside those around it", () => {
    const titles = new Set(
      Array.from(drawn.matchAll(/<title>(.*?)<\/title>/gu), ([, name]) => name),
    );
    const nodes = getStateNodes(dialog);
    expect(nodes.length).toBeGreaterThan(10);
    for (const { id, type } of nodes)
      expect(titles).toContain(type === "atomic" ? id : `cluster ${id}`);
  });

  test("names every message that is heard, and every named guard", () => {
    const words = drawn.replace(/<[^>]*>/gu, " ");
    const transitions = getStateNodes(dialog).flatMap(({ transitions: heard, always }) =>
      [...heard.values(), always ?? []].flat(),
    );
    const heard = transitions.map(({ eventType }) => eventType).filter((name) => name !== "*");
    const guards = transitions.flatMap(({ guard }) => (typeof guard === "string" ? [guard] : []));
    for (const name of heard) expect(words).toContain(name);
    for (const name of guards) expect(words).toContain(`[${name}]`);
  });

  test("needs no font that a reader may not have", () => {
    const fonts = Array.from(drawn.matchAll(/font-family="(.*?)"/gu), ([, name]) => name);
    expect(new Set(fonts)).toEqual(new Set(["sans-serif"]));
  });
});
