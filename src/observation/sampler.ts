/**
 * Lets one line a second into the log, however much happens.
 * @returns how many were left out since the last one, or undefined when this one is left out too
 */
export type Sampler = () => number | undefined;

const INTERVAL_MS = 1000;

/** @param now milliseconds on a clock that never goes back */
export function createSampler(now: () => number = () => performance.now()): Sampler {
  let next = -Infinity;
  let leftOut = 0;
  return () => {
    if (now() < next) {
      leftOut += 1;
      return undefined;
    }
    const before = leftOut;
    leftOut = 0;
    next = now() + INTERVAL_MS;
    return before;
  };
}
