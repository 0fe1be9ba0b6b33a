import { describe, expect, test } from "vitest";
import { cookieOf, expectProblem, jsonOf, useServer } from "./served.ts";

const { get, erase, post, say, stateOf } = useServer();

describe("the conversation", () => {
  test("is fresh before anything was said, and makes no cookie", async () => {
    const shown = await get("/api/conversation");
    expect(await jsonOf(shown)).toEqual({ state: "echo.0", facts: {}, replies: [] });
    expect(shown.headers.get("set-cookie")).toBeNull();
  });

  test("shows state, facts and the last replies", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    const { state, replies } = await jsonOf(await say({ text: "b" }, { cookie }));
    const shown = await get("/api/conversation", { cookie });
    expect(await jsonOf(shown)).toEqual({ state, facts: { count: 2 }, replies });
    expect(shown.headers.get("cache-control")).toBe("no-store");
  });

  test("is forgotten by DELETE, with its cookie", async () => {
    const cookie = cookieOf(await say({ text: "a" }));
    const erased = await erase({ cookie, "content-type": "application/json" });
    expect(erased.status).toBe(204);
    expect(await erased.text()).toBe("");
    expect(erased.headers.get("set-cookie")).toMatch(/^wenkao=; .*Expires=Thu, 01 Jan 1970/);
    expect(await stateOf({ cookie })).toBe("echo.0");
    expect((await erase()).status).toBe(204);
  });
});

describe("an assessment", () => {
  test("gives what the command gives", async () => {
    const assessed = await post("/api/assess", '{"facts":{"age":30}}');
    expect(await jsonOf(assessed)).toEqual({ levels: {}, facts: { age: 30 } });
  });

  test.each(["[]", "null", "1", '{"fact":1}', ""])("of %j is a problem", async (body) => {
    await expectProblem(await post("/api/assess", body), 422, /facts: missing/);
  });
});
