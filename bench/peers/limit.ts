import { openRedis, serve } from "./serving.ts";

const redis = openRedis();
redis.defineCommand("keep", {
  numberOfKeys: 1,
  lua: "redis.call('SET', KEYS[1], ARGV[1], 'PX', 86400000) return 1",
});
interface Keeping {
  keep(key: string, value: string): Promise<number>;
}
const body = {
  type: "object",
  properties: { choice: { type: "string" }, text: { type: "string" } },
};

/** What no assistant on Fastify and Redis can be quicker than: one read, one script, an echo. */
await serve((app) =>
  app.post("/api/turns", { schema: { body, response: { 200: body } } }, async (request) => {
    const key = `limit:${request.headers.authorization}`;
    await redis.get(key);
    await (redis as unknown as Keeping).keep(key, JSON.stringify(request.body));
    return request.body;
  }),
);
