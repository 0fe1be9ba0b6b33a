/** Runs what talks to the server one at a time. */
export type TakeTurns = <T>(action: () => Promise<T>) => Promise<T>;

const LOCK = "wenkao.talk";

/**
 * One at a time among all tabs, and a tab that is closed lets the next one go on. Pages without TLS have no
 * locks, and frames of other sites may be denied them: there each tab keeps to itself, and the server's keys
 * see to it that nothing is done twice.
 */
export function createTakeTurns(): TakeTurns {
  const alone = takeTurnsAlone();
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (!locks) return alone;
  return async (action) => {
    let isOurs = false;
    try {
      return await locks.request(LOCK, () => {
        isOurs = true;
        return action();
      });
    } catch (error) {
      if (isOurs) throw error;
      return alone(action);
    }
  };
}

function takeTurnsAlone(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next;
    return next;
  };
}
