/** Where each fact, link and table stands in the notice: the first place after `一、`, or the one of the pattern. */
const PLACES: Readonly<Record<string, RegExp>> = {
  issuer: /上海市多媒体行业协会/u,
  occupation: /全媒体运营师/u,
  occupation_code: /职业编码：/u,
  standard: /《国家职业标准/u,
  minimum_age: /年满\d+周岁/u,
  minimum_education: /最低学历/u,
  fee_level_4: /\t四级\t/u,
  fee_level_3: /\t三级\t/u,
  minimum_candidates: /报名人数不足/u,
  result_days: /一般\d+个工作日/u,
  result_days_graded: /科目评价后的\d+个工作日/u,
  result_path: /路径“/u,
  result_search: /直接搜索“/u,
  retake_years: /成绩有效期均为/u,
  ticket_lead: /考前一周/u,
  address: /业务受理地址：/u,
  phone: /业务咨询电话：/u,
  hours: /业务受理时间：/u,
  supervision_phone: /协会监督电话：/u,
  supervision_hours: /协会监督电话：/u,
  city_supervision_phone: /鉴定中心监督电话：/u,
  city_supervision_hours: /鉴定中心监督电话：/u,
  projects: /（直播运营）/u,
  timetable: /^1月底前\t/mu,
  fees: /考务费的收费标准/u,
  registration: /团体申报和个人申报/u,
  "link system": /planlist/u,
  "link osta": /www\.osta/u,
  "link standard": /biaozhun/u,
  "link guide": /guide\.html/u,
};

/** @throws when something is not there */
export function clausesIn(text: string): Record<string, string> {
  const start = text.indexOf("\n一、");
  const found = Object.entries(PLACES).map(([key, pattern]): [string, string] => {
    const at = text.slice(start).search(pattern);
    if (at < 0) throw new Error(`notice: nothing found for ${pattern}`);
    return [key, clauseAt(text.slice(0, start + at + 1))];
  });
  return { legal_basis: clauseAt(text.slice(0, text.indexOf("〔"))), ...Object.fromEntries(found) };
}

/** The number under which the last sign of `before` stands. */
function clauseAt(before: string): string {
  let [part, section, item] = ["通知开头", "", ""];
  for (const line of before.split("\n")) {
    const [, top] = /^([一二三四五六七])、/u.exec(line) ?? [];
    const [, sub] = /^[（(]([一二三四五])[）)]/u.exec(line) ?? [];
    const [, number] = /^(\d)\. /u.exec(line) ?? [];
    if (top !== undefined) [part, section, item] = [top, "", ""];
    if (sub !== undefined) [section, item] = [`(${sub})`, ""];
    if (number !== undefined) item = number;
  }
  return `${part}${section}${item}`;
}

/** Words on which a condition of 附件1 turns. */
const CONDITION_WORDS = [
  "取得相关职业五级",
  "取得本职业或相关职业四级",
  "初级职称",
  "技工院校或中等及以上职业院校",
  "技工院校高级工班及以上",
  "高等职业学校、专科及以上",
  "含在读应届毕业生",
  "经评估论证",
] as const;

/** Which of them stand in each numbered condition of `text`. */
export function conditionWords(level: string, text: string): Record<string, string[]> {
  const [, ...conditions] = text.split(/^- \(\d\) /mu);
  return Object.fromEntries(
    conditions.map((one, at) => [
      `${level}(${at + 1})`,
      CONDITION_WORDS.filter((word) => one.includes(word)),
    ]),
  );
}

/** Words that tell one tier of 附件2 from another. */
const TIER_WORDS = ["资格", "全部科目", "当年", "2年", "5年"] as const;

export function tierWords(text: string): string[] {
  return TIER_WORDS.filter((word) => text.includes(word));
}
