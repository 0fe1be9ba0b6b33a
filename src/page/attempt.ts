/** @returns undefined where it throws, as storage does that is blocked */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
