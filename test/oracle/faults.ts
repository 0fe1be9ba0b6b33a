import {
  type EligibilityRules,
  GRADES,
  MATCHES,
  type Requirement,
  STATUSES,
} from "../../src/knowledge/schemas/eligibility.ts";

/** The rules with one thing wrong in them. */
interface Fault {
  readonly what: string;
  readonly rules: EligibilityRules;
}

/** One thing in another way than it stands. */
type Variant<T> = readonly [what: string, changed: T];
type Values = Readonly<Record<string, unknown>>;

const A_MONTH = 1 / 12;
const LEVELS = "五级 四级 三级 二级 一级".split(" ");
const SCHOOLS =
  "小学 初中 普通高中 中等职业学校 技工院校 技师学院 技工院校高级工班 专科 成人高等教育 本科 研究生 境外学历".split(
    " ",
  );
/** What may stand in a list of the rules, were they written by mistake. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  occupations: MATCHES,
  unsure_occupations: MATCHES.filter((match) => match !== "unclear"), // that one is always asked
  levels: LEVELS,
  unsure_levels: LEVELS,
  schools: SCHOOLS,
  unsure_schools: SCHOOLS,
  statuses: STATUSES,
  grades: GRADES,
  unsure_grades: GRADES,
};
/** Lists that a test may have and need not. */
const OPTIONAL: Readonly<Record<string, Values>> = {
  certificate: { unsure_levels: [], unsure_occupations: [] },
  diploma: { unsure_schools: [] },
  title: { unsure_grades: [] },
};

/** Every way to get one figure, name or word of the rules wrong. */
export function faults({ requirements, conditions, ...rest }: EligibilityRules): Fault[] {
  return [
    ...variantsOfOne(requirements, (one) => [
      ...requires(one),
      one.at_worst
        ? (["a refusal", without(one, "at_worst")] as const)
        : (["never a refusal", { ...one, at_worst: "unsure" as const }] as const),
    ]).map(([what, changed]) => ({ what, rules: { ...rest, requirements: changed, conditions } })),
    ...variantsOfOne(conditions, (one) => [
      ...requires(one),
      one.at_best
        ? (["certain", without(one, "at_best")] as const)
        : (["never certain", { ...one, at_best: "unsure" as const }] as const),
      ["of the other level", { ...one, level: one.level === "四级" ? "三级" : "四级" }],
    ]).map(([what, changed]) => ({ what, rules: { ...rest, requirements, conditions: changed } })),
  ];
}

/** Each rule in every other way, and once left out. */
function variantsOfOne<T extends { readonly id: string }>(
  rules: readonly T[],
  variants: (rule: T) => readonly Variant<T>[],
): Variant<T[]>[] {
  return rules.flatMap((rule, at): Variant<T[]>[] => [
    [`${rule.id} left out`, rules.toSpliced(at, 1)],
    ...variants(rule).map(([what, changed]): Variant<T[]> => [
      `${rule.id} ${what}`,
      rules.toSpliced(at, 1, changed),
    ]),
  ]);
}

function requires<T extends { readonly requires: Requirement }>(rule: T): Variant<T>[] {
  return requirement(rule.requires).map(([what, changed]) => [
    what,
    { ...rule, requires: changed },
  ]);
}

function requirement(need: Requirement): Variant<Requirement>[] {
  if ("all" in need)
    return [
      ["any of its parts", { any: need.all }],
      ...need.all.flatMap((part, at): Variant<Requirement>[] => [
        [`without part ${at + 1}`, { all: need.all.toSpliced(at, 1) }],
        ...requirement(part).map(([what, changed]): Variant<Requirement> => [
          what,
          { all: need.all.toSpliced(at, 1, changed) },
        ]),
      ]),
    ];
  return Object.entries(need).flatMap(([kind, values]) =>
    valuesOf({ ...OPTIONAL[kind], ...values }).map(([what, changed]): Variant<Requirement> => [
      what,
      { [kind]: changed } as Requirement,
    ]),
  );
}

function valuesOf(values: Values): Variant<Values>[] {
  return Object.entries(values).flatMap(([key, value]) =>
    otherThan(key, value, values).map(([what, changed]): Variant<Values> => [
      `${key} ${what}`,
      { ...values, [key]: changed },
    ]),
  );
}

function otherThan(key: string, value: unknown, values: Values): Variant<unknown>[] {
  if (typeof value === "number")
    return [1, -1, ...(key.endsWith("months") ? [] : [A_MONTH, -A_MONTH])]
      .map((more) => value + more)
      .filter((changed) => changed >= 0)
      .map((changed) => [changed.toFixed(2), changed]);
  if (!Array.isArray(value)) return ["初中", "专科"].map((changed) => [changed, changed]);
  const list = value as readonly string[];
  const certain = values[key.replace("unsure_", "")] as readonly string[];
  const missing = (CHOICES[key] ?? []).filter((name) => !certain.includes(name));
  return [
    ...list.map((name): Variant<unknown> => [
      `without ${name}`,
      list.filter((one) => one !== name),
    ]),
    ...missing
      .filter((name) => !list.includes(name))
      .map((name): Variant<unknown> => [`with ${name}`, [...list, name]]),
  ];
}

function without<T extends object>(rule: T, key: keyof T): T {
  const rest = { ...rule };
  delete rest[key];
  return rest;
}
