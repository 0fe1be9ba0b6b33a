import { useActions } from "../actions.ts";
import type { Entry } from "../talk/history.ts";
import { useWords, type Words } from "../words.ts";
import { PlainReply } from "./plain-reply.tsx";
import { ReplyView } from "./reply.tsx";

interface SaidProps {
  readonly entry: Entry;
  /** Whether it is the last one: only its choices are still open. */
  readonly isLast: boolean;
  readonly isSlow: boolean;
}

/** One message of the candidate and what came back. */
export function Said({ entry, isLast, isSlow }: SaidProps) {
  const words = useWords();
  return (
    <div class="turn">
      {entry.anew && <p class="divider">{words.expired}</p>}
      {entry.label === undefined && !entry.anew && <p class="divider">{words.resumed}</p>}
      {entry.label !== undefined && <Mine label={entry.label} />}
      {entry.status === "sending" && <Typing text={isSlow ? words.slow : words.typing} />}
      {entry.status === "failed" && <Failed entry={entry} />}
      {entry.replies.map((reply, at) => (
        <PlainReply key={at} text={reply.text}>
          <ReplyView reply={reply} isOpen={isLast} />
        </PlainReply>
      ))}
    </div>
  );
}

function Mine({ label }: { readonly label: string }) {
  const words = useWords();
  return (
    <div class="bubble mine">
      <span class="unseen">{words.mine}：</span>
      {label}
    </div>
  );
}

function Typing({ text }: { readonly text: string }) {
  return (
    <p class="typing">
      <i class="weui-primary-loading" aria-hidden="true">
        <i class="weui-primary-loading__dot" />
      </i>
      {text}
    </p>
  );
}

/** What the server will never take can only be put differently; the rest can go again, or be let go. */
function Failed({ entry: { key, fault } }: { readonly entry: Entry }) {
  const words = useWords();
  const { retry, drop } = useActions();
  return (
    <div class="failed">
      <p>
        {wordsOf(words, fault)}
        {fault === "offline" && words.retry_soon}
      </p>
      {fault !== "refused" && (
        <>
          <button
            type="button"
            class="weui-btn weui-btn_mini weui-btn_default"
            onClick={() => drop(key)}
          >
            {words.drop}
          </button>
          <button type="button" class="weui-btn weui-btn_mini weui-btn_primary" onClick={retry}>
            {words.retry}
          </button>
        </>
      )}
    </div>
  );
}

function wordsOf(words: Words, fault: Entry["fault"]): string {
  switch (fault) {
    case "offline":
      return words.failed_offline;
    case "unreached":
      return words.failed_unreached;
    case "slow":
      return words.failed_slow;
    case "busy":
      return words.failed_busy;
    case "reopen":
      return words.failed_reopen;
    case "refused":
      return words.failed_refused;
    default:
      return words.failed_server;
  }
}
