/** One turn that a store has committed. Ids stand as digests. */
export interface Applied {
  readonly owner: string;
  readonly message: string;
  /** As it was stored with it. */
  readonly state: string;
}

/** Everything that a store has committed, the first first; what it no longer holds included. */
export type ReadHistory = () => Promise<readonly Applied[]>;
