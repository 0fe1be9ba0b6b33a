import { setTimeout as pause } from "node:timers/promises";

/** @throws when it does not come true within ten seconds */
export async function waitUntil(holds: () => boolean): Promise<void> {
  const late = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > late) throw new Error(`waited in vain until ${holds.toString()}`);
    await pause(5);
  }
}
