import { describe, it } from "vitest";
import {
  aliases,
  conditions,
  conduct,
  lists,
  buttons,
  options,
  dates,
} from "./agreement-breakages.ts";
import { expectFault } from "./broken-pack.ts";

describe("a pack whose parts do not agree is told with file, line and remedy:", () => {
  it.each(conditions)("conditions, $names", (breakage) => expectFault(breakage));
  it.each(conduct)("conduct, $names", (breakage) => expectFault(breakage));
  it.each(lists)("lists, $names", (breakage) => expectFault(breakage));
  it.each(dates)("title and results, $names", (breakage) => expectFault(breakage));
  it.each(aliases)("aliases, $names", (breakage) => expectFault(breakage));
  it.each(buttons)("buttons and registration, $names", (breakage) => expectFault(breakage));
  it.each(options)("options of the interview, $names", (breakage) => expectFault(breakage));
});
