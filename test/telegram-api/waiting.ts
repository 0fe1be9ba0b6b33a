import { setTimeout as pause } from "node:timers/promises";

/** @throws when it does not come true within so many seconds */
export async function waitUntil(holds: () => boolean, seconds = 10): Promise<void> {
  const late = performance.now() + seconds * 1000;
  while (!holds()) {
    if (performance.now() > late) throw new Error(`waited in vain until ${holds.toString()}`);
    await pause(5);
  }
}
