import { describe, it } from "vitest";
import { unknownClauses, projects, months, others } from "./notice-breakages.ts";
import { expectFault } from "./broken-pack.ts";

describe("a fault of the notice's data is told with file, line and remedy:", () => {
  it.each(unknownClauses)("a clause that is not there, $names in $file", (breakage) =>
    expectFault(breakage),
  );
  it.each(projects)("a project or fee, $names in $file", (breakage) => expectFault(breakage));
  it.each(months)("a month, $names at $at", (breakage) => expectFault(breakage));
  it.each(others)("a period that runs backwards, $names in $file", (breakage) =>
    expectFault(breakage),
  );
});
