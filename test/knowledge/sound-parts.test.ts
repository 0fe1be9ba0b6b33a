import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Withheld, attempt, soundParts } from "../../src/knowledge/sound-parts.ts";

const name = z.string().min(1);
type Tree = { age: { years: number } } | { all: Tree[] };
const tree: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.strictObject({ age: z.strictObject({ years: z.number() }) }),
    z.strictObject({ all: z.array(tree).min(1) }),
  ]),
);
const schema = z.strictObject({
  title: name,
  words: z.array(name).max(3).default([]),
  facts: z.record(name, z.strictObject({ value: z.number(), clause: name })),
  requires: tree.optional(),
});
type Thing = z.infer<typeof schema>;

const SOUND = { title: "一", words: ["甲"], facts: { fee: { value: 1, clause: "二" } } };
const part = (wrong: object): Thing => soundParts(schema, { ...SOUND, ...wrong });

function treesOf(requires: object): readonly Tree[] {
  const { requires: sound } = part({ requires });
  return sound && "all" in sound ? sound.all : [];
}

describe("of a value that is refused", () => {
  it("the fields are kept that are sound, and the others withheld", () => {
    const thing = part({ title: 7 });
    expect(thing.words).toEqual(["甲"]);
    expect(() => thing.title).toThrow(Withheld);
  });

  it("the items of a list are kept that are sound", () => {
    const { words } = part({ words: ["甲", 7, "丙"] });
    expect([words[0], words[2], words.length]).toEqual(["甲", "丙", 3]);
    expect(() => words[1]).toThrow(Withheld);
    expect(() => words.includes("丁")).toThrow(Withheld);
  });

  it("a list that is too long keeps its items, an empty one has none to keep", () => {
    expect(part({ words: ["甲", "乙", "丙", "丁"] }).words).toHaveLength(4);
    expect(() => treesOf({ all: [] })).toThrow(Withheld);
  });

  it("the values of a record are kept as deep as they are sound, none where a key is no name", () => {
    const { facts } = part({
      facts: { fee: { value: "一", clause: "二" }, days: SOUND.facts.fee },
    });
    expect([facts["days"]?.value, facts["fee"]?.clause]).toEqual([1, "二"]);
    expect(() => facts["fee"]?.value).toThrow(Withheld);
    expect(() => part({ facts: { "": SOUND.facts.fee } }).facts).toThrow(Withheld);
  });

  it("a union is what its keys say, or nothing", () => {
    const trees = treesOf({ all: [{ age: { years: 1 } }, { age: { years: "一" } }] });
    expect(trees[0]).toEqual({ age: { years: 1 } });
    expect(() => (trees[1] as { age: { years: number } }).age.years).toThrow(Withheld);
    expect(() => part({ requires: { al: [] } }).requires).toThrow(Withheld);
  });

  it("what is missing is withheld: the default too where a strange key may be meant by it", () => {
    const { title: _, ...untitled } = SOUND;
    expect(() => soundParts(schema, untitled).title).toThrow(Withheld);
    const { words: __, ...wordless } = SOUND;
    expect(soundParts(schema, { ...wordless, title: 7 }).words).toEqual([]);
    expect(() => soundParts(schema, { ...wordless, wrods: [] }).words).toThrow(Withheld);
  });

  it("nothing is kept of one that is of another kind", () => {
    for (const raw of [null, "文字", 7, [SOUND]])
      expect(() => soundParts(schema, raw)).toThrow(Withheld);
  });
});

describe("an attempt", () => {
  it("goes on with the next step after a withheld part, and says so", () => {
    const done: string[] = [];
    const thing = part({ title: 7 });
    const whole = attempt(
      () => done.push(thing.title),
      () => done.push("the next"),
    );
    expect([whole, done]).toEqual([false, ["the next"]]);
  });

  it("hides no other error", () => {
    expect(() =>
      attempt(() => {
        throw new TypeError("a slip in a check");
      }),
    ).toThrow(TypeError);
  });
});
