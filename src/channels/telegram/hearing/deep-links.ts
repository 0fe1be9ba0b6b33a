/** What is asked of the assistant by name, as in a link to the page. */
type Open = (
  query: Readonly<Record<string, string>>,
) => { readonly choice: { readonly id: string } } | undefined;

/** Commands that are called otherwise than their topic. */
const TOPICS: ReadonlyMap<string, string> = new Map([["register", "registration"]]);

/**
 * Reads what a link `https://t.me/<bot>?start=<payload>` asks: `fee-3` is the fee of level three,
 * `timetable-5` what is of May. A topic or command stands first; the number is a level where the answer
 * tells levels apart, and a month where it tells months.
 * @param levels names of levels by their number, such as 三级 by 3
 * @returns the choice; undefined when nothing of that name is known
 */
export function createDeepLinks(open: Open, levels: ReadonlyMap<string, string>) {
  return (payload: string): string | undefined => {
    const [, name = "", number = ""] = /^(\w+)(?:-(\d{1,2}))?$/u.exec(payload) ?? [];
    const level = levels.get(number);
    return open({
      ask: TOPICS.get(name) ?? name,
      ...(level !== undefined && { level }),
      ...(number !== "" && { month: number }),
    })?.choice.id;
  };
}
