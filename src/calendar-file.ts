/** Something to put into a calendar, by whole days. */
export interface CalendarEvent {
  /** The same whenever this event is asked for, and no other's. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** `YYYY-MM-DD`, the first day and the one after the last. */
  readonly start: string;
  readonly end: string;
}

/** The dates of one month to apply in. */
export interface CalendarFile {
  readonly name: string;
  /** Grows with the content, so that an event taken along anew replaces the old one. */
  readonly version: number;
  readonly events: readonly CalendarEvent[];
}

/** @returns undefined for a month (`YYYY-MM`) that the notice says nothing about */
export type FindDates = (month: string) => CalendarFile | undefined;
