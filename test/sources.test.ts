import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { loadPack } from "../src/knowledge/load.ts";
import type { Pack } from "../src/knowledge/pack.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKS = ["content/quanmeiti-2026", "test/packs/elevator-2021"];

/** Files that hold words of the language, each with what for; a notice's words stand in none. */
const LANGUAGE: Readonly<Record<string, string>> = {
  "src/knowledge/check-label.ts": "满5年 on a button, held against its months",
  "src/knowledge/check-timetable.ts": "5月, held against its figure",
  "src/rules/names.ts": "专业 after the name of a major",
  "src/understanding/ages.ts": "ages, and whose they are",
  "src/understanding/called-jobs.ts": "what calls a name a job: 做, 从事, 岗位是",
  "src/understanding/called-majors.ts": "what calls a name a major: 学, 专业, 毕业",
  "src/understanding/called.ts": "where a name begins and ends in a sentence",
  "src/understanding/choosing.ts": "换成: which of two is meant",
  "src/understanding/directions-meant.ts": "what makes a direction one of the exam",
  "src/understanding/durations.ts": "lengths of time",
  "src/understanding/entities.ts": "几个人 counts people",
  "src/understanding/experience.ts": "what a length of time is said of",
  "src/understanding/hearing.ts": "都看, 哪个: every level is meant; what makes a question",
  "src/understanding/held.ts": "有, 证: a certificate that is held",
  "src/understanding/jobs.ts": "what makes a direction a job, and where a clause ends",
  "src/understanding/levels-meant.ts": "升, 还是: which of two levels is meant",
  "src/understanding/levels.ts": "what makes a level of a figure",
  "src/understanding/months.ts": "months, and what is done in them",
  "src/understanding/names-meant.ts": "算不算: which of two names is meant",
  "src/understanding/naming.ts": "what around a name says how it is meant",
  "src/understanding/own-names.ts": "的 after a name goes with it",
  "src/understanding/normalise.ts": "units that belong to the figure before them",
  "src/understanding/numerals.ts": "numerals",
  "src/understanding/periods.ts": "stretches of time by their dates",
  "src/understanding/persons.ts": "我, 我妈: whom a clause is about",
  "src/understanding/registering.ts": "帮我们, 统一, 一起: by whom somebody is registered",
  "src/understanding/said.ts": "不是, 没有: what takes a name back",
  "src/understanding/story.ts": "what in a candidate's story says what is told of what",
  "src/understanding/posed.ts": "what is said to have it confirmed",
  "src/understanding/readings/bare-name.ts": "a month or a name alone",
  "src/understanding/readings/correction.ts": "改成, 不对: a correction",
  "src/understanding/readings/follow-up.ts": "a month alone",
  "src/understanding/readings/implausible.ts": "what makes a question of a date ahead",
  "src/understanding/readings/other-occupation.ts": "我, 做: the candidate's own",
};

/** What is left of a source file when its comments and its types are gone. */
interface Source {
  readonly file: string;
  readonly words: readonly string[];
}

const sources: readonly Source[] = ["machines", "src"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name))
    .toSorted()
    .map((file) => ({ file, words: wordsOf(file) })),
);

/** Every literal, pattern, name and piece of a template in the code, which a comment is not. */
function wordsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, raw, name, value } = node as Readonly<Record<string, unknown>>;
    if (type === "Literal" || type === "JSXText") found.push(String(raw));
    if (type === "Identifier") found.push(String(name));
    if (type === "TemplateElement") found.push((value as { raw: string }).raw);
    for (const part of Object.values(node)) visit(part);
  };
  visit(
    parseAst(readFileSync(join(ROOT, file), "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }),
  );
  return found;
}

/** What only a notice says: who issues it, what it is for, its names, clauses and figures in words. */
function wordsOfNotice(pack: Pack): string[] {
  const { meta, projects, occupations, majors, facts, links, clauses, conduct } = pack;
  const names = [...occupations.own, ...occupations.related, ...majors.listed];
  const ids = [
    ...projects.levels,
    ...projects.other_levels,
    ...projects.directions,
    ...(projects.retake?.subjects ?? []),
  ];
  return [
    meta.name,
    meta.issuer,
    ...Object.values(links).map(({ url }) => url),
    ...names.map(({ name }) => name),
    ...ids.map(({ id }) => id),
    ...projects.directions.flatMap(({ aliases }) => aliases),
    ...occupations.own.flatMap(({ aliases }) => aliases),
    ...conduct.tiers.map(({ id }) => id).filter((id) => id !== "subject"), // a word of code too
    ...Object.values(facts).flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    ...Object.keys(clauses).filter((clause) => /^附件|\(/u.test(clause)),
    "附件",
    "随申办",
    "多媒体",
    "补考",
    "准考证",
    "考务费",
    "认定费",
  ];
}

describe("no code holds a word of a notice:", () => {
  it("the files are read as code, their comments apart", () => {
    expect(sources.length).toBeGreaterThan(100);
    const numerals = sources.find(({ file }) => file === "src/understanding/numerals.ts");
    expect(numerals?.words).toContain("廿");
    expect(numerals?.words.join()).not.toContain("五六年"); // stands in a comment
  });

  it.each(PACKS)("none of %s", (folder) => {
    const said = wordsOfNotice(loadPack(join(ROOT, folder)));
    expect(said.length).toBeGreaterThan(40);
    const held = sources.flatMap(({ file, words }) =>
      said.flatMap((one) => words.filter((word) => word.includes(one)).map(() => [file, one])),
    );
    expect(held).toEqual([]);
  });

  it("Chinese stands only where the language itself is read, and there for a reason", () => {
    const chinese = sources.filter(({ words }) => words.some((word) => /\p{sc=Han}/u.test(word)));
    expect(chinese.map(({ file }) => file).toSorted()).toEqual(Object.keys(LANGUAGE).toSorted());
  });

  it("the folder of a pack is named only as what is served by default", () => {
    const named = sources.filter(({ words }) => words.some((word) => /quanmeiti/u.test(word)));
    expect(named.map(({ file }) => file)).toEqual(["src/main.ts"]);
  });
});
