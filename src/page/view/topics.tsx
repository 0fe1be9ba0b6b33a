import type { Choice } from "../../message.ts";
import { useActions } from "../actions.ts";
import { useWords } from "../words.ts";
import { Icon } from "./icon.tsx";

/** As many as fit into two rows beside 更多. */
const FIRST = 5;

interface TopicsProps {
  readonly topics: readonly Choice[];
  readonly isWhole?: boolean;
}

/** The grid of topics: the first few with the way to all of them, or all. */
export function Topics({ topics, isWhole = false }: TopicsProps) {
  const words = useWords();
  const { choose, open } = useActions();
  const offered = isWhole ? topics : topics.slice(0, FIRST);
  return (
    <ul class="topics weui-grids" aria-label={words.topics}>
      {offered.map((topic) => (
        <li key={topic.id}>
          <button
            type="button"
            class="weui-grid"
            onClick={(event) => {
              open();
              choose(topic, event);
            }}
          >
            <Icon of={topic.id} />
            <span class="weui-grid__label">{topic.label}</span>
          </button>
        </li>
      ))}
      {!isWhole && offered.length < topics.length && (
        <li>
          <button type="button" class="weui-grid" onClick={() => open({ type: "topics" })}>
            <Icon of="more" />
            <span class="weui-grid__label">{words.more}</span>
          </button>
        </li>
      )}
    </ul>
  );
}
