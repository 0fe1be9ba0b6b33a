import type { Reply } from "../../message.ts";
import { type Fault, RequestFault, faultOfStatus } from "./fault.ts";
import type { Identity } from "./identity.ts";

export type Body = { readonly text: string } | { readonly choice: string };

export interface Answer {
  readonly state: string;
  readonly replies: readonly Reply[];
}

export interface Clauses {
  readonly notice: {
    readonly title: string;
    readonly links: readonly { readonly label: string; readonly url: string }[];
  };
  readonly clauses: readonly { readonly clause: string; readonly summary: string }[];
}

/** The server as the page sees it. Each call may throw {@link RequestFault}. */
export interface Api {
  /** @param key the same key again gets the same answer and changes nothing */
  readonly say: (body: Body, key: string) => Promise<Answer>;
  /** Where the conversation stands. */
  readonly last: () => Promise<Answer & { readonly facts: Readonly<Record<string, unknown>> }>;
  readonly forget: () => Promise<void>;
  readonly clauses: () => Promise<Clauses>;
}

/** Milliseconds after which a request is given up. */
const GIVEN_UP = 20_000;

export function createApi(identity: Identity): Api {
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const own = await reach(() => identity.headers());
    const headers = { ...own, ...(init.headers as Record<string, string> | undefined) };
    const response = await reach(() =>
      inTime((signal) => fetch(path, { ...init, headers, signal })),
    );
    if (response.ok) return response;
    const fault = faultOfStatus(response.status);
    if (fault === "expired") identity.renew();
    throw new RequestFault(fault, { retryAfter: secondsIn(response) });
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await request(path, init);
    return (await reach(() => response.json())) as T;
  };
  let clauses: Promise<Clauses> | undefined;
  return {
    say: (body, key) =>
      json<Answer>("/api/turns", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(body),
      }),
    last: () => json("/api/conversation"),
    forget: async () => void (await request("/api/conversation", { method: "DELETE" })),
    clauses() {
      clauses ??= json<Clauses>("/api/clauses").catch((error: unknown) => {
        clauses = undefined; // the next tap asks again
        throw error;
      });
      return clauses;
    },
  };
}

async function inTime<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), GIVEN_UP);
  try {
    return await call(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

function secondsIn({ headers }: Response): number {
  const after = Number(headers.get("retry-after"));
  return Number.isFinite(after) ? after : 0;
}

/** @throws {RequestFault} in place of what fetch throws, which tells no reason */
async function reach<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof RequestFault) throw cause;
    throw new RequestFault(unreached(cause), { cause });
  }
}

function unreached(cause: unknown): Fault {
  if (cause instanceof DOMException && cause.name === "AbortError") return "slow";
  return navigator.onLine ? "unreached" : "offline";
}
