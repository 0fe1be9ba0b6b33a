import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { PROBLEM_TYPE, problemDocument } from "./problems.ts";

/** For the whole of a request to come, its body too: slow phones do that in seconds, and it frees what trickles. */
const REQUEST_TIMEOUT_MS = 30_000;
/** For the head of a request; also for a connection on which nothing ever comes. */
const HEADERS_TIMEOUT_MS = 10_000;
/** How often both are looked after; Node's own 30 s would double them. */
const CHECK_MS = 2_000;
/** Longer than proxies keep theirs, so that none sends a request into a connection that we just end. */
const KEEP_ALIVE_MS = 72_000;
/** For an answer of which a client reads no more; Node notices the second time. The longest turn takes less. */
const UNREAD_MS = 60_000;
/** Below what a process may have open where `LimitNOFILE` is 20,000; more are ended at once. */
export const MOST_CONNECTIONS = 16_000;

/** For Fastify: none who is slow, by accident or on purpose, holds a connection for long. */
export const TIME_LIMITS = {
  connectionTimeout: UNREAD_MS,
  requestTimeout: REQUEST_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_MS },
} as const;

/** A connection that is kept for further requests would keep the process for a minute and more. */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => void (closing = true));
  app.addHook("onSend", (_, reply, _payload, done) => {
    if (closing) reply.header("connection", "close");
    done();
  });
}

/** Answers what is not even HTTP, for which there is no request yet. */
export function refuseMalformed(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [line, status] = MALFORMED[error.code ?? ""] ?? ["400 Bad Request", 400];
  const body = problemDocument(status, "This is not a request that HTTP/1.1 allows.");
  const head = [
    `HTTP/1.1 ${line}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${body.length}`,
  ];
  socket.end([...head, "Connection: close", "", body].join("\r\n"));
}

const MALFORMED: Readonly<Record<string, readonly [line: string, status: number]>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", 431],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", 408],
};
