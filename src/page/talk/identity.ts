import { attempt } from "../attempt.ts";
import { isFramed } from "../frame.ts";
import type { Launch } from "../telegram/launch.ts";
import { type Fault, RequestFault, faultOf } from "./fault.ts";
import { request } from "./http.ts";

/** Says in each request whose conversation it is about. */
export interface Identity {
  /** May throw RequestFault where a conversation has to be begun first. */
  readonly headers: () => Promise<Record<string, string>>;
  /** Whether there may be a conversation already. */
  readonly isKnown: () => boolean;
  /**
   * What the last request named is unknown to the server: the next one asks for it anew.
   * @returns what that means for the candidate
   */
  readonly renew: () => Fault;
}

const KEY = "wenkao.token";

/**
 * The server's cookie. Browsers keep it from frames of other sites, and some people from every site:
 * there a token of our own stands in for it, for as long as the tab lives.
 */
export function createIdentity(launch: Launch | undefined): Identity {
  if (launch) return byLaunch(launch);
  return !isFramed() && navigator.cookieEnabled ? byCookie : byToken();
}

const byCookie: Identity = {
  headers: async () => ({}),
  isKnown: () => true, // the cookie is not for scripts to see
  renew: () => "expired",
};

/** The conversation of the chat with the bot, and never another: where Telegram's word counts no more, none. */
function byLaunch({ initData }: Launch): Identity {
  const token = byToken({
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ telegram: initData }),
  });
  return {
    isKnown: () => true, // the chat may have begun it
    renew() {
      token.renew();
      return "reopen";
    },
    async headers() {
      try {
        return await token.headers();
      } catch (cause) {
        if (faultOf(cause) !== "expired") throw cause;
        throw new RequestFault("reopen", { cause });
      }
    },
  };
}

/** @param naming which conversation it is to be; without it, a new one */
function byToken(naming: RequestInit = {}): Identity {
  let token = stored();
  let asked: Promise<string> | undefined;
  /** Asked for once, however many requests wait for it. */
  const issue = (): Promise<string> => {
    asked ??= request("/api/conversations", { ...naming, method: "POST" })
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
      return "expired";
    },
  };
}

function stored(): string | undefined {
  return attempt(() => sessionStorage.getItem(KEY)) ?? undefined;
}
