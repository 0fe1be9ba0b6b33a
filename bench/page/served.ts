import { once } from "node:events";
import { listen, makeRoom, start } from "../../test/wenkao-process.ts";

/** The real server on loopback, with an empty embedded store. */
export interface Served {
  readonly origin: string;
  /** Ends it and takes away what it stored. */
  readonly stop: () => Promise<void>;
}

/** Starts it on a fixed day, so that what it answers does not change. */
export async function serveFresh(): Promise<Served> {
  const room = await makeRoom();
  const child = start(["serve", "--now", "2026-05-20T10:00"], room.path, { PORT: "0" });
  child.stdout.resume();
  const origin = await listen(child)(/"serving [^"]* on (http:\/\/127\.0\.0\.1:\d+)"/u);
  return {
    origin,
    async stop() {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
      await room.remove();
    },
  };
}
