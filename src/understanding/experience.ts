import type { Duration } from "./durations.ts";

/**
 * How a length of time belongs to the years of work: all of them together, of work, said of nothing else, since
 * a paper, or only what is required. Undefined: of a school, a wait, a validity, a gap, or since graduation.
 */
export type Standing = "total" | "work" | "open" | "paper" | "required";

const GRADUATED = /毕业[了已经都有满快才刚整后]*$/u;
const STUDIED = /(?:读|学|念|上学|上|培训|学习|补习|学制|复习|备考)[了过满的]*$/u;
const WAITED =
  /(?:有效期?|保留|作废|管|禁考?|禁止|停考|等上?|隔|(?<!年)限|期限|提前|推迟|延迟|延长|(?<![做干当搞学读教写卖开拍播跑事])过|再|晚|超过|延毕)[了是为到有]*$/u;
const STOPPED =
  /(?:停|断|歇|休息|空|离开|离职|失业|待业|没做|没干|没上班|不做|不干|休|带娃|生孩子|坐牢|当兵|服役|参军)[了过有快]*$/u;
const LIVED = /(?:[来在到](?:上海|沪|这边|本地)|住|结婚|离婚|认识|怀孕)[了过有满快]*$/u;
const WHICH = /[第头前后每隔哪]$|最近$|[这那][两俩2]?$/u;
const LACKED = /[差缺少剩]了?$/u;

const THEN = /^(?:[以之]?[前内后]|[里中](?!专))/u;
const TIMES =
  /^(?:里|内|中)?(?:[能会]|可以)?[有考开报办]*(?:几|多少|[一二两三四]|\d+)[次场回批届期]/u;
const OTHERWISE = /^(?:有效|过期|不[能得给让可]|禁|都?[没未]|空[窗白]|学制|的课)/u;
const OF_SCHOOL = /^(?:的)?(?:大专|中专|本科|专科|高中|技校|职高)/u;

const ALL = /(?:一共|总共|加一?起来?|合计|累计|总计|共)(?:也?就?[有是做干]?[了过满]*)$/u;
const WORKED =
  /(?:做|干|搞|当|混|从事|工作|上班|从业|入行|经验|工龄|年限|跑|卖|开|教|写|拍|播)[了过的满足有是整快]*$/u;
const OF_WORK = /^(?:的)?(?:工作|经验|工龄|从业|年限|班(?!级|主)|相关)/u;
const REQUIRED =
  /(?:要求|规定|必须|得|需要?|要|才算|起码|至少)是?(?:工作|累计|干|做|从业|从事|有)?[满够到达]*$/u;
const SINCE_PAPER = /(?:职称|证书?|证儿|拿证?|取证|到手|持有?|考到|考出来?)[了过的满有已经后]*$/u;

/** Characters of the text around a length of time that say what it is of. */
const NEAR = 9;
const MARK = /[，,。；;！!？? ]/u;

/** What a length of time in a text is said of. */
export function standingOf(text: string, { start, end }: Duration): Standing | undefined {
  const before = clauseBefore(text, start);
  const after = text.slice(end, end + NEAR);
  if (ALL.test(before)) return "total";
  const isWork = OF_WORK.test(after);
  if (THEN.test(after) || TIMES.test(after) || OTHERWISE.test(after)) return undefined;
  if (!isWork && [GRADUATED, STUDIED, WAITED, STOPPED, LIVED].some((one) => one.test(before)))
    return undefined;
  if (LACKED.test(before) || WHICH.test(before)) return undefined;
  if (REQUIRED.test(before)) return "required";
  if (isWork || WORKED.test(before)) return "work";
  if (before === "" && OF_SCHOOL.test(after)) return undefined;
  return SINCE_PAPER.test(before) ? "paper" : "open";
}

function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const mark = Array.from(before).findLastIndex((sign) => MARK.test(sign));
  return before.slice(mark + 1);
}
