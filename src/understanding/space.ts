import type { Vectors } from "./softmax.ts";

/** The features that were seen, numbered, and what each weighs. */
export interface Space {
  readonly size: number;
  /** @returns the text's vector, and which share of its features was seen */
  readonly vectorOf: (found: ReadonlySet<number>) => { vector: Vectors; known: number };
}

/** The features of texts, each weighted by its rarity, and the vectors of the texts. */
export function createSpace(texts: readonly ReadonlySet<number>[]): Space & { vectors: Vectors } {
  const places = new Map<number, number>();
  const counts: number[] = [];
  const { starts, index } = laidOut(texts, (feature) => {
    const place = places.get(feature) ?? places.size;
    if (place === places.size) places.set(feature, place);
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  });
  const rarity = Float64Array.from(counts, (count) =>
    Math.sqrt(Math.log(1 + texts.length / count)),
  );
  return {
    size: places.size,
    vectors: weighted(starts, index, rarity),
    vectorOf(found) {
      const known: number[] = [];
      for (const feature of found) {
        const place = places.get(feature);
        if (place !== undefined) known.push(place);
      }
      return {
        vector: weighted(Int32Array.of(0, known.length), Int32Array.from(known), rarity),
        known: found.size === 0 ? 0 : known.length / found.size,
      };
    },
  };
}

/** Some of the vectors, with their features numbered anew, without gaps. */
export interface Picked {
  readonly vectors: Vectors;
  readonly size: number;
  /** A vector of all features with those numbers; what has none is left out. */
  readonly renumbered: (vector: Vectors) => Vectors;
}

/** The vectors at these places, of features below `size`. */
export function pick(
  { starts, index, weight }: Vectors,
  places: readonly number[],
  size: number,
): Picked {
  const number = new Int32Array(size).fill(-1);
  let numbers = 0;
  const picked = startsOf(places.map((at) => (starts[at + 1] as number) - (starts[at] as number)));
  const ownIndex = new Int32Array(picked.at(-1) as number);
  const ownWeight = new Float64Array(ownIndex.length);
  let place = 0;
  for (const at of places)
    for (let n = starts[at] as number; n < (starts[at + 1] as number); n++) {
      const feature = index[n] as number;
      if (number[feature] === -1) number[feature] = numbers++;
      ownIndex[place] = number[feature] as number;
      ownWeight[place++] = weight[n] as number;
    }
  return {
    vectors: { starts: picked, index: ownIndex, weight: ownWeight },
    size: numbers,
    renumbered: (vector) => renumbered(vector, number),
  };
}

function renumbered({ index, weight }: Vectors, number: Int32Array): Vectors {
  const [ownIndex, ownWeight] = [new Int32Array(index.length), new Float64Array(index.length)];
  let count = 0;
  for (let n = 0; n < index.length; n++) {
    const own = number[index[n] as number] as number;
    if (own < 0) continue;
    ownIndex[count] = own;
    ownWeight[count++] = weight[n] as number;
  }
  return { starts: Int32Array.of(0, count), index: ownIndex, weight: ownWeight };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = (starts[at] as number) + length));
  return starts;
}

function laidOut(texts: readonly ReadonlySet<number>[], placeOf: (feature: number) => number) {
  const starts = startsOf(texts.map(({ size }) => size));
  const index = new Int32Array(starts.at(-1) as number);
  let at = 0;
  for (const found of texts) for (const feature of found) index[at++] = placeOf(feature);
  return { starts, index };
}

/** Each vector's length is one. */
function weighted(starts: Int32Array, index: Int32Array, rarity: Float64Array): Vectors {
  const weight = new Float64Array(index.length);
  for (let one = 0; one + 1 < starts.length; one++) {
    const [from, to] = [starts[one] as number, starts[one + 1] as number];
    let squares = 0;
    for (let at = from; at < to; at++) {
      const value = rarity[index[at] as number] as number;
      weight[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let at = from; at < to; at++) weight[at] = (weight[at] as number) / length;
  }
  return { starts, index, weight };
}
