import type { Shown } from "../talk/board.ts";
import { useWords } from "../words.ts";

/** What holds for the whole page: that nothing can be kept. */
export function Notices({ shown: { kept, entries } }: { readonly shown: Shown }) {
  const words = useWords();
  if (kept || entries.length === 0) return null;
  return (
    <p class="notice" role="status">
      {words.blocked}
    </p>
  );
}
