import { type Document, Pair, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq } from "yaml";

export const KINDS = [
  "delete a key",
  "change a type",
  "misspell",
  "drop a month",
  "swap two clauses",
  "swap two values",
  "duplicate an entry",
  "remove a list item",
  "empty a string",
] as const;
export type Kind = (typeof KINDS)[number];
export type Path = readonly (string | number)[];

/** One way to damage a YAML file: what happens, at which places, and to what. */
export interface Damage {
  readonly kind: Kind;
  /** The places that are not as they were; two where values are swapped. */
  readonly at: readonly Path[];
  /** Says it in a few words. */
  readonly what: string;
  /** Does it; the answer undoes it. */
  readonly apply: () => () => void;
}

type Parent = YAMLMap | YAMLSeq;

/** A value of the file and where it stands: item `index` of `parent`. */
interface Spot {
  readonly path: Path;
  readonly parent: Parent;
  readonly index: number;
  readonly node: unknown;
  /** The nearest key above it: values under the same one are of a kind. */
  readonly field: string;
  readonly shown: string;
}

/** Every way to damage a file; `pick` chooses the partner of a swap, and what a misspelling is like. */
export function damagesOf(document: Document, pick: (below: number) => number): Damage[] {
  const spots = spotsIn(document.contents, []);
  const alike = grouped(spots, kindOf);
  return spots.flatMap((spot) => [
    ...structural(spot),
    ...(isScalar(spot.node) ? scalar(spot, spot.node.value, pick) : []),
    ...swapped(spot, alike.get(kindOf(spot)) ?? [], pick),
  ]);
}

function spotsIn(node: unknown, path: Path, field = ""): Spot[] {
  if (isMap(node))
    return node.items.flatMap((pair, index) => {
      const key = keyOf(pair);
      const here = [...path, key];
      const spot = {
        path: here,
        parent: node,
        index,
        node: pair.value,
        field: key,
        shown: String(pair.value),
      };
      return [spot, ...spotsIn(pair.value, here, key)];
    });
  if (isSeq(node))
    return node.items.flatMap((item, index) => {
      const here = [...path, index];
      return [
        { path: here, parent: node, index, node: item, field, shown: String(item) },
        ...spotsIn(item, here, field),
      ];
    });
  return [];
}

/** The items that have the same name, by that name. */
export function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

/** Puts `items` into the place of the one at the spot, none to remove it. */
function splice({ parent, index }: Spot, ...items: unknown[]): () => void {
  const before = [...parent.items];
  (parent.items as unknown[]).splice(index, 1, ...items);
  return () => {
    (parent.items as unknown[]).splice(0, parent.items.length, ...before);
  };
}

/** The item that holds `value` where the spot is: a pair in a map, the value itself in a list. */
function holding({ parent, index }: Spot, value: unknown): unknown {
  return isMap(parent) ? new Pair(parent.items[index]?.key, value) : value;
}

function put(spot: Spot, value: unknown): () => void {
  return splice(spot, holding(spot, value));
}

function one(kind: Kind, spot: Spot, what: string, apply: () => () => void): Damage {
  return { kind, at: [spot.path], what: `${what} ${spot.path.join("/")}`, apply };
}

function structural(spot: Spot): Damage[] {
  const { parent, node, index } = spot;
  const item: unknown = parent.items[index];
  const twice = one("duplicate an entry", spot, "twice", () => splice(spot, item, item));
  if (!isMap(parent)) {
    const removal = spot.field === "rows" && isMap(node) ? "drop a month" : "remove a list item";
    return [twice, ...retyped(spot), one(removal, spot, "without", () => splice(spot))];
  }
  const { key, value } = parent.items[index] as Pair;
  const wrong = (name: string): Damage =>
    one("misspell", spot, `key ${name} for`, () => splice(spot, new Pair(new Scalar(name), value)));
  const name = keyOf({ key } as Pair);
  return [
    twice,
    ...retyped(spot),
    wrong(`${name}x`),
    wrong(name.slice(1) || "x"),
    one("delete a key", spot, "without", () => splice(spot)),
  ];
}

function retyped(spot: Spot): Damage[] {
  const { node } = spot;
  const into = (value: unknown, what: string): Damage =>
    one("change a type", spot, `${what} for`, () => put(spot, value));
  const listed = new YAMLSeq();
  listed.items.push(node);
  if (!isScalar(node)) return [into(new Scalar("文字"), "text"), into(listed, "a list")];
  const other = typeof node.value === "string" ? new Scalar(7) : new Scalar(quoted(node.value));
  return [into(other, "another scalar"), into(listed, "a list"), into(new Scalar(null), "nothing")];
}

function quoted(value: unknown): string {
  return `约${String(value)}`;
}

function scalar(spot: Spot, value: unknown, pick: (below: number) => number): Damage[] {
  const as = (wrong: unknown): Damage =>
    one("misspell", spot, `${JSON.stringify(wrong)} for`, () => put(spot, new Scalar(wrong)));
  if (typeof value === "boolean") return [as(!value)];
  if (typeof value === "number") return [as(value + 1), as(value * 10)];
  if (typeof value !== "string") return [];
  const at = pick(value.length);
  return [
    as(`${value.slice(0, at)}${value.slice(at + 1)}` || "x"),
    as(`${value.slice(0, at)}错${value.slice(at)}`),
    one("empty a string", spot, "nothing in", () => put(spot, new Scalar(""))),
  ];
}

const CLAUSES = new Set(["clause", "fee_clause", "sources"]);

function swapped(spot: Spot, alike: readonly Spot[], pick: (below: number) => number): Damage[] {
  const others = alike.filter(({ shown }) => shown !== spot.shown);
  const partner = others[pick(others.length)];
  if (!partner) return [];
  const kind = CLAUSES.has(spot.field) ? "swap two clauses" : "swap two values";
  const what = `${spot.path.join("/")} ↔ ${partner.path.join("/")}`;
  return [{ kind, at: [spot.path, partner.path], what, apply: () => exchange(spot, partner) }];
}

/** Values that stand as deep under the same key and are of the same shape. */
function kindOf({ field, path, node }: Spot): string {
  const shape = isScalar(node) ? "scalar" : isMap(node) ? "map" : "list";
  return `${field} ${path.length} ${shape}`;
}

function exchange(spot: Spot, partner: Spot): () => void {
  const undoFirst = put(spot, partner.node);
  const undoSecond = put(partner, spot.node);
  return () => {
    undoSecond();
    undoFirst();
  };
}
