import { useState } from "preact/hooks";
import { useActions } from "../actions.ts";
import type { Conversation } from "../talk/conversation.ts";
import { useWords } from "../words.ts";

interface OptionsProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

/** What can be done with the conversation as a whole: forget it, on the server and here. */
export function Options({ conversation, onClose }: OptionsProps) {
  const words = useWords();
  const { open } = useActions();
  const [stage, set] = useState<"asking" | "clearing" | "failed">("asking");
  const clear = (): void => {
    set("clearing");
    conversation.forget().then(onClose, () => set("failed"));
  };
  return (
    <>
      <p>{words.clear_ask}</p>
      {stage === "failed" && <p role="alert">{words.clear_failed}</p>}
      <div class="buttons">
        <button type="button" class="weui-btn weui-btn_default" onClick={() => open()}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="weui-btn weui-btn_warn"
          disabled={stage === "clearing"}
          onClick={clear}
        >
          {words.clear}
        </button>
      </div>
    </>
  );
}
