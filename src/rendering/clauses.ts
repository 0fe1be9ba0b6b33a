import type { Pack } from "../knowledge/pack.ts";

/** Every clause with what it says in a sentence of ours, and where the notice sends its readers. */
export function clausesOf({ meta, links, clauses }: Pack) {
  return {
    notice: {
      ...(meta.title !== undefined && { title: meta.title }),
      issuer: meta.issuer,
      links: Object.values(links).map(({ label, url }) => ({ label, url })),
    },
    clauses: Object.entries(clauses).map(([clause, summary]) => ({ clause, summary })),
  };
}
