import { useEffect, useState } from "preact/hooks";
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
  const { announce } = useActions();
  const [stage, set] = useState<"asking" | "clearing" | "failed">("asking");
  useEffect(() => announce(""), []); // so that the same is read out a second time
  const clear = async (): Promise<void> => {
    set("clearing");
    try {
      await conversation.forget();
    } catch {
      return set("failed");
    }
    onClose();
    announce(words.cleared);
  };
  return (
    <>
      <p>{words.clear_ask}</p>
      {stage === "failed" && <p role="alert">{words.clear_failed}</p>}
      <div class="buttons">
        <button type="button" class="weui-btn weui-btn_default" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="weui-btn weui-btn_warn"
          disabled={stage === "clearing"}
          onClick={() => void clear()}
        >
          {words.clear}
        </button>
      </div>
    </>
  );
}
