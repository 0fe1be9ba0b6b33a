import type { Profile } from "../../src/profile.ts";
import {
  DOUBTFUL_PAPERS,
  EVERYDAY_JOBS,
  LISTED_MAJORS,
  MAJORS_ALONE,
  NEAR_MAJORS,
  OTHER_MAJORS,
  OTHER_PAPERS,
  OWN_OCCUPATIONS,
  RELATED_OCCUPATIONS,
} from "./names.ts";

const OFFICIAL = [...OWN_OCCUPATIONS, ...RELATED_OCCUPATIONS, ...MAJORS_ALONE];
const GROWN: Profile = { age: 30, highest_education: "高中" };

/** No word of the caller on the name, an unknown one, and each of the words that win over it. */
const MATCHES = [undefined, null, "own", "related", "unclear", "unlisted"];
const LISTINGS = [undefined, null, "listed", "unclear", "unlisted"];

function* jobs(): Generator<Profile> {
  for (const occupation of [...OFFICIAL, ...EVERYDAY_JOBS])
    for (const match of MATCHES)
      for (const years of [4.92, 5, 10])
        yield { ...GROWN, work: [{ occupation, years, ...(match !== undefined && { match }) }] };
}

function* certificates(): Generator<Profile> {
  for (const occupation of [...OFFICIAL, ...DOUBTFUL_PAPERS, ...OTHER_PAPERS])
    for (const match of MATCHES)
      for (const [level, years_worked_after] of [["五级", 3] as const, ["四级", 4] as const]) {
        const one = {
          occupation,
          level,
          years_worked_after,
          ...(match !== undefined && { match }),
        };
        yield { ...GROWN, certificates: [one] };
      }
}

function* diplomas(): Generator<Profile> {
  for (const major of [...LISTED_MAJORS, ...NEAR_MAJORS, ...OTHER_MAJORS])
    for (const listing of LISTINGS)
      for (const school_type of ["中专", "技工院校高级工班", "专科"]) {
        const match = listing === undefined ? {} : { major_match: listing };
        yield { ...GROWN, education: [{ school_type, status: "graduated", major, ...match }] };
      }
}

export function* namedProfiles(): Generator<Profile> {
  yield* jobs();
  yield* certificates();
  yield* diplomas();
}
