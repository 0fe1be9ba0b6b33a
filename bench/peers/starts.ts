import { CONTESTANTS } from "./contestants.ts";
import { openLoad } from "./load.ts";
import { messageAt } from "./script.ts";
import { median } from "./summary.ts";

export interface Start {
  /** From the start of the process to its first reply, at the median. */
  readonly seconds: number;
}

/** Wenkao's HTTP channel by text, started anew each time. */
export async function timeStarts(redis: string, times: number): Promise<Start> {
  const wenkao = CONTESTANTS.find(({ name }) => name === "wenkao http text");
  if (!wenkao) throw new Error("bench: wenkao http text is no contestant");
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    const child = await wenkao.start({ redis, botApi: "" });
    const load = openLoad(child.url);
    const issued = await load.ask({ path: "/api/conversations", headers: {}, body: "" });
    const { token } = issued as { token: string };
    await load.ask(wenkao.request({ id: 1, token }, 1, messageAt(1)));
    took.push((performance.now() - start) / 1000);
    await load.close();
    await child.end();
  }
  return { seconds: median(took) };
}
