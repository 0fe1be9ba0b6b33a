import { MOST_CUES as MOST, type Walk, isFollowed, isInside, isSentence } from "./called.ts";
import type { Found } from "./finder.ts";
import { type Stretch, overlapsAny } from "./stretch.ts";
import { matchesOf } from "./matches.ts";

const LEAST = 2;
/** Characters after 算 in which it is said what it counts as. */
const NEAR = 14;
const WORK = /(?<![不没])(?:从事|做|干|搞|当)(?:的是|[了过])?/gu;
const NO_WORK =
  /^(?:[完好错到不成得起题卷作笔记这那活事人梦准满够一二三四五六七八九十两多主下出证假]|什么|啥|自己|别|其他|相关|兼职|全职|副业|本职)/u;
/** A trade is told by its verb and its thing: 开网约车的, 卖保险的. */
const TRADE = /(?<![不没])[开跑送卖教修种养](?=\p{Script=Han})/gu;
const NO_TRADE = /^(?:始|证|发票|户|通|放|除|会|学|考|卷|心|玩笑|改|订|到|给|的|公司|课|具|票|收)/u;
const AM = /(?<![不的])是(?:一?[名个位])?/gu;
const POST =
  /(?:岗位|职位|职务|职业|工种|头衔)(?:名称|名|上|那一?栏)?(?:写的是|写着|写的|叫做|叫|是|:)/gu;
const ASKED =
  /(?:这个职业|这份工作|这个岗位|这行)?(?:算不算|属不属于|是不是|算是?|属于|能算|能不能算)/gu;
const OF_JOBS = /职业|工作|工龄|年限|岗位|经验/u;

const JOB =
  /(?:[员师工家者]|经理|主管|总监|助理|司机|教练|护士|医生|律师|老板|警察|记者|主播|客服|保安|销售|中介|会计|编辑|老师|店长|设计|策划|运营|剪辑|模特|导演|摄影|摄像|文案|顾问|代表|专员)$/u;
const AS_WORK = /^(?:工作|行业|岗位|这行|这块|这一行|方面)/u;
const AS_ONE = /^的(?:$|[^\p{Script=Han}]|[能可算行想也我是要还够转报考怎咋以现]|有没)/u;
/** Who has a certificate of a level: 养老护理员五级. */
const HOLDER = /[员师工]$/u;
/** What makes another job of a job: 保安队长, 网络编辑助理. */
const HIGHER =
  /^(?:队长|班长|组长|主管|经理|助理|专员|总监|讲师|老师|顾问|师傅|老板|[员师长](?![期达大]))/u;
/** 四级健康管理师证. */
const PAPER_OF = /^(\p{Script=Han}{2,8}?[员师工])(?:证|职业资格)/u;
/** What somebody wants who was named by his job: 社区工作者想报. */
const WISHES = /(?<!\p{Script=Han})\p{Script=Han}{2,8}[员师工家者](?=想|能|可以|可不|转行|报|考)/gu;
const NONE =
  /^(?:相关|本|这个?|那个?|什么|老板|人家|大家|自家|国家|在家|回家|专家|怎样)$|职业|工作(?!者)|岗位|名单|条件|专业|证书|准考|学历|考试|相关|不是|一样|时候|(?:员工|职工|学员|考生|人员|社员)$|抖音$|题$|假|证明|作弊/u;

/** What somebody works as, by the words around it: after 做, 从事, 我是 and 岗位是, a trade with its verb, and what is asked whether it counts. */
export function calledJobs(
  walk: Walk,
  names: readonly Stretch[],
  {
    levels,
    schools,
    majors,
  }: Readonly<Record<"levels" | "schools" | "majors", readonly Stretch[]>>,
): Stretch[] {
  const { text } = walk;
  const found: Stretch[] = [];
  const add = (one: Stretch | undefined): void => {
    if (one && !NONE.test(text.slice(one.start, one.end))) found.push(one);
  };
  const isJob = ({ start, end }: Stretch): boolean =>
    JOB.test(text.slice(start, end)) && !schools.some((school) => school.start === end);
  for (const { index, 0: words } of matchesOf(WORK, text, MOST)) {
    const from = index + words.length;
    const name =
      NO_WORK.test(text.slice(from)) && !walk.isBlocked(from) ? undefined : walk.after(from, LEAST);
    if (!name || NO_WORK.test(text.slice(name.start))) continue;
    const after = text.slice(name.end);
    const isTimed = walk.isBlocked(from) || walk.isBlocked(name.end);
    if (isTimed || AS_WORK.test(after) || AS_ONE.test(after) || isJob(name)) add(name);
  }
  for (const { index } of matchesOf(TRADE, text, MOST)) {
    const thing =
      NO_TRADE.test(text.slice(index + 1)) || isInside(majors, index)
        ? undefined
        : walk.after(index + 1, 1);
    if (thing && (AS_ONE.test(text.slice(thing.end)) || walk.isBlocked(thing.end)))
      add({ start: index, end: thing.end });
  }
  for (const { index, 0: words } of matchesOf(AM, text, MOST)) {
    const name = walk.after(index + words.length, LEAST);
    if (name && isJob(name)) add(name);
  }
  for (const { index, 0: words } of matchesOf(POST, text, MOST))
    add(walk.after(index + words.length, LEAST));
  for (const { index, 0: words } of matchesOf(ASKED, text, MOST)) {
    const rest = text.slice(index + words.length, index + words.length + NEAR);
    const name = walk.before(index, LEAST);
    if (name && (isFollowed(names, index + words.length) || (OF_JOBS.test(rest) && isJob(name))))
      add(name);
  }
  for (const { start, end } of levels.slice(0, MOST)) {
    const name = walk.before(start, LEAST + 1);
    if (name && HOLDER.test(text.slice(name.start, start))) add(name);
    const of = PAPER_OF.exec(text.slice(end))?.[1];
    if (of !== undefined) add({ start: end, end: end + of.length });
  }
  for (const { index, 0: words } of matchesOf(WISHES, text, MOST)) {
    const name = walk.before(index + words.length, LEAST + 1);
    if (name && isJob(name)) add(name);
  }
  return found;
}

/** Names of which a listed or known one is only a part: 保安队长, 网络编辑助理, 网店客服. */
export function longerJobs(
  walk: Walk,
  names: readonly Found<string>[],
  isListed: (name: string) => boolean,
  majors: readonly Stretch[],
): Stretch[] {
  const { text } = walk;
  return names.slice(0, MOST).flatMap(({ value, start, end }) => {
    const more = HIGHER.exec(text.slice(end))?.[0].length ?? 0;
    if (more > 0) return [{ start, end: end + more }];
    if (isListed(value) || overlapsAny({ start, end }, majors)) return [];
    const longer = walk.before(end, end - start);
    const isPart = longer && longer.start < start && !isSentence(text.slice(longer.start, start));
    return isPart && !NONE.test(text.slice(longer.start, end)) ? [longer] : [];
  });
}
