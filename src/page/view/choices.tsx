import type { Choice } from "../../message.ts";
import { useActions } from "../actions.ts";
import { useWords } from "../words.ts";

/** What the reply offers to tap: answers as buttons, further questions and ways out as quieter ones. */
export function Choices({ choices }: { readonly choices: readonly Choice[] }) {
  const words = useWords();
  const { choose } = useActions();
  if (choices.length === 0) return null;
  return (
    <ul class="choices" aria-label={words.choices} tabIndex={-1}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <button
            type="button"
            class="chip"
            {...kindOf(choice)}
            onClick={(event) => choose(choice, event)}
          >
            {choice.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a choice does, for the style: its verb, and of a command which one. The rest of its id is the pack's. */
function kindOf({ id }: Choice) {
  const [verb, command] = id.split(":", 2);
  return { "data-verb": verb, "data-command": verb === "do" ? command : undefined };
}
