import { appendFile, cp } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { PACK_DIRECTORY } from "../quanmeiti-pack.ts";
import { type Ended, type Wenkao, ended, makeRoom, run, start } from "../wenkao-process.ts";

const turnSchema = z.object({
  state: z.string(),
  replies: z.array(
    z.object({
      answer: z.string(),
      text: z.string(),
      choices: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
});

let room: Awaited<ReturnType<typeof makeRoom>>;
const running: Wenkao[] = [];
beforeAll(async () => void (room = await makeRoom()));
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await room.remove();
});

/** A server on any free port over the folder `data`, once it has said on standard error where it is. */
async function serve(args: readonly string[]) {
  const child = start(["serve", ...args], room.path, { PORT: "0", DATA_DIR: "data" });
  running.push(child);
  const end = ended(child);
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
  const heard = async (what: RegExp): Promise<string> => {
    for (;;) {
      const found = what.exec(log);
      if (found) return found[1] ?? found[0];
      if (child.exitCode !== null) throw new Error(`serve ended:\n${log}`);
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
  };
  const origin = await heard(/"serving quanmeiti-2026 [^"]* on (http:\/\/127\.0\.0\.1:\d+)"/u);
  return { child, end, heard, origin };
}

/** One candidate's browser: keeps the cookie. */
function candidate() {
  let cookie = "";
  return async (origin: string, body: { text: string } | { choice: string }) => {
    const response = await fetch(`${origin}/api/turns`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    expect(response.status).toBe(200);
    const { state, replies } = turnSchema.parse(await response.json());
    return { state, replies, answers: replies.map(({ answer }) => answer) };
  };
}

describe("serve", () => {
  const say = candidate();
  const other = candidate();
  let first: Ended;

  test("leads a candidate through the interview to a verdict", async () => {
    const { origin, child, end } = await serve(["--today", "2026-05-20"]);
    const opening = await say(origin, { text: "资格自测" });
    const [level4] = opening.replies[0]?.choices ?? [];
    expect((await say(origin, { choice: level4?.id ?? "" })).answers).toEqual([
      "question.occupation",
    ]);
    await say(origin, { text: "没做过" });
    await say(origin, { text: "大专" });
    await say(origin, { text: "毕业了" });
    await say(origin, { text: "电子商务" });
    const { state, replies } = await say(origin, { text: "22岁" });
    expect(state).toBe("eligibility.verdict");
    expect(replies.at(-1)?.text).toContain("附件1 四级(3)");

    const month = await other(origin, { text: "现在报几月考" });
    expect(month.replies[0]?.text).toContain("2026-05-20");
    await other(origin, { text: "三级自测" });
    expect((await other(origin, { text: "没做过" })).answers).toContain("question.school");
    child.kill("SIGTERM");
    first = await end;
  });

  test("ends with 0 at SIGTERM, and has said nothing on standard output", () => {
    expect(first).toMatchObject({ code: 0, stdout: "" });
  });

  test("goes on after a restart where each candidate was, and finishes the request in hand", async () => {
    const { origin, child, end, heard } = await serve(["--now", "2026-10-10T10:00"]);
    const kept = await other(origin, { text: "现在有人上班吗" });
    expect(kept.answers).toEqual(["contact.open_now", "question.school"]);
    expect(kept.replies[0]?.text).toContain("调休");
    expect((await say(origin, { text: "四级多少钱" })).state).toBe("eligibility.verdict");

    const body = JSON.stringify({ text: "四级多少钱" });
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    const head = [
      "POST /api/turns HTTP/1.1",
      "Host: wenkao",
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Expect: 100-continue",
      "Connection: close",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    const [proceed] = (await once(socket, "data")) as [Buffer];
    expect(proceed.toString()).toMatch(/^HTTP\/1\.1 100 /u);
    child.kill("SIGTERM");
    await heard(/stopping/u);
    socket.write(body);
    const response = await text(socket);
    expect(response).toMatch(/^HTTP\/1\.1 200 [^]*400元/u);
    expect((await end).code).toBe(0);
  });

  test("does not start with a pack that has faults, and lists all of them", async () => {
    const broken = join(room.path, "broken");
    await cp(PACK_DIRECTORY, broken, { recursive: true });
    await appendFile(join(broken, "wording.yaml"), "nobody_reads_this: 一句话\n");
    await appendFile(join(broken, "links.yaml"), "spare: { label: 无, url: 不是网址 }\n");
    await appendFile(join(broken, "desk.yaml"), "weekend: true\n");
    const { code, stdout, stderr } = await run(["serve", "--pack", broken], room.path, "", {
      PORT: "0",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const file of ["wording", "links", "desk"])
      expect(stderr).toMatch(new RegExp(`broken/${file}\\.yaml:\\d+:\\d+ .+ \\(.+\\)`, "u"));
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  test("does not start with wrong settings, and names every one of them at once", async () => {
    const wrong = { PORT: "http", PUBLIC_URL: "wenkao", SECRET: "short", LOG_LEVEL: "loud" };
    const { code, stdout, stderr } = await run(["serve"], room.path, "", wrong);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const name of Object.keys(wrong))
      expect(stderr).toMatch(new RegExp(`${name} .+; .+`, "u"));
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});
