import type { Desk } from "../knowledge/schemas/notice.ts";
import type { Moment } from "../message.ts";
import { addDays, dayKind, weekday } from "./calendar.ts";

export type DeskState =
  | { readonly state: "open"; readonly until: string }
  /** Without `next` where the holidays ahead are not published yet. */
  | { readonly state: "closed"; readonly next?: Moment }
  /** A weekend day worked in exchange: the notice says both "weekdays" and "working days" (A34). */
  | { readonly state: "adjusted_weekend" }
  | { readonly state: "unpublished" };

/** All of a moment that wording depends on: between two of the desk's hours nothing is worded differently. */
export interface Daytime {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly desk: DeskState;
}

/** Tells the daytime of a moment; that of the last one is kept, as many turns share a minute. */
export function createDaytime(desk: Desk): (at: Moment) => Daytime {
  let [minute, last]: [string?, Daytime?] = [];
  return (at) => {
    const now = `${at.date} ${at.time}`;
    if (last && now === minute) return last;
    [minute, last] = [now, { today: at.date, desk: deskState(desk, at) }];
    return last;
  };
}

const FAR_ENOUGH = 30;

/** Whether the desk serves at this minute, or when it does next. */
export function deskState(desk: Desk, { date, time }: Moment): DeskState {
  const today = dayKind(date);
  if (today === "unpublished") return { state: "unpublished" };
  if (today === "adjusted_workday" && !desk.weekdays.includes(weekday(date)))
    return { state: "adjusted_weekend" };
  if (serves(desk, date)) {
    const now = desk.spans.find(([from, to]) => from <= time && time < to);
    if (now) return { state: "open", until: now[1] };
    const later = desk.spans.find(([from]) => time < from);
    if (later) return { state: "closed", next: { date, time: later[0] } };
  }
  for (let ahead = 1; ahead <= FAR_ENOUGH; ahead++) {
    const day = addDays(date, ahead);
    if (dayKind(day) === "unpublished") return { state: "closed" };
    const opening = desk.spans[0]?.[0];
    if (serves(desk, day) && opening !== undefined)
      return { state: "closed", next: { date: day, time: opening } };
  }
  return { state: "unpublished" };
}

function serves(desk: Desk, date: string): boolean {
  return desk.weekdays.includes(weekday(date)) && dayKind(date) === "workday";
}
