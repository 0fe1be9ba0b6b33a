import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SAVE } from "../../src/store/redis/scripts.ts";

/**
 * Where in a save something happens: before Redis got it, when it got half of it, when it got it
 * whole and has not answered, when it has done it and the answer is on its way.
 */
export const POINTS = ["before", "half", "sent", "after"] as const;
type Point = (typeof POINTS)[number];

/** Stands between a server and Redis. */
export interface RedisProxy {
  readonly url: string;
  /** When the next save is there, `act` is done and its connection is cut. Resolves when that has happened. */
  cutAt(point: Point, act?: () => void): Promise<void>;
  /** @param delay ms from now on for all that Redis says, or for what it says to replicas alone */
  slow(delay: number, toWhom?: "all" | "replicas"): void;
  close(): Promise<void>;
}

interface Armed {
  readonly point: Point;
  readonly happen: () => void;
}

/** @param port of Redis on loopback */
export async function startProxy(port: number): Promise<RedisProxy> {
  const open = new Set<Socket>();
  let armed: Armed | undefined;
  let delay = 0;
  let whom: "all" | "replicas" = "all";

  const join = (client: Socket): void => {
    const redis = connect(port, "127.0.0.1");
    let atAnswer: (() => void) | undefined;
    let said = Promise.resolve();
    let late = 0;
    let isReplica = false;
    const cut = (): void => {
      client.destroy();
      redis.destroy();
    };
    for (const socket of [client, redis]) {
      open.add(socket.setNoDelay());
      socket.on("error", cut).on("close", () => {
        open.delete(socket);
        cut();
      });
    }
    client.on("data", (asked: Buffer) => {
      isReplica ||= asked.includes("PSYNC");
      if (armed === undefined || !asked.includes(SAVE.sha)) return void redis.write(asked);
      const { point, happen } = armed;
      const end = (): void => {
        happen();
        cut();
      };
      if (point === "before") end();
      if (point === "half") redis.write(asked.subarray(0, Math.floor(asked.length / 2)), end);
      if (point === "sent") redis.write(asked, end);
      if (point === "after") {
        atAnswer = end;
        redis.write(asked);
      }
      armed = undefined;
    });
    redis.on("data", (answer: Buffer) => {
      if (atAnswer) return atAnswer();
      const mine = whom === "all" || isReplica ? delay : 0;
      if (mine === 0 && late === 0) return void client.write(answer);
      // in the order in which it was said, even when what comes now is no longer late
      late += 1;
      const before = said;
      said = (async () => {
        await Promise.all([before, pause(mine)]);
        late -= 1;
        client.write(answer);
      })();
    });
  };

  const server = createServer(join).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${own}`,
    cutAt: (point, act = () => {}) =>
      new Promise((resolve) => {
        const happen = (): void => {
          act();
          resolve();
        };
        armed = { point, happen };
      }),
    slow(ms, to = "all") {
      delay = ms;
      whom = to;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
