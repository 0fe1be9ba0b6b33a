import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { NUMERAL } from "./numerals.ts";

const WORKED = new RegExp(
  `(?:做|干|搞|从事|当|混|在|开|看|天天|每天|一直|会|(?<![还要])是)[了过做]?(?:${NUMERAL}(?:年半?|个月)[多的]{0,2})?$`,
  "u",
);
const OF_WORK =
  /^(?:带货|卖|间|助|平台|公司|行业|电商|销售|课|经验|专员|岗|主管|经理|的?工作|[一二两三四五六七八九十\d]+[年个]|了|过|时|伴侣|账号|设备|软件|回放|录像|监控)/u;
const KIND_OF_WORK = /(?:带货|电商|网络|短视频|抖音|淘宝|快手|现场|在家|户外|视频)$/u;
const CHOSEN =
  /(?:报[考名]?|考|选|换成?|换到|改成?|改报|转到?|到|想学|方向是?|还是|或者?|比|那|要是|如果|上|冲|拿|写|印|标)(?:个|的|了|着|一个|一下|上)?$/u;
/** A direction that one comes from: 从直播换到流量. */
const LEFT_BEFORE = /从$|不[考报选要]$/u;
const LEFT_AFTER = /^(?:换|转|改)/u;
/** Of two directions the one that is changed to. */
const INTO = /(?:换|转|改)[报考成到为]*$/u;
const ASKED =
  /^(?:的?(?:方向|那个方向|考试|实操|笔试|那[场科门]|考什么|考哪|考|题|费用|费|多少钱|几块|怎么考|证|门槛|难|条件|报名|是不是|只有|有没有|有)|呢|吧|方面)/u;
/** A short message that is hardly more than the name itself: 那直播呢. */
const REST = 4;

/** The directions that are meant as one of the exam, not as work or as a live stream. */
export function directionsMeant({ text, names }: Mentions): Found<string>[] {
  const all = names.direction;
  if (all.length === 0) return [];
  const several = new Set(all.map(({ value }) => value)).size > 1;
  const meant = all.filter((one) => {
    const before = text.slice(Math.max(0, one.start - 8), one.start);
    const after = text.slice(one.end, one.end + 6);
    if (LEFT_BEFORE.test(before) || LEFT_AFTER.test(after)) return false;
    if (WORKED.test(before) || OF_WORK.test(after) || KIND_OF_WORK.test(before)) return false;
    if (
      one.alias === one.value ||
      one.alias.endsWith("方向") ||
      several ||
      CHOSEN.test(before) ||
      ASKED.test(after)
    )
      return true;
    return (
      text.length - one.alias.length <= REST ||
      [...names.level, ...names.subject].some((other) => touches(text, one, other))
    );
  });
  const into = meant.filter(({ start }) => INTO.test(text.slice(Math.max(0, start - 4), start)));
  return into.length > 0 ? into : meant;
}

/** Nothing but 方向 or 的 between a direction and a level or a subject: 直播方向四级, 三级的视听. */
function touches(text: string, one: Found<string>, other: Found<string>): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return /^(?:方向|运营|[那这]个|的| )*$/u.test(text.slice(first.end, second.start));
}
