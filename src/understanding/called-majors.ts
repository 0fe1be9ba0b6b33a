import { MOST_CUES as MOST, type Walk, isFollowed, isInside, isSentence } from "./called.ts";
import type { Stretch } from "./stretch.ts";
import { matchesOf } from "./matches.ts";

/** Two signs: one alone, such as 学医, names no major. */
const LEAST = 2;
/** Signs of a name that needs no word to call it a major where it stands before a school: 园林技术大专. */
const FULL = 4;
/** Characters after 算 in which it is said what it counts as. */
const NEAR = 14;

const STUDY =
  /(?<![大中小同自开入放科文法化数教医力哲药理工留互])(?:学|读|念|主修|攻读)(?:的?专业?是|的是|的|过|完)?/gu;
const NO_STUDY =
  /^(?:[一二三四五六七八九十两专不起完到过着下习校历生员分费籍信制位好得点多什东课书研博初高姐长弟妹霸渣时期院答出]|会(?!计|展))/u;
const NAMED =
  /(?:专业(?:全称|名称|名|那一?栏|上)?|毕业证书?上?|文凭上?)(?:写的是|写着|写的|是叫|叫做|叫|是|:)/gu;
const PAPER = /专业|毕业证|文凭/u;
const OF =
  /专业(?!人员|技术人|技能|知识|课|目录|名单|清单|名录)|毕业(?!证)|系(?=[的毕出学,，]|$)/gu;
const ASKED = /(?:算不算|属不属于|是不是|在不在|算是?|属于)/gu;
const ASKS = /[算属]|是不是|在不在/u;
/** Whether what is asked about is a major: 算相关专业吗, 在不在名单里. */
const OF_MAJORS = /专业(?!人员|技术)|名单|清单|对口/u;
/** What stands before these is the name of the school: 华东师范大学毕业. */
const OWN_NAME = /^(?:大学|学院)/u;
/** A name right after a school fills the rest of its clause: 本科哲学, and then something else. */
const ENDS = /^(?:$|[^\p{Script=Han}])/u;
const NO_MAJOR =
  /(?:生|学历|文凭|文化|水平|程度|起点|以[上下]|[认伐行中要需会给拿也还都呢能可考报吗够不在读了没有想行算是吧呢啊]|多少|怎)/u;
const NONE =
  /^(?:专业|非|本|所|全|同|两个|第二|双|副|主修|辅修|数字|理|文|工|艺术|理工|文理)?(?:科)?$|相关|对口|对应|什么|其他|别的|冷门|热门|全部|所有|多少|任何|类似|学校|大学$|学院$|中学$|单位|机构|报名|报考|考试|课程|技能|职业|工作|证|学历|名单|清单|要求|限制|一样|符合|差一|写错|高中|初中|培训|老师|跨|转行|需要|必须|一定|即将|马上|顺利|提前|推迟|延期|正常|春季|秋季|夏|暑假|年底|等我|宝|关系|联系|时候|如果|多|年|月|[改换][成为]?$|一下|填错|弄错|搞错|外[地省校]|海外|[卖拍]|带货|[做干]/u;

/** What is studied, by the words around it: before 专业, 毕业 and 系, after 学, 读 and 专业是, and what is asked for among them. */
export function calledMajors(
  walk: Walk,
  names: readonly Stretch[],
  schools: readonly Stretch[],
): Stretch[] {
  const { text } = walk;
  const found: Stretch[] = [];
  const add = (one: Stretch | undefined): void => {
    if (one && !NONE.test(text.slice(one.start, one.end))) found.push(one);
  };
  if (PAPER.test(text))
    for (const { index, 0: words } of matchesOf(NAMED, text, MOST))
      add(walk.after(index + words.length, LEAST));
  for (const { index, 0: words } of matchesOf(OF, text, MOST)) {
    const name = walk.before(index, LEAST);
    if (words === "专业" || isClean(walk, name)) add(name);
  }
  for (const { index, 0: words } of matchesOf(STUDY, text, MOST)) {
    const end = index + words.length;
    if (!NO_STUDY.test(text.slice(end)) && !isInside(names, index)) add(walk.after(end, LEAST));
  }
  for (const { index, 0: words } of ASKS.test(text) ? matchesOf(ASKED, text, MOST) : []) {
    const rest = text.slice(index + words.length, index + words.length + NEAR);
    const name = walk.before(index, LEAST);
    if (isClean(walk, name) && (OF_MAJORS.test(rest) || isFollowed(names, index + words.length)))
      add(name);
  }
  for (const { start, end } of schools.slice(0, MOST)) {
    const before = OWN_NAME.test(text.slice(start)) ? undefined : walk.before(start, FULL);
    if (before && isClean(walk, before) && !isSentence(text.slice(before.start, start)))
      add(before);
    const name = walk.after(end, LEAST);
    if (
      name?.start === end &&
      ENDS.test(text.slice(name.end)) &&
      !NO_MAJOR.test(text.slice(end, name.end + 1))
    )
      add(name);
  }
  return found;
}

/** A name before 毕业 or 算 begins where a sentence does, or right after a school: 本科园林毕业. */
function isClean(walk: Walk, name: Stretch | undefined): boolean {
  if (!name) return false;
  const { start } = name;
  return (
    walk.isBlocked(start - 1) ||
    start === 0 ||
    /[^\p{Script=Han}]|[我是的]/u.test(walk.text[start - 1] ?? "")
  );
}
