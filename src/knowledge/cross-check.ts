import { checkAnswers } from "./check-answers.ts";
import { checkClauses } from "./check-clauses.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkConduct } from "./check-conduct.ts";
import { checkEducation } from "./check-education.ts";
import { checkGaps } from "./check-gaps.ts";
import { checkInterview } from "./check-interview.ts";
import { checkMajors, checkOccupations } from "./check-lists.ts";
import { checkMenu } from "./check-menu.ts";
import { checkPage } from "./check-page.ts";
import { checkAnnouncements, checkDesk, checkTitle, checkValidity } from "./check-periods.ts";
import { checkProjects } from "./check-projects.ts";
import { checkRegistration } from "./check-registration.ts";
import { checkRetakes } from "./check-retakes.ts";
import { checkTelegram } from "./check-telegram.ts";
import { checkTimetable } from "./check-timetable.ts";
import { checkVocabulary } from "./check-vocabulary.ts";
import { checkWording } from "./check-wording.ts";
import { FILE_NAMES, type PackFiles } from "./pack-files.ts";
import type { Pack } from "./pack.ts";
import { type Check, type Report, type Reports, createReport } from "./report.ts";
import { attempt } from "./sound-parts.ts";
import type { Fault } from "./yaml-file.ts";

const CHECKS: readonly Check[] = [
  checkClauses,
  checkValidity,
  checkTitle,
  checkAnnouncements,
  checkDesk,
  checkGaps,
  checkProjects,
  checkRetakes,
  checkTimetable,
  checkConditions,
  checkConduct,
  checkMajors,
  checkOccupations,
  checkEducation,
  checkWording,
  checkPage,
  checkTelegram,
  checkInterview,
  checkRegistration,
  checkMenu,
  checkVocabulary,
  checkAnswers,
];

/** What no shape can tell: whether the parts of a pack agree with one another, as far as they are sound. */
export function crossCheck(pack: Pack, files: PackFiles): Fault[] {
  const single = FILE_NAMES.map((name): [string, Report] => [
    name,
    createReport<unknown>(files[name]),
  ]);
  const answers = files.answers.map(createReport);
  const reports = { ...Object.fromEntries(single), answers } as unknown as Reports;
  for (const check of CHECKS) attempt(() => check(pack, reports));
  return [...single.map(([, report]) => report), ...answers].flatMap(({ faults }) => faults);
}
