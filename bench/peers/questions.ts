import { CYCLE, STEPS } from "./script.ts";

/** What every peer asks: as long as Wenkao's questions, and with as many buttons. */
export interface Asked {
  readonly text: string;
  readonly choices: readonly string[];
}

const CHOICES = ["第一种情况", "第二种情况", "第三种情况", "不清楚"];
const QUESTION = "您有职业技能等级证书（或职业资格证书）吗？有几张就先说级别最高的。";

/** @param place of the message that is answered, from 0 in its cycle */
export function askedAfter(place: number, answer: string): Asked {
  if (place % CYCLE < STEPS)
    return { text: `记下了：${answer}。${place % CYCLE}、${QUESTION}`, choices: CHOICES };
  return { text: `记下了：${answer}。您可以报名，考务费400元。`, choices: ["重新开始"] };
}

/** As a Telegram keyboard, one button a line. */
export function keyboard({ choices }: Asked) {
  const row = (text: string, at: number) => [{ text, callback_data: `a:${at}` }];
  return { reply_markup: { inline_keyboard: choices.map(row) } };
}
