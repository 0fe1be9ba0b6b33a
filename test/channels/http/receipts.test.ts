import { pino } from "pino";
import { beforeEach, describe, expect, test } from "vitest";
import { createAssistant } from "../../../src/assistant.ts";
import { createReceipts } from "../../../src/receipt.ts";
import { sheetSchema } from "../../../src/sheet.ts";
import { AT } from "../../quanmeiti-assistant.ts";
import { learned, names, pack } from "../../quanmeiti-pack.ts";
import { SECRET, expectProblem, jsonOf, useServer } from "./served.ts";

const SITE = "https://wenkao.example";
const FACTS = {
  target: "四级",
  school: "专科",
  status: "final_year",
  major: "电子商务",
  age: [276],
};
const CODE = createReceipts({ pack, names, secret: SECRET }).issue(FACTS, "2026-05-20");

const { serve, get, post } = useServer();
const assistantOf = (of = pack) =>
  createAssistant({ pack: of, learned }, () => AT, { secret: SECRET, site: () => SITE });
const { receipts } = assistantOf();

let there = "";
let log = "";
beforeEach(async () => {
  log = "";
  const logger = pino({ level: "trace" }, { write: (line: string) => void (log += line) });
  there = await serve({ receipts, now: () => AT, logger });
});
const openCode = (code: unknown, at = there) =>
  post("/api/receipt", JSON.stringify({ code }), {}, at);

describe("POST /api/receipt", () => {
  test("opens a receipt: days and versions, what was told, every condition with its clause, the link", async () => {
    const response = await openCode(CODE);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const sheet = sheetSchema.parse(await response.json());
    expect(sheet).toMatchObject({
      issued: "2026-05-20",
      until: "2026-12-31",
      pack: { id: "quanmeiti-2026", version: 1 },
      version: 1,
      link: `${SITE}/r#${CODE}`,
    });
    expect(sheet.facts).toContainEqual({ id: "major", label: "专业", value: "电子商务" });
    expect(sheet.levels).toMatchObject([{ level: "四级", verdict: "eligible" }]);
    expect(sheet.levels[0]?.conditions.map(({ clause, grade }) => `${clause} ${grade}`)).toEqual([
      "附件1 四级(1) unmet",
      "附件1 四级(2) unmet",
      "附件1 四级(3) met",
    ]);
    expect(sheet.notes.at(-1)).toContain(String(pack.facts["phone"]?.value));
  });

  test("refuses what was altered, is over, or is no code, in the words of the pack", async () => {
    const { unclear_receipt_tampered: tampered, unclear_receipt_expired: over } = pack.wording;
    for (const code of [`${CODE}A`, CODE.slice(1), "", "<b>"])
      expect(await expectProblem(await openCode(code), 422)).toBe(tampered);
    const later = await serve({ receipts, now: () => ({ date: "2027-01-01", time: "00:00" }) });
    expect(await expectProblem(await openCode(CODE, later), 422)).toBe(over);
    for (const body of ["{}", `{"code":1}`, `{"code":"a","b":1}`])
      await expectProblem(await post("/api/receipt", body, {}, there), 400);
    await expectProblem(await openCode("a".repeat(2001)), 400);
    await expectProblem(await openCode("a".repeat(200_000)), 413);
  });

  test("says what the rules moved since", async () => {
    const moved = await serve({ receipts: assistantOf(longerWork()).receipts, now: () => AT });
    const { issue } = createReceipts({ pack, names, secret: SECRET });
    const told = { target: "四级", age: "over", occupation: "own", work_years: [66, 66] };
    const rest = { school: "初中", certificate: "none", title: "none" };
    const code = issue({ ...told, ...rest }, "2026-05-20");
    const sheet = sheetSchema.parse(await (await openCode(code, moved)).json());
    expect([sheet.pack.version, sheet.version]).toEqual([1, 2]);
    expect(sheet.moved.join("\n")).toContain("附件1 四级(1)：✓ 符合 → ✗ 不符合");
  });

  test("is described", async () => {
    const api = await jsonOf(await get("/openapi.json", {}, there));
    expect(api).toMatchObject({
      paths: {
        "/api/receipt": { post: { requestBody: {}, responses: { "200": {}, default: {} } } },
      },
    });
  });

  test("leaves the code in no log and no metric", async () => {
    await openCode(CODE);
    await openCode(`${CODE}A`);
    const metrics = await (await get("/metrics", {}, there)).text();
    expect(metrics).toContain('route="/api/receipt",status="422"');
    expect(metrics + log).not.toContain(CODE.slice(0, 8));
  });
});

describe("GET /r", () => {
  test("is a page that knows no code, keeps nothing and tells nobody", async () => {
    const page = await get("/r", {}, there);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self';/);
    const html = await page.text();
    for (const [, path = ""] of html.matchAll(/(?:src|href)="([^"]+)"/gu))
      expect([path, (await get(path, {}, there)).status]).toEqual([path, 200]);
    expect(html).toContain(`<h1>${pack.wording.sheet_title}</h1>`);
  });
});

/** A later version, in which level four takes six years of work. */
function longerWork(): typeof pack {
  const conditions = pack.eligibility.conditions.map((one) =>
    one.id === "四级(1)" && "work" in one.requires
      ? { ...one, requires: { work: { ...one.requires.work, years: 6 } } }
      : one,
  );
  const meta = { ...pack.meta, version: 2 };
  return { ...pack, meta, eligibility: { ...pack.eligibility, conditions } };
}
