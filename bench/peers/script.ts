/** One message of the interview, tapped or typed. */
export interface Message {
  /** Id of Wenkao's choice. */
  readonly choice: string;
  /** The same in words of one's own. */
  readonly text: string;
}

/** Who did none of the occupations, has a diploma off the list and a certificate of something else. */
const ANSWERS: readonly (readonly [choice: string, text: string])[] = [
  ["tell:target=all", "四级三级都看看"],
  ["tell:occupation=none", "都没做过"],
  ["tell:school=中等职业学校", "我是中专"],
  ["tell:status=graduated", "早毕业了"],
  ["tell:major=unlisted", "学的是烹饪"],
  ["tell:school.2=none", "没有"],
  ["tell:certificate=五级", "有一个五级的证书"],
  ["tell:certificate_occupation=unlisted", "其他职业"],
  ["tell:certificate.2=none", "没有"],
  ["tell:title=none", "没有"],
];

/** Questions of the interview. */
export const STEPS = ANSWERS.length;
/** Messages until the same question comes again: one begins, ten answer, one asks something else. */
export const CYCLE = STEPS + 2;

/** @param turn from 1; turns 2, 14, 26, 38 and 50 answer the same question with the same facts */
export function messageAt(turn: number): Message {
  const place = (turn - 1) % CYCLE;
  if (place === 0) return turn === 1 ? FIRST : AGAIN;
  const [choice, text] = ANSWERS[place - 1] ?? ASIDE;
  return { choice, text };
}

const FIRST: Message = { choice: "do:self_check", text: "我想看看自己能不能考" };
const AGAIN: Message = { choice: "do:restart", text: "重新开始" };
const ASIDE = ["ask:fee.overview", "考试要多少钱"] as const;
