import { appendFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { makeRoom, run } from "../wenkao-process.ts";

let room: Awaited<ReturnType<typeof makeRoom>>;
beforeAll(async () => void (room = await makeRoom()));
afterAll(() => room.remove());

describe("check", () => {
  test("says ok and ends with 0 where a pack has no fault", async () => {
    expect(await run(["check"], room.path)).toEqual({ code: 0, stdout: "ok\n", stderr: "" });
  });

  test("lists every fault as file:line:column message (what to do) and ends with 1", async () => {
    const broken = join(room.path, "broken");
    await cp(PACK_DIRECTORY, broken, { recursive: true });
    await change(broken, "timetable.yaml", /^.*month: 6,.*\n/mu, "");
    await change(broken, "answers/fee.yaml", "[二(四)2]", "[二(九)9]");
    await change(broken, "answers/fee.yaml", "fee.difference, registration.how", "fee.gone");
    await change(broken, "wording.yaml", /^greeting:.*\n/mu, "");
    await appendFile(join(broken, "wording.yaml"), "nobody_reads_this: 一句话\n");
    const { code, stdout, stderr } = await run(["check", broken], room.path);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(6);
    expectFaults(stdout, broken, {
      "wording.yaml": ["greeting", "nobody_reads_this"],
      "timetable.yaml": ["month 6"],
      "answers/fee.yaml": ['no clause "二(九)9"', "does not name 二(四)2", "fee.gone"],
    });
    expect(await run(["check", "--pack", broken], room.path)).toEqual({ code, stdout, stderr });
  });

  test("names a folder that is no pack", async () => {
    const { code, stdout } = await run(["check", join(room.path, "nowhere")], room.path);
    expect(code).toBe(1);
    expectFaults(stdout, join(room.path, "nowhere"), { "pack.yaml": ["cannot be read"] });
  });
});

/** Each line has its place and its remedy, and each word wanted stands in a fault of its file. */
function expectFaults(stdout: string, pack: string, wanted: Record<string, string[]>): void {
  const lines = stdout.trimEnd().split("\n");
  for (const line of lines) {
    expect(line.startsWith(`${pack}/`)).toBe(true);
    expect(line.slice(pack.length)).toMatch(/^\/[\w/]+\.yaml:[1-9]\d*:[1-9]\d* .+ \(.+\)$/u);
  }
  for (const [file, words] of Object.entries(wanted))
    for (const word of words) {
      const found = lines.filter((line) => line.startsWith(`${join(pack, file)}:`));
      expect(found.join("\n")).toContain(word);
    }
}

async function change(
  pack: string,
  file: string,
  from: string | RegExp,
  to: string,
): Promise<void> {
  const path = join(pack, file);
  const before = await readFile(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}
