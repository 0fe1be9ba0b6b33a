import { useEffect, useState } from "preact/hooks";
import type { Api, Clauses } from "../talk/api.ts";
import { useWords } from "../words.ts";
import { HandOff } from "../cards/hand-off.tsx";

interface ClauseProps {
  readonly clause: string;
  readonly api: Api;
}

/** What a clause of the notice says, in our words, and where the notice can be looked up. */
export function Clause({ clause, api }: ClauseProps) {
  const words = useWords();
  const [found, set] = useState<Clauses | "failed">();
  useEffect(() => {
    api.clauses().then(set, () => set("failed"));
  }, [api]);
  if (!found) return <p role="status">{words.typing}</p>;
  if (found === "failed") return <p role="alert">{words.clause_none}</p>;
  const summary = found.clauses.find((one) => one.clause === clause)?.summary;
  return (
    <>
      <p class="summary">{summary ?? words.clause_none}</p>
      <p class="notice-title">{found.notice.title}</p>
      <HandOff links={found.notice.links} />
    </>
  );
}
