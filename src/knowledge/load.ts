import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Pack } from "./pack.ts";
import { crossCheck } from "./cross-check.ts";
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
import { menuSchema, vocabularySchema, wordingSchema } from "./schemas/wording.ts";
import { type Fault, type YamlFile, readYaml } from "./yaml-file.ts";

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
  announcements: ["announcements.yaml", announcementsSchema],
} as const;

export type PackFiles = {
  readonly [K in keyof typeof FILES]: YamlFile<z.infer<(typeof FILES)[K][1]>>;
} & { readonly answers: readonly YamlFile<Answer[]>[] };

/** A pack that must not be served: every fault, each with its place and its remedy. */
export class PackFaults extends Error {
  override readonly name = "PackFaults";
  readonly faults: readonly Fault[];

  constructor(directory: string, faults: readonly Fault[]) {
    super(`pack ${directory}: ${faults.length} fault(s)\n${faults.map(describe).join("\n")}`);
    this.faults = faults;
  }
}

/** `file:line:column message (what to do)` */
export function describe(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.message} (${fault.remedy})`;
}

/**
 * Reads, validates and joins the pack in `directory`.
 * @throws {PackFaults} with every fault found
 */
export function loadPack(directory: string): Pack {
  const files = readFiles(directory);
  const unreadable = [...files.answers, ...single(files)].flatMap((file) => file.faults);
  if (unreadable.length > 0) throw new PackFaults(directory, unreadable);
  const pack = assemble(files);
  const faults = crossCheck(pack, files);
  if (faults.length > 0) throw new PackFaults(directory, faults);
  return pack;
}

function readFiles(directory: string): PackFiles {
  const read = Object.fromEntries(
    Object.entries(FILES).map(([key, [file, schema]]) => [
      key,
      readYaml<unknown>(join(directory, file), join(directory, file), schema as z.ZodType),
    ]),
  );
  const folder = join(directory, "answers");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".yaml"))
    : [];
  const answers = names
    .toSorted()
    .map((name) => readYaml(join(folder, name), join(folder, name), answersSchema));
  return { ...read, answers } as unknown as PackFiles;
}

function single(files: PackFiles): YamlFile<unknown>[] {
  return Object.keys(FILES).map((key) => files[key as keyof typeof FILES] as YamlFile<unknown>);
}

function assemble(files: PackFiles): Pack {
  const values = Object.fromEntries(
    Object.keys(FILES).map((key) => [key, files[key as keyof typeof FILES].value]),
  );
  const answers = new Map(
    files.answers.flatMap((file) =>
      (file.value ?? []).map((answer) => [answer.id, answer] as const),
    ),
  );
  return { ...values, answers } as unknown as Pack;
}
