import type { Mentions } from "./entities.ts";
import type { Found } from "./finder.ts";
import { heldSurely } from "./held.ts";
import { isDenied } from "./said.ts";

/** Words before a level that make it the one asked for. */
const ASKED = /(?:报考?|考|改|换|升|申请|申报|直接|想[要拿]|冲|上)[^。，,]{0,2}$/u;
/** A level that one comes from or passes over. */
const LEFT_BEFORE = /(?:除了|从|[考拿取]得?[了过到完]|考出来?的?|持有?|有)$/u;
const LEFT_AFTER =
  /^(?:证书?|的)*(?:[升转到]|换成|改成|已经|都|早就?|去年|上次|今年|我|也)*(?:升|转|考过|过[了的]|到手|拿到|考出|考完|毕业|考了|有了|拿了|通过|不够|不行|不符|不满足|没过)/u;
/** A level that is not taken, though it may be the only one named. */
const PASSED_BY = /(?:跳过|越过|不[考报]|不用考)$/u;
/** Both are asked about at once. */
const TOGETHER = /加起来|一共|总共|合计|同时/u;
/** Between two levels: both are meant. */
const BOTH = /^.{0,4}?(?:还是|或者|或|和|跟|与|、|都|比)/u;
const NEAR = 10;

/** The levels that a text asks about: of several not the one that is held, denied, passed or left behind. */
export function levelsMeant(found: Mentions): readonly Found<string>[] {
  const { text, names } = found;
  const { level: all } = names;
  if (all.length === 0) return all;
  const held = heldSurely(found);
  const before = ({ start }: Found<string>): string => text.slice(Math.max(0, start - NEAR), start);
  const open = all.filter((level) => !held.includes(level) && !PASSED_BY.test(before(level)));
  if (open.every(({ value }) => value === open[0]?.value)) return open;
  if (TOGETHER.test(text)) return open;
  const ahead = open.filter(
    (level) =>
      !isDenied(text, level.start) &&
      !LEFT_BEFORE.test(before(level)) &&
      !LEFT_AFTER.test(text.slice(level.end, level.end + NEAR)),
  );
  if (ahead.every(({ value }) => value === ahead[0]?.value)) return ahead;
  const isBoth = ahead.some(({ end }, at) => {
    const next = ahead[at + 1];
    return next && (next.start <= end || BOTH.test(text.slice(end, next.start)));
  });
  if (isBoth) return ahead;
  return ahead.filter((level) => ASKED.test(before(level)) && !text.startsWith("证", level.end));
}
