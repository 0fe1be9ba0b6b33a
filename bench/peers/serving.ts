import fastify, { type FastifyInstance } from "fastify";
import { Redis } from "ioredis";

/** A Redis as its contestant is told, by the driver that Wenkao uses too. */
export function openRedis(): Redis {
  return new Redis(process.env["REDIS_URL"] ?? "");
}

/** Listens on a free port of loopback and says which, for whoever started this process. */
export async function serve(add: (app: FastifyInstance) => unknown): Promise<void> {
  const app = fastify();
  await add(app);
  process.stdout.write(`serving on ${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
}

export const API_ROOT = process.env["TELEGRAM_API_ROOT"] ?? "";
