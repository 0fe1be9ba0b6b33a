import type { z } from "zod";
import type { Answer } from "./schemas/answers.ts";
import type { Conduct } from "./schemas/conduct.ts";
import type { Question, Registration } from "./schemas/dialog.ts";
import type { EligibilityRules } from "./schemas/eligibility.ts";
import type { Education, Majors, Occupations } from "./schemas/lists.ts";
import type {
  Announcement,
  Desk,
  Projects,
  Timetable,
  clausesSchema,
  factsSchema,
  linksSchema,
  packSchema,
} from "./schemas/notice.ts";
import type { PageWord } from "./schemas/page.ts";
import type { TelegramWords } from "./schemas/telegram.ts";
import type { Menu, Phrase, Vocabulary } from "./schemas/wording.ts";

/** Everything known from one notice, validated and joined; nothing in it changes after the start. */
export interface Pack {
  readonly meta: z.infer<typeof packSchema>;
  readonly facts: z.infer<typeof factsSchema>;
  readonly links: z.infer<typeof linksSchema>;
  readonly clauses: z.infer<typeof clausesSchema>;
  readonly projects: Projects;
  readonly timetable: Timetable;
  readonly desk: Desk;
  readonly eligibility: EligibilityRules;
  readonly occupations: Occupations;
  readonly majors: Majors;
  readonly education: Education;
  readonly interview: readonly Question[];
  readonly registration: Registration;
  readonly conduct: Conduct;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly wording: Readonly<Record<Phrase, string>>;
  readonly vocabulary: Vocabulary;
  readonly menu: Menu;
  readonly page: Readonly<Record<PageWord, string>>;
  readonly telegram: TelegramWords;
  readonly announcements: readonly Announcement[];
}
