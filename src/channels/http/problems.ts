import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  BusyError,
  InvalidProfile,
  KeyReusedError,
  LaunchRefused,
  ReceiptRefused,
} from "../../refusals.ts";
import { StoreError } from "../../store/store.ts";

/** A fault as RFC 9457 writes it. */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string().describe("the name of the status"),
    status: z.int(),
    detail: z.string().describe("what is wrong and what to do, for developers"),
  })
  .describe("fault");

export const PROBLEM_TYPE = "application/problem+json";

/** Thrown anywhere while a request is served, it becomes the answer. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail what is wrong and what to do; the client sees it */
  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

/** Answers with the problem that an error stands for; what is our fault is logged and not told. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, message, headers } = problemOf(error);
  // a store that is away fails every request, and is logged where it is observed
  if (status === 500) request.log.error({ err: error, route: request.routeOptions.url }, message);
  reply.code(status).headers(headers).type(PROBLEM_TYPE);
  void reply.send(problemDocument(status, message));
}

/** The document as a string, so that no response schema is applied to it. */
export function problemDocument(status: number, detail: string): string {
  const title = STATUS_CODES[status] ?? "Error";
  return JSON.stringify({ type: "about:blank", title, status, detail } satisfies z.infer<
    typeof problemSchema
  >);
}

/** Seconds after which a store that could not serve, or a busy conversation, is worth another try. */
const STORE_RETRY_SECONDS = "5";
const BUSY_RETRY_SECONDS = "1";

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof KeyReusedError) return new Problem(409, REUSED);
  if (error instanceof InvalidProfile || error instanceof ReceiptRefused)
    return new Problem(422, error.message);
  if (error instanceof LaunchRefused)
    return new Problem(401, error.message, { "www-authenticate": CHALLENGE });
  if (error instanceof BusyError)
    return new Problem(503, BUSY, { "retry-after": BUSY_RETRY_SECONDS });
  if (error instanceof StoreError)
    return new Problem(503, DOWN, { "retry-after": STORE_RETRY_SECONDS });
  return refusedByFastify(error) ?? new Problem(500, "This is our fault; it has been logged.");
}

/** What every 401 has to carry: how to say who one is. */
export const CHALLENGE = 'Bearer realm="wenkao"';
const REUSED =
  "This Idempotency-Key was used for another message; use a new key for a new message.";
const BUSY = "Other messages of this conversation came first; nothing was applied, send it again.";
const DOWN =
  "Conversations cannot be stored now; send it again later, with the same Idempotency-Key if it had one.";

/** Malformed JSON, a body too large, a wrong media type and the like: Fastify's words are fit to be told. */
function refusedByFastify(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("statusCode" in error)) return undefined;
  const { code, statusCode: status, message } = error;
  const known = typeof code === "string" && code.startsWith("FST_ERR_");
  if (!known || typeof status !== "number" || status < 400 || status >= 500) return undefined;
  return new Problem(status, message);
}
