/** What a limit says to one more. */
export interface Spent {
  /** Whole seconds until there may be another; 0: this one is within the limit. */
  readonly seconds: number;
  /** The first that is too many: of all until then, whoever is limited needs to be told once. */
  readonly isFirst: boolean;
}

/** How often something may be done in a minute, by one conversation or from one address. */
export interface Limit {
  /** Counts one more. It never fails: where what is shared cannot be reached, this process counts alone. */
  readonly spend: (who: string) => Promise<Spent>;
  /** Takes away all that was counted. It never fails: what stays ends within a minute. */
  readonly forget: (who: string) => Promise<void>;
}

export const WITHIN: Spent = { seconds: 0, isFirst: false };

/** For a limit of 0. */
export const NO_LIMIT: Limit = { spend: async () => WITHIN, forget: async () => {} };
