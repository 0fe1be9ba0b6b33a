import { useRef, useState } from "preact/hooks";
import { useActions } from "../actions.ts";
import { isComposing } from "../composing.ts";
import { useWords } from "../words.ts";

/** Where the candidate writes. Enter sends, unless it picks a word of a Chinese input method. */
export function Composer() {
  const words = useWords();
  const { write, open } = useActions();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (): void => {
    if (text.trim() === "") return;
    setText("");
    write(text.trim());
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      aria-label={words.write}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <button
        type="button"
        class="all"
        aria-label={words.menu}
        onClick={() => open({ type: "topics" })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h16M4 12h16M4 17h16" />
        </svg>
      </button>
      <div class="field" data-text={`${text}\n`}>
        <textarea
          ref={field}
          rows={1}
          maxLength={MOST}
          value={text}
          aria-label={words.write}
          placeholder={words.write}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            send();
          }}
        />
      </div>
      <button
        type="submit"
        class="weui-btn weui-btn_mini weui-btn_primary"
        disabled={text.trim() === ""}
      >
        {words.send}
      </button>
    </form>
  );
}

/** Characters: far more than is answered, and what is too long is told by the answer. */
const MOST = 20_000;
