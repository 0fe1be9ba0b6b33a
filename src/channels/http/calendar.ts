import ical, { ICalEventTransparency } from "ical-generator";
import type { CalendarFile, FindDates } from "../../calendar-file.ts";
import type { Moment } from "../../message.ts";
import { Problem } from "./problems.ts";
import type { Routes } from "./zod-routes.ts";

export interface CalendarRoutes {
  readonly dates: FindDates;
  readonly now: () => Moment;
}

/** `/calendar/2026-05.ics`, which a timeline leads to: a file to open, and as a page no part of the API. */
export function calendarRoutes(routes: Routes, { dates, now }: CalendarRoutes): void {
  const options = { schema: { hide: true } };
  routes.get<{ Params: { file: string } }>("/calendar/:file", options, (request, reply) => {
    const { file } = request.params;
    const [, month = ""] = /^(\d{4}-\d{2})\.ics$/u.exec(file) ?? [];
    const found = dates(month);
    if (!found) throw new Problem(404, "The notice has no dates for this; ask for YYYY-MM.ics.");
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", `attachment; filename="${month}.ics"`)
      .send(toIcs(found, now()));
  });
}

/** RFC 5545; what is there for days only keeps nobody busy. */
function toIcs({ name, version, events }: CalendarFile, { date, time }: Moment): string {
  const calendar = ical({ name, prodId: { company: "Wenkao", product: "Wenkao", language: "ZH" } });
  const stamp = new Date(`${date}T${time}:00+08:00`);
  for (const { id, title, text, start, end } of events)
    calendar.createEvent({
      transparency: ICalEventTransparency.TRANSPARENT,
      id: `${id}@wenkao`,
      sequence: version,
      stamp,
      start,
      end,
      allDay: true,
      summary: title,
      description: text,
    });
  return calendar.toString();
}
