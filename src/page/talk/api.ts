import type { Reply } from "../../message.ts";
import { RequestFault, faultOf } from "./fault.ts";
import { request } from "./http.ts";
import type { Identity } from "./identity.ts";

export type Body = { readonly text: string } | { readonly choice: string };

export interface Answer {
  readonly state: string;
  readonly replies: readonly Reply[];
}

export interface Stand extends Answer {
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Clauses {
  readonly notice: {
    readonly title?: string;
    readonly links: readonly { readonly label: string; readonly url: string }[];
  };
  readonly clauses: readonly { readonly clause: string; readonly summary: string }[];
}

/** The server as the page sees it. Each call may throw RequestFault. */
export interface Api {
  /** @param key the same key again gets the same answer and changes nothing */
  readonly say: (body: Body, key: string) => Promise<Answer>;
  /** Where the conversation stands; undefined where none has begun. */
  readonly last: () => Promise<Stand | undefined>;
  readonly forget: () => Promise<void>;
  readonly clauses: () => Promise<Clauses>;
}

export function createApi(identity: Identity): Api {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const own = await identity.headers();
    const headers = { ...own, ...(init.headers as Record<string, string> | undefined) };
    try {
      return await request(path, { ...init, headers });
    } catch (error) {
      if (faultOf(error) !== "expired") throw error;
      throw new RequestFault(identity.renew(), { cause: error });
    }
  };
  let clauses: Promise<Clauses> | undefined;
  return {
    say: async (body, key) =>
      (await ask("/api/turns", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(body),
      })) as Answer,
    last: async () =>
      identity.isKnown() ? ((await ask("/api/conversation")) as Stand) : undefined,
    async forget() {
      if (identity.isKnown()) await ask("/api/conversation", { method: "DELETE" });
    },
    clauses() {
      clauses ??= (request("/api/clauses") as Promise<Clauses>).catch((error: unknown) => {
        clauses = undefined; // the next tap asks again
        throw error;
      });
      return clauses;
    },
  };
}
