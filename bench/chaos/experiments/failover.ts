import { setTimeout as pause } from "node:timers/promises";
import { TOO_FEW } from "../../../src/store/redis/replication.ts";
import { lostOf } from "../check.ts";
import { onCluster } from "../cluster.ts";
import type { Experiment } from "../experiment.ts";
import { underLoad } from "../load.ts";
import { firstAnswer } from "../recovery.ts";
import { onStage } from "../stage.ts";

const LAG_MS = 50;
const CONVERSATIONS = 30;
/** New conversations that are begun after a failover, so that some stand on the node that failed. */
const PROBES = 20;

export const failover: Experiment = {
  name: "failover in a cluster",
  claims: "what a master acknowledged and had not passed on is lost with it, and nothing else",
  ...failoverWith(0),
};

export const failoverWaiting: Experiment = {
  name: "failover in a cluster, REDIS_REPLICAS=1",
  claims:
    "nothing answered is lost, unless the log told that replicas were too late; nothing is doubled",
  ...failoverWith(1),
};

function failoverWith(replicas: number): Pick<Experiment, "how" | "isLong" | "run"> {
  return {
    isLong: true,
    how: `3 masters, 3 replicas, 3 servers, ${CONVERSATIONS} conversations; replicas fall ${LAG_MS} ms behind, then a master is killed under load`,
    run: (extent) =>
      onStage(
        () => onCluster(replicas),
        3,
        extent,
        async (stage) => {
          const { stored, post, servers } = stage;
          const figures: Record<string, number> = {};
          let inVain = false;
          await underLoad(
            stage,
            async () => {
              await pause(1000);
              stored.lag(LAG_MS);
              await pause(1000);
              inVain = servers.some((server) => server.said(TOO_FEW));
              await stored.killMaster();
              stored.lag(0);
              const origins = Array.from(
                { length: PROBES },
                (_, at) => servers[at % servers.length],
              );
              const times = await Promise.all(
                origins.map((server) => firstAnswer(stage, server?.origin ?? "")),
              );
              figures["failover ms"] = Math.round(Math.max(...times));
            },
            { conversations: CONVERSATIONS, twice: 0 },
          );
          const answered = post.exchanges();
          const lost = lostOf(answered, await stored.history());
          post.unanswer(lost); // counted here, and sent again below as if it were new
          return {
            figures: {
              ...figures,
              acknowledged: answered.length,
              "of them lost": lost.length,
              "servers told before that replicas were too late": Number(inVain),
            },
            violations:
              replicas > 0 && lost.length > 0 && !inVain
                ? [`${lost.length} answered turns were lost though a replica should have them`]
                : [],
          };
        },
      ),
  };
}
