import { instance } from "@viz-js/viz";
import type { AnyStateNode, AnyTransitionDefinition } from "xstate";
import { createDialog } from "../machines/dialog.ts";
import type { Guide } from "../machines/words.ts";

/** A picture shows where the dialog may go, not what a notice asks. */
const ANY_GUIDE: Guide = {
  nextQuestion: () => undefined,
  nextApplication: () => undefined,
  dependents: () => [],
  isApplication: () => false,
  lastApplication: () => undefined,
  conflict: () => [],
  moves: () => false,
  clarifies: () => false,
};
const CAPTION = [
  "The dialog, drawn from machines/dialog.ts by npm run diagram. Both regions hear every message; an inner state is asked before the one around it.",
  "Upper case: what is heard. [guard]: of several choices the first that holds is taken. After /: what is done besides speaking. In a box: heard without leaving it.",
  "Not drawn: the wildcard *, by which a message that means nothing to the aside makes it quiet.",
];

/** Text is laid out this much wider than it is drawn, since each reader's sans-serif is another one. */
const ROOM = 1.2;

/** Draws the dialog; the same machine always gives the same bytes. */
export async function drawDialog(): Promise<string> {
  const viz = await instance();
  const svg = viz.renderString(dotOf(createDialog(ANY_GUIDE).root), { format: "svg" });
  return svg
    .replace(/<!--[^]*?-->\n?/gu, "") // Graphviz's version and node numbers
    .replaceAll('font-family="Helvetica,sans-Serif"', 'font-family="sans-serif"')
    .replace(
      /font-size="([\d.]+)"/gu,
      (_, size) => `font-size="${Math.round(Number(size) / ROOM)}"`,
    );
}

function dotOf(root: AnyStateNode): string {
  return `digraph dialog {
  graph [compound=true, nodesep=0.4, ranksep=0.5, pad=0.2, fontname=Helvetica, fontsize=${11 * ROOM}, bgcolor=white,
    labelloc=b, labeljust=l, label=${lines(CAPTION)}]
  node [shape=box, style="rounded,filled", fillcolor=white, color="#475569", fontname=Helvetica, fontsize=${12 * ROOM}]
  edge [color="#64748b", fontcolor="#1e3a8a", fontname=Helvetica, fontsize=${10 * ROOM}, arrowsize=0.7]
${Object.values(root.states).map(cluster).join("\n")}
${everyNode(root).flatMap(edges).join("\n")}
}`;
}

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(everyNode)];
}

function cluster(node: AnyStateNode): string {
  const inner = Object.values(node.states);
  if (inner.length === 0) return state(node);
  const own = ownTransitions(node);
  const fill = node.path.length === 1 ? "#f8fafc" : "#eef2f7";
  return `subgraph ${quote(`cluster ${node.id}`)} {
  label=${quote(node.key)}; fontsize=${14 * ROOM}; labelloc=t; labeljust=l; style="rounded,filled"; fillcolor="${fill}"; color="#94a3b8"
  ${quote(`${node.id} start`)} [shape=point, width=0.12, color="#475569", fillcolor="#475569"]
  ${own.length > 0 ? `${quote(`${node.id} any`)} [style="rounded,dashed", label=${boxed(`anywhere in ${node.key}`, own)}]` : ""}
${inner.map(cluster).join("\n")}
}`;
}

function state(node: AnyStateNode): string {
  const passing = (node.always?.length ?? 0) > 0;
  const looks = passing ? `shape=diamond, style=filled, fillcolor="#e2e8f0"` : "";
  return `${quote(node.id)} [${looks}${looks && ", "}label=${boxed(node.key, ownTransitions(node))}]`;
}

/** A state's name, and below it what is heard there without leaving it. */
function boxed(name: string, transitions: readonly AnyTransitionDefinition[]): string {
  const staying = transitions.filter(({ target }) => !target?.length).map(wording);
  const rows = [...new Set(staying)].map((words) => `${escape(words)}<br align="left"/>`);
  const heard = `<br/><font point-size="${10 * ROOM}" color="#1e3a8a">${rows.join("")}</font>`;
  return `<<b>${escape(name)}</b>${rows.length > 0 ? heard : ""}>`;
}

function ownTransitions(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...node.transitions.values(), node.always ?? []]
    .flat()
    .filter(({ eventType }) => eventType !== "*");
}

/** One arrow for each pair of states, with everything that leads along it. */
function edges(node: AnyStateNode): string[] {
  const from = Object.keys(node.states).length > 0 ? `${node.id} any` : node.id;
  const words = new Map<AnyStateNode, string[]>();
  for (const transition of ownTransitions(node))
    for (const target of transition.target ?? [])
      words.set(target, [...(words.get(target) ?? []), wording(transition)]);
  const initial = node.type === "compound" ? (node.initial.target ?? []) : [];
  return [
    ...initial.map((target) => arrow(`${node.id} start`, target, [])),
    ...Array.from(words, ([target, labels]) => arrow(from, target, labels)),
  ];
}

/** An arrow to a state with states of its own ends at its border. */
function arrow(from: string, to: AnyStateNode, words: readonly string[]): string {
  const nested = Object.keys(to.states).length > 0;
  const head = nested ? [`lhead=${quote(`cluster ${to.id}`)}`] : [];
  const label = words.length > 0 ? [`label=${legible([...new Set(words)])}`] : [];
  return `${quote(from)} -> ${quote(nested ? `${to.id} start` : to.id)} [${[...head, ...label].join(", ")}]`;
}

/** Words on a ground of their own, for lines run behind them. */
function legible(words: readonly string[]): string {
  const rows = words.map((one) => `${escape(one)}<br align="left"/>`).join("");
  return `<<table border="0" cellspacing="0" cellpadding="2" bgcolor="#ffffffc0"><tr><td>${rows}</td></tr></table>>`;
}

/** `BACK [toldAnswers] / learn`; what is said is not drawn, for every message gets a reply. */
function wording({ eventType, guard, actions }: AnyTransitionDefinition): string {
  const done = actions.filter((action) => typeof action === "string").join(", ");
  const condition = guard === undefined ? (eventType === "" ? "[else]" : "") : `[${nameOf(guard)}]`;
  return [eventType, condition, done && `/ ${done}`].filter(Boolean).join(" ");
}

/** Guards written in place have no name. */
function nameOf(guard: unknown): string {
  return typeof guard === "string" ? guard : "…";
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function lines(texts: readonly string[]): string {
  return quote(texts.map((text) => `${text}\\l`).join(""));
}
