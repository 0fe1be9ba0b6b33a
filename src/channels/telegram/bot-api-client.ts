import { Pool } from "undici";
import { CALL_SECONDS, type Call } from "./bot-api.ts";
import { type Refused, misanswered, refusal, unreached } from "./fault.ts";

export interface BotApiParts {
  readonly token: string;
  /** Another Bot API server than Telegram's own, with any path. */
  readonly apiRoot?: string | undefined;
  /** A call is given up when nothing comes for so long; absent: as in use. */
  readonly seconds?: number;
}

const TELEGRAM = "https://api.telegram.org";
/** Less than servers commonly keep an idle connection, so that a call rarely meets its end. */
const KEEP_ALIVE_MS = 30_000;

/**
 * Calls the Bot API in JSON over kept connections, whichever library carries the bot: the clients of both
 * take three times the CPU.
 */
export function createBotApi(parts: BotApiParts): Call {
  const { token, apiRoot = TELEGRAM, seconds = CALL_SECONDS } = parts;
  const { origin, pathname, username, password } = new URL(
    `${apiRoot.replace(/\/+$/u, "")}/bot${token}/`,
  );
  const pool = new Pool(origin, {
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: seconds * 1000,
    bodyTimeout: seconds * 1000,
  });
  const headers = {
    "content-type": "application/json",
    ...(username !== "" && { authorization: basic(username, password) }),
  };

  async function answerTo(method: string, params: object, signal?: AbortSignal) {
    try {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: pathname + method,
        headers,
        body: JSON.stringify(params),
        signal,
      });
      return { status: statusCode, text: await body.text() };
    } catch (error) {
      throw unreached(method, error, error);
    }
  }

  return async (method, params = {}, signal) => {
    const { status, text } = await answerTo(method, params, signal);
    const said = envelopeIn(text);
    if (typeof said?.ok !== "boolean") throw misanswered(method, status);
    if (!said.ok) throw refusal(method, said);
    return said.result;
  };
}

/** Of a server that asks for a name, as a proxy before the Bot API may. */
function basic(username: string, password: string): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** How the Bot API wraps whatever it says. */
interface Envelope extends Refused {
  readonly ok?: boolean;
  readonly result?: unknown;
}

/** @returns undefined for what is no JSON */
function envelopeIn(text: string): Envelope | undefined {
  try {
    return (JSON.parse(text) as Envelope | null) ?? undefined;
  } catch {
    return undefined; // its message quotes the text, in which the address may stand
  }
}
