import { isFramed } from "../frame.ts";

/** Says in each request whose conversation it is about. */
export interface Identity {
  readonly headers: () => Promise<Record<string, string>>;
  /** The conversation is unknown to the server: the next request begins another. */
  readonly renew: () => void;
}

const KEY = "wenkao.token";

/**
 * The server's cookie. Browsers keep it from frames of other sites, and some people from every site:
 * there a token of our own stands in for it, for as long as the tab lives.
 */
export function createIdentity(): Identity {
  if (!isFramed() && navigator.cookieEnabled)
    return { headers: async () => ({}), renew: () => undefined };
  let token: string | undefined = stored();
  const keep = (next: string | undefined): void => {
    token = next;
    try {
      if (next === undefined) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, next);
    } catch {
      // storage is blocked: the token lives as long as the document
    }
  };
  return {
    async headers() {
      if (token === undefined) keep(await issue());
      return { authorization: `Bearer ${token}` };
    },
    renew: () => keep(undefined),
  };
}

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

async function issue(): Promise<string> {
  const response = await fetch("/api/conversations", { method: "POST" });
  const { token } = (await response.json()) as { token: string };
  return token;
}
