import type { Facts } from "../machines/words.ts";
import type { Profile } from "../src/profile.ts";
import { NONE } from "../src/rules/facts.ts";

const YEARS: Readonly<Record<string, number>> = {
  under_5: 2,
  from_5: 6,
  from_10: 12,
  under_3: 1,
  from_3: 3,
  from_4: 5,
};

/** The first of each thing in a form, as `assess` takes it. */
export function profileOf(form: Facts): Profile {
  const told = (id: string): string | undefined => {
    const value = form[id];
    return typeof value === "string" && value !== NONE ? value : undefined;
  };
  return {
    age: 30,
    education: [
      { school_type: told("school"), status: told("status"), major_match: told("major") },
    ],
    ...(told("occupation") !== undefined && {
      work: [{ match: told("occupation"), years: YEARS[told("work_years") ?? ""] }],
    }),
    ...(told("certificate") !== undefined && {
      certificates: [
        {
          level: told("certificate"),
          match: told("certificate_occupation"),
          years_worked_after: YEARS[told("certificate_years") ?? ""],
        },
      ],
    }),
  };
}
