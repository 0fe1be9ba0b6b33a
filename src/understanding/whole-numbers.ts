/** The golden ratio's: its multiples are far apart. */
const SALT = 0x9e3779b1;
const CODE_BITS = 16;
/** Signs have codes below this one. */
export const CODES = 2 ** CODE_BITS;

/** Two codes of signs, or other numbers of 16 bits, as one number. */
export function pairOf(one: number, other: number): number {
  return (one << CODE_BITS) + other;
}

/** Whether it is one of two, of which the first is not 0. */
export function isPair(number: number): boolean {
  return number >>> CODE_BITS !== 0;
}

/** At most half of the places are taken, so that few numbers meet. */
const ROOM = 2;
const LEAST_BITS = 8;
const MOST_SEEN = 2 ** 30;

/** Whole numbers of 32 bits, each once, in the order in which they came; to be emptied and filled again, where a Set is made anew. */
export class Distinct {
  size = 0;
  #list = new Int32Array(2 ** (LEAST_BITS - 1));
  /** Where in the list a number stands, counted from `#before`; what is not above it is of an earlier filling. */
  #places = new Int32Array(2 ** LEAST_BITS);
  #before = 0;
  readonly #most: number;

  /** @param most after so many numbers the places are cleared themselves */
  constructor(most = MOST_SEEN) {
    this.#most = most;
  }

  add(number: number): this {
    const mask = this.#places.length - 1;
    for (let slot = slotOf(number, mask); ; slot = (slot + 1) & mask) {
      const place = (this.#places[slot] as number) - this.#before;
      if (place > 0 && this.#list[place - 1] === number) return this;
      if (place > 0) continue;
      this.#list[this.size++] = number;
      this.#places[slot] = this.#before + this.size;
      if (this.size === this.#list.length) this.#grow();
      return this;
    }
  }

  /** @param place below `size` */
  at(place: number): number {
    return this.#list[place] as number;
  }

  clear(): void {
    this.#before += this.size;
    this.size = 0;
    if (this.#before < this.#most) return;
    this.#places.fill(0);
    this.#before = 0;
  }

  #grow(): void {
    const numbers = this.#list;
    this.#list = new Int32Array(ROOM * numbers.length);
    this.#places = new Int32Array(ROOM * this.#places.length);
    this.clear();
    for (const number of numbers) this.add(number);
  }
}

/** The place of each number of a list that has each once: number and place stand side by side, where a Map has them apart. */
export function createPlaces(numbers: Int32Array): (number: number) => number | undefined {
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(ROOM * numbers.length)));
  const mask = 2 ** bits - 1;
  /** By slot: the number and, where one stands there, its place and 1 more. */
  const table = new Int32Array(2 * (mask + 1));
  for (let place = 0; place < numbers.length; place++) {
    let slot = slotOf(numbers[place] as number, mask);
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = numbers[place] as number;
    table[2 * slot + 1] = place + 1;
  }
  return (number) => {
    for (let slot = slotOf(number, mask); ; slot = (slot + 1) & mask) {
      const next = table[2 * slot + 1] as number;
      if (next === 0) return undefined;
      if (table[2 * slot] === number) return next - 1;
    }
  };
}

function slotOf(number: number, mask: number): number {
  const spread = Math.imul(number, SALT);
  return (spread ^ (spread >>> 15)) & mask;
}
