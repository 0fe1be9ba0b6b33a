import type { Block } from "../../message.ts";
import { useActions } from "../actions.ts";
import { useWords } from "../words.ts";

type ProgressBlock = Extract<Block, { type: "progress" }>;

/** What was told so far, each to be told anew, and how much is still to come where that is known. */
export function Progress({ told, left }: ProgressBlock) {
  const words = useWords();
  const { choose } = useActions();
  if (told.length === 0) return null;
  return (
    <details class="progress">
      <summary>
        {words.told} <span class="count">{told.length}</span>
        {left !== undefined && (
          <progress value={told.length} max={told.length + left.most} aria-label={words.told} />
        )}
      </summary>
      <ul>
        {told.map(({ label, value, change }) => (
          <li key={change}>
            <button
              type="button"
              onClick={(event) => choose({ id: change, label: `${words.change} ${label}` }, event)}
            >
              <span>{label}</span>
              <b>{value}</b>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
