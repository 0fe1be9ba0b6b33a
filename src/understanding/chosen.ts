import type { Entities } from "../../machines/words.ts";
import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { heldLevels } from "./held.ts";

/** Words before a level or direction that make it the one asked for. */
const ASKED = /(?:报考?|考|改|换|升|申请|申报|直接)[^。，,]{0,2}$/u;
/** 不是个人; and 30个人, 几个人, which count heads. */
const NOT_APPLYING =
  /(?:不给|不让|不是|不能|没有?|不|[\d一二两三四五六七八九十百几多少有这那每俩来])$/u;
/** 毕业三年, 读了三年, 这两年: no years of work. */
const NOT_WORKED =
  /(?:毕业[了已经都有满]*|读了?|学了?|上了|这|那|近|头|前|每|第|延毕|实习[那了]?)$/u;
/** Before or after 直播 and the like: what somebody does, not the direction of the exam. */
const DOES = /(?:做|干|搞|兼职|天天|淘宝|抖音|在家|开|拍|临时有|看|现场|网络|电商)[了过着]?$/u;
const THING = /^(?:带货|间|场|卖|话术|公司|行业|平台|账号|电商|员|主播|伴侣|时|助理|的时候)/u;
const CERTIFIED = /(?:证|职业资格|等级)$/u;

/** One value for each key: what is asked for where there are two, nothing where that cannot be told. */
export function chooseEntities(found: Mentions): Entities {
  const { text, names } = found;
  const chosen: Record<string, string | number> = {};
  const put = (key: string, value: string | number | undefined): void => {
    if (value !== undefined) chosen[key] = value;
  };
  put("level", oneAskedFor(text, levelsMeant(found)));
  put("direction", oneAskedFor(text, directionsMeant(found)));
  put("subject", single(names.subject));
  put(
    "applicant",
    single(names.applicant.filter(({ start }) => !NOT_APPLYING.test(text.slice(0, start)))),
  );
  put("major", names.major[0]?.value);
  put("occupation", occupationsWorked(found)[0]?.value);
  const [worked, ...others] = found.durations.filter(
    ({ start }) => !NOT_WORKED.test(text.slice(0, start)),
  );
  if (worked && others.length === 0) put("years", Math.round((worked.from / 12) * 100) / 100);
  if (found.age) put("age", Math.floor(found.age.months / 12));
  const month = chooseMonth(found.months);
  put("month", month?.month);
  put("month_role", month?.role);
  return chosen;
}

function chooseMonth(months: Mentions["months"]): Mentions["months"][number] | undefined {
  if (new Set(months.map(({ month }) => month)).size <= 1) return months[0];
  const sitting = months.filter(({ role }) => role === "exam");
  return sitting.length === 1 ? sitting[0] : undefined;
}

function single(found: readonly Found<string>[]): string | undefined {
  const values = new Set(found.map(({ value }) => value));
  return values.size === 1 ? found[0]?.value : undefined;
}

/** Between two names: both are meant. */
const BOTH = /^.{0,4}?(?:还是|或者|或|和|跟|与|、|都)/u;

function oneAskedFor(text: string, found: readonly Found<string>[]): string | undefined {
  const one = single(found);
  if (one !== undefined) return one;
  const both = found.some(({ end }, at) => BOTH.test(text.slice(end, found[at + 1]?.start ?? end)));
  if (both) return undefined;
  return single(
    found.filter(
      ({ start, end }) => ASKED.test(text.slice(0, start)) && !text.startsWith("证", end),
    ),
  );
}

/** Of several levels one that is held already is not the one asked for. */
function levelsMeant(found: Mentions): readonly Found<string>[] {
  const held = heldLevels(found);
  const others = found.names.level.filter((level) => !held.includes(level));
  return others.length > 0 ? others : found.names.level;
}

/** 直播方向, 报直播; not 直播带货 or 做直播的. */
function directionsMeant({ text, names }: Mentions): readonly Found<string>[] {
  return names.direction.filter(
    ({ value, alias, start, end }) =>
      alias === value || !(DOES.test(text.slice(0, start)) || THING.test(text.slice(end))),
  );
}

/** Jobs, not what a certificate is held in. */
function occupationsWorked({ text, names }: Mentions): readonly Found<string>[] {
  return names.occupation.filter(
    ({ start, end }) =>
      !CERTIFIED.test(text.slice(start, end)) && !names.level.some((level) => level.start === end),
  );
}
