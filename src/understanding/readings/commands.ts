import type { DialogEvent } from "../../../machines/words.ts";
import type { Pack } from "../../knowledge/pack.ts";
import { COMMANDS, type Command } from "../../knowledge/schemas/wording.ts";
import { commandEvent } from "../choices.ts";
import type { Reading } from "../hearing.ts";
import { bare } from "../normalise.ts";

/** 返回, 重新开始, 菜单, 修改, 删除我的记录: never an answer to anything, so they are read first. */
const ALWAYS: readonly Command[] = ["back", "restart", "menu", "change", "forget"];

export function readNavigation(pack: Pack, normalise: (text: string) => string): Reading {
  return readWhole(pack, normalise, ALWAYS);
}

/** A word of the menu typed is the button tapped. */
export function readMenu({ menu }: Pack, normalise: (text: string) => string): Reading {
  const events = new Map<string, DialogEvent>(
    menu.map((item) => [
      bare(normalise(item.label)),
      "do" in item
        ? commandEvent(item.do)
        : { type: "ASK", asks: [{ answer: item.ask, entities: {} }] },
    ]),
  );
  return ({ plain }) => events.get(plain);
}

/** The other commands: 好的 and 报名 may be answers, so they come after those. */
export function readCommand(pack: Pack, normalise: (text: string) => string): Reading {
  const read = readWhole(pack, normalise, COMMANDS);
  return (heard) => {
    const event = read(heard);
    const says = event?.type === "CONFIRM" || event?.type === "CANCEL";
    const { pending, confirming } = heard.situation;
    if (says && pending !== undefined && !confirming)
      return { type: "UNCLEAR", reason: "bad_answer" };
    return event;
  };
}

function readWhole(
  { vocabulary }: Pack,
  normalise: (text: string) => string,
  commands: readonly Command[],
): Reading {
  const events = new Map<string, DialogEvent>(
    commands.flatMap((command) =>
      vocabulary.commands[command].map(
        (phrase) => [bare(normalise(phrase)), commandEvent(command)] as const,
      ),
    ),
  );
  return ({ plain }) => events.get(plain);
}
