import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../config.ts";
import { STATE_TTL_MS } from "../../store/store.ts";
import { CHALLENGE, Problem } from "./problems.ts";
import type { Tokens } from "./tokens.ts";

const COOKIE = "wenkao";

/** Tells whose conversation a request is about. */
export interface Identity {
  /**
   * The conversation that the request names by bearer token or cookie, if it does.
   * @throws {Problem} 401 for a bearer token that we did not issue; 403 for a cookie sent by another site
   */
  known(request: FastifyRequest): string | undefined;
  /** The same, or a new conversation; a browser gets its cookie, or gets it renewed. */
  knownOrNew(request: FastifyRequest, reply: FastifyReply): string;
  /** Takes the cookie away that named the conversation, if one did. */
  forget(request: FastifyRequest, reply: FastifyReply): void;
}

export function createIdentity(tokens: Tokens, config: Pick<Config, "PUBLIC_URL">): Identity {
  const byCookie = (
    request: FastifyRequest,
  ): { token: string; conversation: string } | undefined => {
    assertSameOrigin(request, config.PUBLIC_URL);
    const token = request.cookies[COOKIE] ?? "";
    const conversation = tokens.conversationOf(token);
    return conversation === undefined ? undefined : { token, conversation };
  };
  const issue = () => {
    const token = tokens.issue();
    return { token, conversation: tokens.conversationOf(token) ?? "" };
  };
  const cookieOptions = (request: FastifyRequest) => {
    return {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: isTls(request, config.PUBLIC_URL),
    } as const;
  };
  return {
    known: (request) => byBearer(request, tokens) ?? byCookie(request)?.conversation,
    knownOrNew(request, reply) {
      const bearer = byBearer(request, tokens);
      if (bearer !== undefined) return bearer;
      const { token, conversation } = byCookie(request) ?? issue();
      reply.setCookie(COOKIE, token, { ...cookieOptions(request), maxAge: STATE_TTL_MS / 1000 });
      return conversation;
    },
    forget(request, reply) {
      if (request.cookies[COOKIE] === undefined || bearerToken(request) !== undefined) return;
      reply.clearCookie(COOKIE, cookieOptions(request));
    },
  };
}

const UNKNOWN_TOKEN = "This token is unknown; get one from POST /api/conversations.";

function byBearer(request: FastifyRequest, tokens: Tokens): string | undefined {
  const token = bearerToken(request);
  if (token === undefined) return undefined;
  const conversation = tokens.conversationOf(token);
  if (conversation !== undefined) return conversation;
  const challenge = `${CHALLENGE}, error="invalid_token"`;
  throw new Problem(401, UNKNOWN_TOKEN, { "www-authenticate": challenge });
}

/** Other schemes than Bearer are not ours: a proxy may ask for Basic. */
function bearerToken({ headers }: FastifyRequest): string | undefined {
  const [scheme = "", token = ""] = (headers.authorization ?? "").split(/ +/, 2);
  return scheme.toLowerCase() === "bearer" ? token : undefined;
}

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** Browsers send cookies along with what other sites make them do, but they name that site. */
function assertSameOrigin(
  { method, headers, host }: FastifyRequest,
  publicUrl: string | undefined,
): void {
  const { origin } = headers;
  if (origin === undefined || SAFE_METHODS.has(method)) return;
  const sender = URL.canParse(origin) ? new URL(origin).host : "";
  const ours = [host, publicUrl === undefined ? "" : new URL(publicUrl).host];
  if (sender !== "" && ours.includes(sender)) return;
  throw new Problem(
    403,
    "This came from another site; use a token of POST /api/conversations there.",
  );
}

/** A false X-Forwarded-Proto can only cost its sender the cookie. */
function isTls({ headers }: FastifyRequest, publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith("https:") === true || headers["x-forwarded-proto"] === "https";
}
