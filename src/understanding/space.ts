import type { Features } from "./features.ts";
import { createPlaces } from "./whole-numbers.ts";

/** The sparse weights of texts' features, each text's of length one: those of text `n` from `starts[n]` to `starts[n + 1]`. */
export interface Vectors {
  readonly starts: Int32Array;
  readonly index: Int32Array;
  readonly weight: Float64Array;
}

/** The features that were seen, in the order of their numbers, and how rare each is. Plain data. */
export interface Space {
  readonly features: Int32Array;
  readonly rarity: Float64Array;
}

/** @returns the text's vector, and which share of its features was seen */
export type VectorOf = (text: string) => { readonly vector: Vectors; readonly known: number };

/** The features of texts, each weighted by its rarity, and the vectors of the texts. */
export function learnSpace(
  texts: readonly string[],
  features: Features,
): { readonly space: Space; readonly vectors: Vectors } {
  const places = new Map<number, number>();
  const counts: number[] = [];
  const placeOf = (feature: number): number => {
    const place = places.get(feature) ?? places.size;
    if (place === places.size) places.set(feature, place);
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  };
  const [starts, index]: [number[], number[]] = [[0], []];
  for (const text of texts) {
    const found = features(text);
    for (let at = 0; at < found.size; at++) index.push(placeOf(found.at(at)));
    starts.push(index.length);
  }
  const rarity = Float64Array.from(counts, (count) =>
    Math.sqrt(Math.log(1 + texts.length / count)),
  );
  return {
    space: { features: Int32Array.from(places.keys()), rarity },
    vectors: weighted(Int32Array.from(starts), Int32Array.from(index), rarity),
  };
}

/** @returns what hands over the same arrays each time, which the next call overwrites */
export function createVectorOf({ features: seen, rarity }: Space, features: Features): VectorOf {
  const placeOf = createPlaces(seen);
  let vector = emptyVector(ROOM);
  return (text) => {
    const found = features(text);
    if (found.size > vector.index.length) vector = emptyVector(2 * found.size);
    const { starts, index } = vector;
    let known = 0;
    for (let at = 0; at < found.size; at++) {
      const place = placeOf(found.at(at));
      if (place !== undefined) index[known++] = place;
    }
    starts[1] = known;
    weigh(vector, rarity, 0);
    return { vector, known: found.size === 0 ? 0 : known / found.size };
  };
}

/** Features of most messages. */
const ROOM = 256;

function emptyVector(room: number): Vectors {
  return { starts: new Int32Array(2), index: new Int32Array(room), weight: new Float64Array(room) };
}

/** The vectors at these places. */
export function pick({ starts, index, weight }: Vectors, places: readonly number[]): Vectors {
  const picked = startsOf(places.map((at) => (starts[at + 1] as number) - (starts[at] as number)));
  const size = picked.at(-1) as number;
  const [ownIndex, ownWeight] = [new Int32Array(size), new Float64Array(size)];
  for (const [place, at] of places.entries()) {
    const [from, to] = [starts[at], starts[at + 1]];
    ownIndex.set(index.subarray(from, to), picked[place]);
    ownWeight.set(weight.subarray(from, to), picked[place]);
  }
  return { starts: picked, index: ownIndex, weight: ownWeight };
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = (starts[at] as number) + length));
  return starts;
}

function weighted(starts: Int32Array, index: Int32Array, rarity: Float64Array): Vectors {
  const vectors = { starts, index, weight: new Float64Array(index.length) };
  for (let one = 0; one + 1 < starts.length; one++) weigh(vectors, rarity, one);
  return vectors;
}

/** Gives the features of one vector their weights, so that its length is one. */
function weigh({ starts, index, weight }: Vectors, rarity: Float64Array, one: number): void {
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
