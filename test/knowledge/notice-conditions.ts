import type { Requirement } from "../../src/knowledge/schemas/eligibility.ts";
import type { NoticeFacts } from "./notice-text.ts";

/** Schools that the notice names, and those where it leaves open whether they count (gaps A3, A9). */
const SCHOOLS = {
  技工院校或中等及以上职业院校: {
    schools: ["技工院校", "技师学院", "技工院校高级工班", "中等职业学校", "专科", "本科", "研究生"],
    unsure_schools: ["成人高等教育", "境外学历"],
  },
  技工院校高级工班及以上: { schools: ["技工院校高级工班"], unsure_schools: ["技师学院"] },
  "高等职业学校、专科及以上": {
    schools: ["专科", "本科", "研究生"],
    unsure_schools: ["成人高等教育", "境外学历"],
  },
};

/** What each numbered condition asks for, from its words and years; `unsure` where the gaps say so. */
export function requirementsBy(notice: NoticeFacts): Record<string, Requirement> {
  return Object.fromEntries(
    Object.entries(notice.condition_words).map(([id, words]) => {
      const years = notice.condition_years[id] ?? 0;
      const parts = [...afterPaper(words, years), ...diploma(words)];
      const [only, more] = parts;
      if (!only) return [id, { work: { years, occupations: ["own", "related"] } }];
      return [id, more ? { all: parts } : only];
    }),
  );
}

function afterPaper(words: readonly string[], years: number): Requirement[] {
  if (words.includes("取得相关职业五级"))
    return [
      {
        certificate: {
          levels: ["五级"],
          occupations: ["related"],
          unsure_occupations: ["own"],
          years_after: years,
        },
      },
    ];
  if (words.includes("取得本职业或相关职业四级"))
    return [
      {
        certificate: {
          levels: ["四级"],
          unsure_levels: ["三级", "二级", "一级"],
          occupations: ["own", "related"],
          years_after: years,
        },
      },
    ];
  return words.includes("初级职称")
    ? [{ title: { grades: ["junior"], unsure_grades: ["middle", "senior"], years_after: years } }]
    : [];
}

function diploma(words: readonly string[]): Requirement[] {
  return Object.entries(SCHOOLS).flatMap(([word, schools]) =>
    words.includes(word)
      ? [
          {
            diploma: {
              ...schools,
              statuses: words.includes("含在读应届毕业生")
                ? ["graduated", "final_year"]
                : ["graduated"],
            },
          },
        ]
      : [],
  );
}

/** The same with each list of names in one order: it is a set. */
export function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOneOrder);
    return items.every((item) => typeof item === "string") ? items.toSorted() : items;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inOneOrder(item)]));
}
