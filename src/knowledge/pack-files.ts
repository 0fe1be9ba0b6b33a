import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { z } from "zod";
import { type Answer, answersSchema } from "./schemas/answers.ts";
import { conductSchema } from "./schemas/conduct.ts";
import { interviewSchema, registrationSchema } from "./schemas/dialog.ts";
import { eligibilitySchema } from "./schemas/eligibility.ts";
import { educationSchema, majorsSchema, occupationsSchema } from "./schemas/lists.ts";
import {
  announcementsSchema,
  clausesSchema,
  deskSchema,
  factsSchema,
  linksSchema,
  packSchema,
  projectsSchema,
  timetableSchema,
} from "./schemas/notice.ts";
import { pageSchema } from "./schemas/page.ts";
import { telegramSchema } from "./schemas/telegram.ts";
import { menuSchema, vocabularySchema, wordingSchema } from "./schemas/wording.ts";
import type { YamlFile, readYaml } from "./yaml-file.ts";

/** The files of a pack by the name that they have in `Pack`; answers/ comes beside them. */
const FILES = {
  meta: ["pack.yaml", packSchema],
  facts: ["facts.yaml", factsSchema],
  links: ["links.yaml", linksSchema],
  clauses: ["clauses.yaml", clausesSchema],
  projects: ["projects.yaml", projectsSchema],
  timetable: ["timetable.yaml", timetableSchema],
  desk: ["desk.yaml", deskSchema],
  eligibility: ["eligibility.yaml", eligibilitySchema],
  occupations: ["occupations.yaml", occupationsSchema],
  majors: ["majors.yaml", majorsSchema],
  education: ["education.yaml", educationSchema],
  interview: ["interview.yaml", interviewSchema],
  registration: ["registration.yaml", registrationSchema],
  conduct: ["conduct.yaml", conductSchema],
  wording: ["wording.yaml", wordingSchema],
  vocabulary: ["vocabulary.yaml", vocabularySchema],
  menu: ["menu.yaml", menuSchema],
  page: ["page.yaml", pageSchema],
  telegram: ["telegram.yaml", telegramSchema],
  announcements: ["announcements.yaml", announcementsSchema],
} as const;

export type PackFiles = {
  readonly [K in keyof typeof FILES]: YamlFile<z.infer<(typeof FILES)[K][1]>>;
} & { readonly answers: readonly YamlFile<Answer[]>[] };

/** Reads and validates every file of a pack by `read`; faults are collected in each. */
export function readPackFiles(directory: string, read: typeof readYaml): PackFiles {
  const single = Object.fromEntries(
    Object.entries(FILES).map(([key, [file, schema]]) => [
      key,
      read<unknown>(join(directory, file), join(directory, file), schema as z.ZodType),
    ]),
  );
  const answers = answerFiles(directory).map((path) => read(path, path, answersSchema));
  return { ...single, answers } as unknown as PackFiles;
}

/** The files of answers/ in a fixed order, each with its folders. */
function answerFiles(directory: string): string[] {
  const folder = join(directory, "answers");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.toSorted().map((name) => join(folder, name));
}

/** What the files of a pack consist of, always in the same order; those that are missing are left out. */
export function readPackBytes(directory: string): { name: string; bytes: Uint8Array }[] {
  const single = Object.values(FILES).map(([file]) => join(directory, file));
  return [...single.filter((path) => existsSync(path)), ...answerFiles(directory)].map((path) => ({
    name: relative(directory, path),
    bytes: readFileSync(path),
  }));
}

/** The names in `Pack` of the files that stand alone, answers/ not among them. */
export const FILE_NAMES = Object.keys(FILES) as (keyof typeof FILES)[];
