import { Pool } from "undici";
import type { Request } from "./requests.ts";

/** Requests in hand at any time, each on a kept connection. */
const AT_ONCE = 32;

/** What one stretch took. */
interface Took {
  readonly seconds: number;
  /** Of each request, in ms. */
  readonly latencies: readonly number[];
}

/** The load on one contestant. */
export interface Load {
  /** Sends all, and waits for all. @throws {Error} for any answer but 200 or 201 */
  send(requests: readonly Request[]): Promise<Took>;
  /** @returns the answer, in JSON */
  ask(request: Request): Promise<unknown>;
  close(): Promise<void>;
}

export function openLoad(url: string): Load {
  const pool = new Pool(url, { connections: AT_ONCE, pipelining: 1, keepAliveTimeout: 600_000 });
  async function ask({ path, headers, body }: Request): Promise<string> {
    const answer = await pool.request({ method: "POST", path, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode > 201) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
    return text;
  }
  return {
    async send(requests) {
      const latencies: number[] = [];
      let next = 0;
      const start = performance.now();
      const worker = async (): Promise<void> => {
        for (let request = requests[next++]; request; request = requests[next++]) {
          const sent = performance.now();
          await ask(request);
          latencies.push(performance.now() - sent);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return { seconds: (performance.now() - start) / 1000, latencies };
    },
    ask: async (request) => JSON.parse(await ask(request)) as unknown,
    close: () => pool.close(),
  };
}
