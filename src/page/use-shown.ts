import { useEffect, useState } from "preact/hooks";
import type { Shown } from "./talk/board.ts";
import type { Conversation } from "./talk/conversation.ts";

/** What the conversation shows, drawn anew whenever it changes. */
export function useShown(conversation: Conversation): Shown {
  const [shown, set] = useState(conversation.shown());
  useEffect(() => conversation.subscribe(() => set(conversation.shown())), [conversation]);
  return shown;
}
