import type { Command } from "../../../knowledge/schemas/telegram.ts";

/** Commands for what the dialog itself can do; the others are topics, which the menu answers. */
const OF_DIALOG: Readonly<Partial<Record<Command, string>>> = {
  start: "do:menu",
  menu: "do:menu",
  eligibility: "do:self_check",
  register: "do:register",
  back: "do:back",
  forget: "do:forget",
};

/**
 * What each command stands for, by its name without the slash. A topic on which the menu answers nothing
 * has no command.
 * @param names in the order in which Telegram lists them
 * @param menu the buttons of the pack's menu; the first on a topic is what its command stands for
 */
export function commandsFor(
  names: readonly Command[],
  menu: readonly ({ readonly ask: string } | { readonly do: string })[],
): ReadonlyMap<Command, string> {
  const asked = menu.flatMap((item) => ("ask" in item ? [item.ask] : []));
  const choiceOf = (name: Command): string | undefined => {
    const answer = asked.find((id) => id.startsWith(`${name}.`));
    return OF_DIALOG[name] ?? (answer === undefined ? undefined : `ask:${answer}`);
  };
  return new Map(
    names.flatMap((name) => {
      const choice = choiceOf(name);
      return choice === undefined ? [] : [[name, choice] as const];
    }),
  );
}
