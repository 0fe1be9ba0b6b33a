import { fill } from "../src/knowledge/placeholders.ts";
import type { Pack } from "../src/knowledge/pack.ts";
import { replySchema } from "../src/message.ts";
import { VERDICTS, type Verdict } from "../src/rules/eligibility.ts";
import type { Played } from "./play.ts";

/** The line with which a reply tells the verdict for a level. */
export function verdictLine({ wording }: Pack, level: string, verdict: Verdict): string {
  return fill(wording[`verdict_${verdict}`], { level });
}

/**
 * Where a turn falls short of what its transcript asks, and of what holds for every turn; a line each,
 * for the staff who read it.
 */
export function shortfalls(
  { place, expected, offered, turn, stored }: Played,
  stands: (stored: string) => { readonly state: string; readonly facts: object },
  pack: Pack,
): string[] {
  const found: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) found.push(`${place}：${what}`);
  };
  const same = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined)
      demand(text(wanted) === text(got), `${what}应为 ${text(wanted)}，实为 ${text(got)}`);
  };
  if (!turn) return [`${place}：没有这个按钮，给出的是 ${text(offered.map(({ label }) => label))}`];

  const { replies } = turn;
  const said = replies.map((reply) => reply.text).join("\n");
  const labels = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
  const asked = expected.answers ?? [];
  const told = replies.filter(({ answer }) => answer !== "dialog.noted" || asked.includes(answer));
  const { state, facts } = stands(stored);
  same("状态", expected.state, turn.state);
  same(
    "答",
    expected.answers,
    told.map(({ answer }) => answer),
  );
  same("主题", expected.topic, told[0]?.topic);
  same("性质", expected.kind, told[0]?.kind);
  same("结论", expected.verdicts, verdictsIn(said, pack));
  same("记得", expected.facts && sorted(expected.facts), sorted(facts));
  for (const words of expected.says) demand(said.includes(words), `缺“${words}”：${said}`);
  for (const words of expected.neverSays)
    demand(!said.includes(words), `不该有“${words}”：${said}`);
  const sources = replies.flatMap((reply) => reply.sources);
  for (const clause of expected.sources) demand(sources.includes(clause), `缺条款 ${clause}`);
  const urls = replies.flatMap(({ links }) => links.map(({ url }) => url));
  for (const url of expected.links) demand(urls.includes(url), `缺网址 ${url}`);
  for (const label of expected.offers) demand(labels.includes(label), `缺按钮 ${label}`);
  for (const label of expected.neverOffers) demand(!labels.includes(label), `不该有按钮 ${label}`);
  for (const id of expected.forgotten) demand(!(id in facts), `还记得 ${id}`);

  demand(replies.length > 0, "没有回复");
  same("存下的状态", turn.state, state);
  for (const reply of replies) {
    demand(replySchema.safeParse(reply).success, "回复不合格式");
    demand(!/^\s*$|[{}]|undefined|NaN|\[object/u.test(reply.text), `文字不像话：${reply.text}`);
    const once = new Set(reply.choices.map(({ label }) => label));
    demand(once.size === reply.choices.length, "有重复的按钮");
  }
  return found;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

function sorted(record: object): [string, unknown][] {
  return Object.entries(record).toSorted(([a], [b]) => a.localeCompare(b));
}

function verdictsIn(said: string, pack: Pack): Record<string, Verdict> {
  const told = pack.projects.levels.flatMap(({ id }) =>
    VERDICTS.filter((verdict) => said.includes(verdictLine(pack, id, verdict))).map(
      (verdict) => [id, verdict] as const,
    ),
  );
  return Object.fromEntries(told);
}
