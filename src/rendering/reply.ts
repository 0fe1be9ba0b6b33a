import type { Block, Choice, Kind, Link, Reply, Topic } from "../message.ts";
import { paragraph, plain } from "./plain.ts";
import { fill } from "../knowledge/placeholders.ts";
import { type Scene, factValues } from "./scene.ts";

/** A reply before its last lines. Links are ids of links.yaml. */
export interface Draft {
  readonly topic: Topic;
  readonly kind: Kind;
  readonly answer: string;
  readonly blocks: readonly Block[];
  readonly sources?: readonly string[];
  readonly links?: readonly string[];
  /** Links of our own, which no file of the pack holds. */
  readonly made?: readonly Link[];
  readonly choices?: readonly Choice[];
  /** Says nothing about the exam, so nothing leads it: no year, no announcement. */
  readonly plain?: true;
}

/** Adds what every reply on its topic must carry: the year outside the pack's validity, announcements, links and clauses. */
export function finish(scene: Scene, draft: Draft): Reply {
  const { speak } = scene;
  const links = [...(draft.made ?? []), ...linksOf(scene, draft.links ?? [])];
  const sources = [...new Set(draft.sources)];
  const blocks = [...(draft.plain ? [] : lead(scene, draft.topic)), ...draft.blocks];
  const tail = [
    ...(links.length > 0
      ? [speak("links", { links: links.map(({ label, url }) => `${label} ${url}`).join(" ") })]
      : []),
    ...(sources.length > 0 ? [speak("sources", { clauses: sources.join("、") })] : []),
  ].map(paragraph);
  return {
    text: plain([...blocks, ...tail]),
    topic: draft.topic,
    kind: draft.kind,
    answer: draft.answer,
    choices: [...(draft.choices ?? [])],
    links,
    sources,
    blocks,
  };
}

function lead({ pack, speak, today }: Scene, topic: Topic): Block[] {
  const { valid, year, dated_topics: dated } = pack.meta;
  const outside = (today < valid.from || today > valid.to) && dated.includes(topic);
  const announced = pack.announcements.filter(
    (one) => one.topics.includes(topic) && one.from <= today && today <= one.to,
  );
  return [
    ...(outside ? [speak("expired", { year })] : []),
    ...announced.map(({ text }) => fill(text, factValues(pack))),
  ].map(paragraph);
}

function linksOf({ pack }: Scene, ids: readonly string[]): Link[] {
  return [...new Set(ids)].flatMap((id) => {
    const link = pack.links[id];
    return link ? [{ label: link.label, url: link.url }] : [];
  });
}
