import { useActions } from "../actions.ts";
import { useWords } from "../words.ts";

/** The clauses that a reply rests on; each opens what it says. */
export function Sources({ clauses }: { readonly clauses: readonly string[] }) {
  const words = useWords();
  const { open } = useActions();
  if (clauses.length === 0) return null;
  return (
    <p class="sources">
      {words.source}
      {clauses.map((clause) => (
        <button key={clause} type="button" onClick={() => open({ type: "clause", clause })}>
          {clause}
        </button>
      ))}
    </p>
  );
}
