import type { Moment } from "./message.ts";

const SHANGHAI = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** The minute it is in Asia/Shanghai. */
function momentOf(instant: Date): Moment {
  const [date = "", time = ""] = SHANGHAI.format(instant).split(" ");
  return { date, time };
}

/**
 * The clock that everything else gets as an argument: the real one, or one that stands still.
 * @param fixed `YYYY-MM-DD` (10:00) or `YYYY-MM-DDTHH:MM`, Asia/Shanghai
 */
export function createClock(fixed?: string): () => Moment {
  if (fixed === undefined) return () => momentOf(new Date());
  const [date = "", time = "10:00"] = fixed.split("T");
  return () => ({ date, time });
}
