import { expect, test } from "vitest";
import { pack } from "../../quanmeiti-pack.ts";
import { assistant, candidate } from "../../quanmeiti-assistant.ts";
import { jsonOf, useServer } from "./served.ts";

const { get } = useServer();

test("each clause is told with its summary, and the notice with its title and links", async () => {
  const response = await get("/api/clauses");
  expect(response.status).toBe(200);
  const { notice, clauses } = await jsonOf(response);
  expect(notice).toEqual({
    title: pack.meta.title,
    issuer: "上海市多媒体行业协会",
    links: Object.values(pack.links).map(({ label, url }) => ({ label, url })),
  });
  expect(clauses).toHaveLength(Object.keys(pack.clauses).length);
  expect(clauses).toContainEqual({ clause: "四(三)", summary: pack.clauses["四(三)"] });
});

test("they may be kept for an hour, as nothing else of the API may", async () => {
  const kept = async (route: string) => (await get(route)).headers.get("cache-control");
  expect(await kept("/api/clauses")).toBe("public, max-age=3600");
  expect(await kept("/api/conversation")).toBe("no-store");
  expect(await kept("/api/nothing")).toBe("no-store");
});

test("every clause that a reply rests on is among them", () => {
  const known = assistant.clauses.clauses.map(({ clause }) => clause);
  for (const text of ["三级多少钱", "5月报名什么时候考", "手机响了怎么办", "作弊会怎么样"])
    for (const { sources } of candidate().say(text).replies)
      for (const clause of sources) expect(known).toContain(clause);
});
