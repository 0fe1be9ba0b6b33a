/** Commands for what the dialog itself can do, and the choices that they stand for. */
const OF_DIALOG: readonly (readonly [command: string, choice: string])[] = [
  ["start", "do:menu"],
  ["menu", "do:menu"],
  ["eligibility", "do:self_check"],
  ["register", "do:register"],
  ["back", "do:back"],
  ["forget", "do:forget"],
];

/** Topics with a command of their own, where the menu answers something on them. */
const OF_TOPICS = ["fee", "timetable", "conduct"] as const;

/**
 * What each command stands for, by its name without the slash.
 * @param menu the buttons of the pack's menu; the first on a topic is what its command stands for
 */
export function commandsFor(
  menu: readonly ({ readonly ask: string } | { readonly do: string })[],
): ReadonlyMap<string, string> {
  const asked = menu.flatMap((item) => ("ask" in item ? [item.ask] : []));
  const ofTopics = OF_TOPICS.flatMap((topic) => {
    const answer = asked.find((id) => id.startsWith(`${topic}.`));
    return answer === undefined ? [] : [[topic, `ask:${answer}`] as const];
  });
  return new Map([...OF_DIALOG, ...ofTopics]);
}
