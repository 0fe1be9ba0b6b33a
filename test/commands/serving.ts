import { afterAll, afterEach, beforeAll } from "vitest";
import { z } from "zod";
import { type Ended, type Wenkao, ended, listen, makeRoom, start } from "../wenkao-process.ts";

/** `wenkao serve` as a process of its own, on a free port. */
export interface Serving {
  readonly origin: string;
  readonly child: Wenkao;
  /** Its end, however it comes. */
  readonly end: Promise<Ended>;
  /** Waits for a line of its log. */
  heard(what: RegExp): Promise<string>;
}

/**
 * Gives a file a folder, and ends what it started.
 * @param until the end of each test, or of all
 */
export function useServing(until: "each" | "all" = "each") {
  let room: Awaited<ReturnType<typeof makeRoom>>;
  const running: Wenkao[] = [];
  beforeAll(async () => void (room = await makeRoom()));
  const endAll = () => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  };
  if (until === "each") afterEach(endAll);
  afterAll(() => {
    endAll();
    return room.remove();
  });

  return async (settings: Readonly<Record<string, string>>): Promise<Serving> => {
    const child = start(["serve", "--today", "2026-05-20"], room.path, { PORT: "0", ...settings });
    running.push(child);
    const end = ended(child);
    const heard = listen(child);
    const origin = await heard(/"serving quanmeiti-2026 [^"]* on (http:\/\/127\.0\.0\.1:\d+)"/u);
    return { origin, child, end, heard };
  };
}

const turnSchema = z.object({
  state: z.string(),
  replies: z.array(z.object({ answer: z.string() })),
});

/** One candidate, who keeps the cookie wherever the next message goes. */
export function candidate() {
  let cookie = "";
  const post = async (origin: string, text: string): Promise<Response> => {
    const response = await fetch(`${origin}/api/turns`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ text }),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  return {
    post,
    forget: (origin: string) =>
      fetch(`${origin}/api/conversation`, { method: "DELETE", headers: { cookie } }),
    /** @returns what was answered, by id of the content entry */
    async say(origin: string, text: string): Promise<string[]> {
      const response = await post(origin, text);
      if (response.status !== 200) throw new Error(await response.text());
      return turnSchema.parse(await response.json()).replies.map(({ answer }) => answer);
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
