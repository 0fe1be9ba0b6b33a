/** The commands, in the order in which Telegram lists them. */
const COMMANDS = [
  "start",
  "eligibility",
  "fee",
  "timetable",
  "conduct",
  "register",
  "menu",
  "back",
  "forget",
] as const;
export type Command = (typeof COMMANDS)[number];

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
 * @param menu the buttons of the pack's menu; the first on a topic is what its command stands for
 */
export function commandsFor(
  menu: readonly ({ readonly ask: string } | { readonly do: string })[],
): ReadonlyMap<Command, string> {
  const asked = menu.flatMap((item) => ("ask" in item ? [item.ask] : []));
  const choiceOf = (command: Command): string | undefined => {
    const answer = asked.find((id) => id.startsWith(`${command}.`));
    return OF_DIALOG[command] ?? (answer === undefined ? undefined : `ask:${answer}`);
  };
  return new Map(
    COMMANDS.flatMap((command) => {
      const choice = choiceOf(command);
      return choice === undefined ? [] : [[command, choice] as const];
    }),
  );
}
