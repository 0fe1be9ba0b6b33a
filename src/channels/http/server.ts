import cookie from "@fastify/cookie";
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { Registry } from "prom-client";
import type { Config } from "../../config.ts";
import { type Limit, NO_LIMIT } from "../../limits/limit.ts";
import type { Incoming, Moment, Turn } from "../../message.ts";
import type { Page } from "../../page-data.ts";
import type { Store } from "../../store/store.ts";
import { assessmentRoutes } from "./assessment.ts";
import { type CalendarRoutes, calendarRoutes } from "./calendar.ts";
import { type Clauses, clauseRoutes } from "./clauses.ts";
import {
  MOST_CONNECTIONS,
  TIME_LIMITS,
  endConnectionsOnClose,
  refuseMalformed,
} from "./connections.ts";
import { conversationRoutes, type Described } from "./conversations.ts";
import { healthRoutes } from "./health.ts";
import { createIdentity } from "./identity.ts";
import { limitAddresses } from "./limiting.ts";
import { metricsRoutes } from "./metrics.ts";
import { collectOpenapi, openapiRoute } from "./openapi.ts";
import { serveFiles } from "./page-files.ts";
import { pageRoutes } from "./page.ts";
import { Problem, sendProblem } from "./problems.ts";
import { type ReceiptRoutes, receiptRoutes } from "./receipts.ts";
import { protect } from "./protection.ts";
import { createTokens } from "./tokens.ts";
import { turnRoutes } from "./turns.ts";
import { type Routes, ZOD_ONLY, useZod } from "./zod-routes.ts";

export interface HttpParts {
  /** May throw StoreError and BusyError (503) and KeyReusedError (409). */
  readonly turn: (incoming: Incoming) => Promise<Turn>;
  /** @param state as stored; undefined for a conversation that has not begun */
  readonly describe: (state: string | undefined) => Described;
  /** May throw InvalidProfile (422). */
  readonly assess: (profile: unknown) => unknown;
  readonly clauses: Clauses;
  readonly dates: CalendarRoutes["dates"];
  readonly store: Pick<Store, "last" | "erase" | "ping">;
  readonly config: Pick<Config, "PUBLIC_URL" | "EMBED_ORIGINS"> &
    Partial<Pick<Config, "TRUST_PROXY">>;
  /** How much is taken from one conversation and from one address; absent: as much as comes. */
  readonly limits?: { readonly conversation: Limit; readonly address: Limit };
  /** Signs tokens and cookies. */
  readonly secret: string;
  readonly now: () => Moment;
  readonly page: Page;
  /**
   * The conversation that a launch of the page as a Mini App is about; absent where no bot is set up.
   * May throw LaunchRefused (401).
   */
  readonly launch?: (initData: string) => string;
  readonly receipts: Omit<ReceiptRoutes, "now" | "language">;
  /** What else is told at /metrics. */
  readonly registry?: Registry;
  readonly logger: FastifyBaseLogger;
}

/** Bytes. Well above the longest message, because the dialog itself refuses that with a kind word. */
const BODY_LIMIT = 128 * 1024;

/** The HTTP channel, ready to listen. Its `close()` waits for the requests in hand; the store stays open. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const { TRUST_PROXY: proxies = [] } = parts.config;
  const trusts = proxies.length > 0;
  const app = fastify({
    trustProxy: trusts && [...proxies],
    loggerInstance: parts.logger,
    childLoggerFactory: (logger) => logger, // a logger for each request is of use only where each is logged
    logController: new LogController({ disableRequestLogging: true }), // it costs a third; see metrics
    bodyLimit: BODY_LIMIT,
    schemaController: ZOD_ONLY,
    ...TIME_LIMITS,
    return503OnClosing: false, // its 503 is no problem document, and the last requests can be served
    frameworkErrors: sendProblem,
    clientErrorHandler: refuseMalformed,
  });
  app.server.maxConnections = MOST_CONNECTIONS;
  app.setErrorHandler(sendProblem);
  refuseUnknown(app);
  readJsonOnly(app);
  endConnectionsOnClose(app);
  await app.register(cookie);
  await collectOpenapi(app);
  protect(app, framers(parts));
  if (parts.limits) limitAddresses(app, parts.limits.address, trusts);
  await serveFiles(app);
  addRoutes(useZod(app), parts);
  return app;
}

/** Opens Mini Apps in a frame. */
const TELEGRAM_WEB = "https://web.telegram.org";

function framers({ config, launch }: HttpParts): readonly string[] {
  return launch ? [...config.EMBED_ORIGINS, TELEGRAM_WEB] : config.EMBED_ORIGINS;
}

function addRoutes(routes: Routes, parts: HttpParts): void {
  const tokens = createTokens(parts.secret);
  const identity = createIdentity(tokens, parts.config);
  metricsRoutes(routes, parts.registry ?? new Registry());
  turnRoutes(routes, { ...parts, identity, limit: parts.limits?.conversation ?? NO_LIMIT });
  conversationRoutes(routes, { ...parts, identity, tokens });
  assessmentRoutes(routes, parts.assess);
  clauseRoutes(routes, parts.clauses);
  calendarRoutes(routes, parts);
  healthRoutes(routes, parts.store);
  openapiRoute(routes);
  pageRoutes(routes, parts);
  receiptRoutes(routes, { ...parts.receipts, language: parts.page.language, now: parts.now });
}

/** No plain text and no forms: another site could send those without asking first. */
function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    "application/json",
    { parseAs: "string" },
    (request, body, done) => {
      // clients that always name a type name it for no body too
      if (body === "") done(null, undefined);
      else void parse(request, body, done);
    },
  );
}

const METHODS = ["GET", "POST", "DELETE"] as const;

function refuseUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler(({ method, url }) => {
    const [path = "/"] = url.split("?", 1);
    const isPattern = /[*:]/u.test(path); // of routes, on which hasRoute would throw
    const takes = METHODS.filter(
      (other) => !isPattern && app.hasRoute({ method: other, url: path }),
    );
    const allow = takes.join(", ");
    // a file that was there when we started takes its method, and is gone
    if (takes.length === 0 || takes.some((other) => other === method))
      throw new Problem(404, "There is nothing here; /openapi.json tells what there is.");
    throw new Problem(405, `${method} does nothing here; this takes ${allow}.`, { allow });
  });
}
