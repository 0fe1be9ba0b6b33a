import type { Shown } from "../talk/board.ts";
import { useWords } from "../words.ts";

/** What is not part of the conversation: that it takes long, which is only read out, that the
 * page has to be opened again, and that nothing can be kept. */
export function Notices({ shown: { kept, slow, reopen } }: { readonly shown: Shown }) {
  const words = useWords();
  return (
    <>
      <p class="unseen" role="status">
        {slow && words.slow}
      </p>
      {reopen && (
        <p class="notice" role="alert">
          {words.failed_reopen}
        </p>
      )}
      {!kept && <p class="notice">{words.blocked}</p>}
    </>
  );
}
