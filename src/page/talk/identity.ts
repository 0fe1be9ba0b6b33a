import { isFramed } from "../frame.ts";
import { request } from "./http.ts";

/** Says in each request whose conversation it is about. */
export interface Identity {
  /** May throw RequestFault where a conversation has to be begun first. */
  readonly headers: () => Promise<Record<string, string>>;
  /** Whether there may be a conversation already. */
  readonly isKnown: () => boolean;
  /** The conversation is unknown to the server: the next request begins another. */
  readonly renew: () => void;
}

const KEY = "wenkao.token";

/**
 * The server's cookie. Browsers keep it from frames of other sites, and some people from every site:
 * there a token of our own stands in for it, for as long as the tab lives.
 */
export function createIdentity(): Identity {
  return !isFramed() && navigator.cookieEnabled ? byCookie : byToken();
}

const byCookie: Identity = {
  headers: async () => ({}),
  isKnown: () => true, // the cookie is not for scripts to see
  renew: () => undefined,
};

function byToken(): Identity {
  let token = stored();
  let asked: Promise<string> | undefined;
  /** Asked for once, however many requests wait for it. */
  const issue = (): Promise<string> => {
    asked ??= request("/api/conversations", { method: "POST" })
      .then((body) => keep((body as { token: string }).token))
      .finally(() => (asked = undefined));
    return asked;
  };
  const keep = (issued: string): string => {
    token = issued;
    attempt(() => sessionStorage.setItem(KEY, issued)); // else it lives as long as the document
    return issued;
  };
  return {
    headers: async () => ({ authorization: `Bearer ${token ?? (await issue())}` }),
    isKnown: () => token !== undefined,
    renew() {
      token = undefined;
      attempt(() => sessionStorage.removeItem(KEY));
    },
  };
}

function stored(): string | undefined {
  return attempt(() => sessionStorage.getItem(KEY)) ?? undefined;
}

/** @returns undefined where storage is blocked */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
