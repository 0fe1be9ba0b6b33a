import { clausesIn, conditionWords, tierWords } from "./notice-clauses.ts";

/** Figures, names and lists of the notice, without its sentences. */
export interface NoticeFacts {
  readonly legal_basis: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  readonly projects: readonly { readonly direction: string; readonly level: string }[];
  readonly minimum_age: number;
  readonly standard_edition: number;
  readonly occupation_code: string;
  readonly months: readonly { readonly apply: string; readonly exam: string }[];
  readonly minimum_candidates: number;
  readonly fees: readonly {
    readonly direction: string;
    readonly level: string;
    readonly amount: number;
  }[];
  readonly ticket_lead: string;
  readonly result_days: number;
  readonly result_days_graded: number;
  readonly result_path: string;
  readonly result_search: string;
  readonly retake_years: string;
  readonly address: string;
  readonly phone: string;
  readonly supervision_phone: string;
  readonly city_supervision_phone: string;
  readonly desk_hours: readonly string[];
  readonly supervision_hours: readonly string[];
  readonly city_supervision_hours: readonly string[];
  readonly urls: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  /** In which clause each of them stands. */
  readonly clauses: Readonly<Record<string, string>>;
  readonly related_occupations: readonly string[];
  readonly majors: readonly string[];
  /** Years of work that a numbered condition asks for. */
  readonly condition_years: Readonly<Record<string, number>>;
  /** The words on which a numbered condition turns. */
  readonly condition_words: Readonly<Record<string, readonly string[]>>;
  /** The words that tell the consequence of a part of 附件2 from the others. */
  readonly tier_words: Readonly<Record<string, readonly string[]>>;
  /** How many acts each part of 附件2 lists. */
  readonly conduct_rules: Readonly<Record<string, number>>;
}

/** Reads the facts off the text of the notice. @throws when something is not where it should be */
export function readNotice(text: string): NoticeFacts {
  const found = (pattern: RegExp): string => {
    const hit = pattern.exec(text)?.[1];
    if (hit === undefined) throw new Error(`notice: nothing found for ${pattern}`);
    return hit;
  };
  const every = (pattern: RegExp, within = text): string[][] =>
    [...within.matchAll(pattern)].map((match) => match.slice(1));
  const list = (pattern: RegExp): string[] => found(pattern).split("、");
  const part = (from: string, to: string): string =>
    text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
  const hours = (line: string): string[] =>
    every(
      /(\d+:\d+-\d+:\d+)/gu,
      found(new RegExp(`${line}[^\\n]*?(\\(工作日[^)]*\\))`, "u")),
    ).flat();
  return {
    legal_basis: found(/（(沪人社职〔\d+〕\d+号)）/u),
    title: found(/^(上海市.+关于开展.+的通知)$/mu),
    issuer: found(/(上海市[^关\n]*协会)关于开展/u),
    year: Number(found(/关于开展(\d{4})年/u)),
    projects: every(/全媒体运营师（(.+?)）(.级)、(.级)[；。]/gu).flatMap(
      ([direction = "", ...levels]) => levels.map((level) => ({ direction, level })),
    ),
    minimum_age: Number(found(/年满(\d+)周岁/u)),
    standard_edition: Number(found(/全媒体运营师（(\d{4})年版）/u)),
    occupation_code: found(/职业编码：(\d+-\d+-\d+-\d+)/u),
    months: every(/^(\d+月(?:底前)?)\t(\d+月底前.*)$/gmu).map(([apply = "", exam = ""]) => ({
      apply,
      exam,
    })),
    minimum_candidates: Number(found(/报名人数不足(\d+)人/u)),
    fees: every(/^全媒体运营师\((.+?)\)\t(.级)\t(\d+)$/gmu).map(
      ([direction = "", level = "", amount]) => ({ direction, level, amount: Number(amount) }),
    ),
    ticket_lead: found(/(考前一周)登录/u),
    result_days: Number(found(/一般(\d+)个工作日/u)),
    result_days_graded: Number(found(/科目评价后的(\d+)个工作日/u)),
    result_path: found(/路径“(.+?)”/u),
    result_search: found(/直接搜索“(.+?)”/u),
    retake_years: found(/成绩有效期均为(..)，/u),
    address: found(/业务受理地址：(.+)/u).trim(),
    phone: found(/业务咨询电话：([\d-]+)/u),
    supervision_phone: found(/协会监督电话：([\d-]+)/u),
    city_supervision_phone: found(/鉴定中心监督电话：([\d-]+)/u),
    desk_hours: hours("业务受理时间：周一至周五"),
    supervision_hours: hours("协会监督电话："),
    city_supervision_hours: hours("鉴定中心监督电话："),
    urls: [
      ...new Set(every(/(?:<(https?:[^>]+)>|\((www[^)]+)\))/gu).map(([a, b]) => a ?? b ?? "")),
    ],
    links: {
      system: found(/协会报名系统\(网址：<(.+?)>/u),
      osta: found(/技能人才评价工作网”\((.+?)\)/u),
      standard: found(/职业技能标准查询网址：\s+<(.+?)>/u),
      guide: found(/考核指导手册查询网址：\s+<(.+?)>/u),
    },
    clauses: clausesIn(text),
    related_occupations: list(/① 相关职业:(.+?),下同/u),
    majors: list(/② 本专业或相关专业:(.+?),下同/u),
    condition_years: {
      ...conditionYears("四级", part("可申报四级", "可申报三级")),
      ...conditionYears("三级", part("可申报三级", "附件2:")),
    },
    condition_words: {
      ...conditionWords("四级", part("可申报四级", "可申报三级")),
      ...conditionWords("三级", part("可申报三级", "附件2:")),
    },
    tier_words: {
      一: tierWords(part("不符合申报条件或", "二、参评人员有")),
      二: tierWords(found(/(二、参评人员有.+)/u)),
      三: tierWords(found(/(三、参评人员有.+)/u)),
      四: tierWords(found(/(四、参评人员有.+)/u)),
    },
    conduct_rules: {
      二: conductRules(part("二、参评人员有", "三、参评人员有")),
      三: conductRules(part("三、参评人员有", "四、参评人员有")),
      四: conductRules(part("四、参评人员有", "评价活动结束后")),
    },
  };
}

function conditionYears(level: string, text: string): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/- \((\d)\) .*?工作满(\d+)年/gu)].map(([, number, years]) => [
      `${level}(${number})`,
      Number(years),
    ]),
  );
}

function conductRules(text: string): number {
  return [...text.matchAll(/^(?:- )?\d、/gmu)].length;
}
