/** One guarantee under one kind of adversity. */
export interface Experiment {
  readonly name: string;
  /** What holds. */
  readonly claims: string;
  /** What is done to it. */
  readonly how: string;
  /** Left out where it has to be quick. */
  readonly isLong?: boolean;
  readonly run: (extent: Extent) => Promise<Outcome>;
}

/** How much of it is done; `quick` keeps all of them together below a minute. */
export interface Extent {
  readonly quick: boolean;
  readonly seed: number;
}

export interface Outcome {
  readonly figures: Readonly<Record<string, number>>;
  /** What was violated, in words; nothing where the claim holds. */
  readonly violations: readonly string[];
}
