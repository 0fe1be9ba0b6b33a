import { useLayoutEffect, useRef } from "preact/hooks";
import type { Choice } from "../../message.ts";
import type { Shown } from "../talk/board.ts";
import type { Entry } from "../talk/history.ts";
import { useWords } from "../words.ts";
import { Said } from "./said.tsx";
import { Topics } from "./topics.tsx";

interface LogProps {
  readonly shown: Shown;
  readonly topics: readonly Choice[];
}

/** The conversation; what is added to it is read out once. */
export function Log({ shown: { entries, slow }, topics }: LogProps) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const last = entries.at(-1);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (last) bringIntoView(list.current, isFirst.current);
    const isAnswer = last?.label !== undefined && last.status !== "sending";
    if (!isFirst.current && isAnswer) keepFocus(list.current);
    isFirst.current = false;
  }, [last?.key, last?.status]);
  return (
    <main class="log">
      <div ref={list} role="log" aria-label={words.log} aria-relevant="additions">
        <div class="turn">
          <div class="bubble">
            <p>{words.greeting}</p>
          </div>
          <Topics topics={topics} />
        </div>
        {entries.map((entry, at) => (
          <Said
            key={entry.key}
            entry={entry}
            isLast={entry === last}
            isSlow={slow && isNext(entries, at)}
          />
        ))}
      </div>
    </main>
  );
}

/** Whether this is the message that is now being answered. */
function isNext(entries: readonly Entry[], at: number): boolean {
  return entries.findIndex(({ status }) => status === "sending") === at;
}

/** What was tapped is gone, and the keyboard with it: it goes on at what can be tapped next. */
function keepFocus(list: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  const next = list?.lastElementChild?.querySelectorAll<HTMLElement>(".choices, .failed button");
  const target = next?.[next.length - 1] ?? document.querySelector<HTMLElement>(".composer .all");
  target?.focus({ preventScroll: true });
}

/** The end of the conversation, or of what is too long the beginning; the keyboard stays where it is. */
function bringIntoView(list: HTMLElement | null, isFirst: boolean): void {
  const item = list?.lastElementChild;
  const view = list?.parentElement;
  if (!item || !view) return;
  const isTall = item.getBoundingClientRect().height > view.clientHeight;
  item.scrollIntoView({ block: isTall ? "start" : "end", behavior: isFirst ? "instant" : "auto" });
}
