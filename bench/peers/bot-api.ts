import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A Bot API that agrees to everything as quickly as it can, for all contestants in one process. */
const ME = { id: 42, is_bot: true, first_name: "Bench", username: "bench_bot" };
const chat = { id: 1, type: "private", first_name: "某" };
const SENT = { message_id: 1, from: ME, chat, date: 1_779_242_400, text: "…" };
const RESULTS: Readonly<Record<string, object>> = { getMe: ME, sendMessage: SENT };

const server = createServer((request, response) => {
  const method = request.url?.split("/").at(-1) ?? "";
  const answer = JSON.stringify({ ok: true, result: RESULTS[method] ?? true });
  request.resume().once("end", () => {
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`serving on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
