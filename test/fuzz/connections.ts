import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { NODE_FLAGS } from "../../bench/node-flags.ts";
import { candidate } from "../commands/serving.ts";
import { listen, makeRoom, start } from "../wenkao-process.ts";

/**
 * `npm run fuzz:connections`: 10,000 connections on which nothing comes, 200 on which a head trickles and 200
 * on which a body does, and 20 that read no answer, while others are served; fails where one of those waits for a
 * second, or where what is slow is not ended in time. It needs some 10,500 files to be open in this process.
 */
const IDLE = 10_000;
const TRICKLING = 200;
const UNREAD = 20;
const TURNS = 200;
/** Seconds: what the server's time limits come to, with the time that passes until it looks. */
const ENDED_WITHIN = 40;
/** For what is not read: the server looks once for whether anything moves, and ends it the next time. */
const UNREAD_ENDED_WITHIN = 125;
const SERVED_WITHIN_MS = 1000;

const room = await makeRoom();
const settings = {
  PORT: "0",
  LOG_LEVEL: "info",
  RATE_LIMIT_ADDRESS: "0",
  RATE_LIMIT_CONVERSATION: "0",
  NODE_OPTIONS: NODE_FLAGS.join(" "),
};
const server = start(["serve"], room.path, settings);
try {
  const origin = await listen(server)(/on (http:\/\/127\.0\.0\.1:\d+)"/u);
  const port = Number(new URL(origin).port);
  const before = { ...(await serve(origin)), memory: await memoryOf(origin) };
  const held = await open(port);
  const unread = await Promise.all(Array.from({ length: UNREAD }, () => unreading(port)));
  const since = performance.now();
  const during = { ...(await serve(origin)), memory: await memoryOf(origin) };
  const alive = held.filter((socket) => !socket.closed).length;
  const limit = since + ENDED_WITHIN * 1000;
  while (held.some((socket) => !socket.closed) && performance.now() < limit) await pause(200);
  const left = held.filter((socket) => !socket.closed).length;
  const after = { ...(await serve(origin)), memory: await memoryOf(origin) };
  console.log("                      turns, ms: median    most   memory, MB");
  for (const [name, { median, most, memory }] of Object.entries({ before, during, after }))
    console.log(
      `${name.padEnd(22)}${[median, most, memory].map((n) => n.toFixed(1).padStart(12)).join("")}`,
    );
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  console.log(
    `${held.length} slow connections, ${alive} of them open while others were served; ${left} left after ${seconds} s`,
  );
  await pause(since + UNREAD_ENDED_WITHIN * 1000 - performance.now());
  for (const socket of unread) socket.resume(); // only now can it be seen that it was ended
  await pause(2000);
  const still = unread.filter((socket) => !socket.closed).length;
  console.log(`${unread.length} read no answer; ${still} left after ${UNREAD_ENDED_WITHIN} s`);
  if (left + still > 0 || during.most > SERVED_WITHIN_MS) process.exitCode = 1;
  for (const socket of [...held, ...unread]) socket.destroy();
} finally {
  server.kill("SIGKILL");
  await once(server, "exit");
  await room.remove();
}

async function open(port: number): Promise<Socket[]> {
  const held: Socket[] = [];
  for (let batch = 0; batch < IDLE / 200; batch++)
    held.push(...(await Promise.all(Array.from({ length: 200 }, () => connected(port)))));
  for (let at = 0; at < TRICKLING; at++) {
    held.push(await trickling(port, "GET /api/clauses HTTP/1.1\r\nHost: a\r\nX: "));
    const head =
      "POST /api/turns HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    held.push(await trickling(port, head));
  }
  return held;
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {}); // it is ended by the server, which is what this is about
  socket.resume();
  await once(socket, "connect");
  return socket;
}

/** Asks for more than a connection takes in by itself, some 4 MB of 37 kB each. */
async function unreading(port: number): Promise<Socket> {
  const socket = await connected(port);
  socket.pause();
  socket.write("GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200));
  return socket;
}

/** A byte a second. */
async function trickling(port: number, begun: string): Promise<Socket> {
  const socket = await connected(port);
  socket.write(begun);
  const timer = setInterval(() => void (socket.writable && socket.write("a")), 1000).unref();
  socket.once("close", () => clearInterval(timer));
  return socket;
}

/** Milliseconds of turns one after the other. */
async function serve(origin: string): Promise<{ median: number; most: number }> {
  const times: number[] = [];
  const { say } = candidate();
  for (let turn = 0; turn < TURNS; turn++) {
    const asked = performance.now();
    await say(origin, "四级多少钱");
    times.push(performance.now() - asked);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[TURNS / 2] ?? NaN, most: sorted.at(-1) ?? NaN };
}

async function memoryOf(origin: string): Promise<number> {
  const told = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/mu.exec(told)?.[1]) / 1e6;
}
