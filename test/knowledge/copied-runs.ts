import { createHash } from "node:crypto";
import type { Pack } from "../../src/knowledge/pack.ts";

/** So many letters and digits on end, within one sentence, make a copy. Lists are cut at their commas. */
const RUN = 20;
const SENTENCE_END = /[。；;：:、\n\t]/u;
/** Proper names are no sentences: a text is cut where one stands. */
const NAMES =
  /上海市人力资源和社会保障自助经办系统|技能人才评价违纪违规行为处理工作指引|职业技能等级认定参评人员须知|职业技能评价参评人员须知|人力资源和社会保障局-劳动就业-职业技能证书查询/gu;

/** Every run of a text with its fingerprint, which tells nothing of the text itself. */
export function runs(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const sentence of text.normalize("NFKC").replaceAll(NAMES, "。").split(SENTENCE_END)) {
    const signs = Array.from(sentence.replaceAll(/[^\p{L}\p{N}]/gu, ""));
    for (let at = 0; at + RUN <= signs.length; at++) {
      const run = signs.slice(at, at + RUN).join("");
      found.set(createHash("sha256").update(run).digest("base64url").slice(0, 8), run);
    }
  }
  return found;
}

/** All that the pack says in its own words, by where it stands; no facts, no lists of names. */
export function wordingOf(pack: Pack): [place: string, text: string][] {
  return [
    ...Object.entries(pack.wording),
    ...Object.entries(pack.page),
    ...Object.entries(pack.clauses),
    ...[...pack.answers.values()].flatMap(({ id, title, text, clarify }): [string, string][] => [
      [id, title],
      [id, text],
      [id, [clarify?.question, ...(clarify?.options ?? []).map(({ label }) => label)].join("\n")],
    ]),
    ...pack.interview.flatMap(({ id, ask, hint, label, options }): [string, string][] => [
      [id, [ask, hint, label, ...options.map((option) => option.label)].join("\n")],
    ]),
    ...pack.registration.applicants.map(({ id, label, steps }): [string, string] => [
      id,
      [label, ...steps].join("\n"),
    ]),
    ["materials", pack.registration.materials.items.join("\n")],
    ...pack.conduct.tiers.map(({ id, title, consequence }): [string, string] => [
      id,
      `${title}\n${consequence}`,
    ]),
    ...pack.conduct.rules.map(({ id, title }): [string, string] => [id, title]),
    ...[...pack.eligibility.requirements, ...pack.eligibility.conditions].map(
      ({ id, title }): [string, string] => [id, title],
    ),
    ...pack.announcements.map(({ id, text }): [string, string] => [id, text]),
    ...pack.menu.map(({ label }): [string, string] => ["menu", label]),
  ];
}
