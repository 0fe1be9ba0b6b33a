import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Choice } from "../message.ts";
import type { Conversation } from "./talk/conversation.ts";
import type { Sheet } from "./view/sheet.ts";

/** What a tap anywhere on the page can bring about. */
export interface Actions {
  readonly write: (text: string) => void;
  /** @param event that chose it; its time tells a double tap */
  readonly choose: (choice: Choice, event: Event) => void;
  readonly retry: () => void;
  /** Lets go of a message that failed. */
  readonly drop: (key: string) => void;
  /** Lays a sheet over the page; without one, takes the last away. */
  readonly open: (sheet?: Sheet) => void;
  /** Has something read out that is to be seen without words. */
  readonly announce: (text: string) => void;
}

export const ActionsContext = createContext<Actions | undefined>(undefined);

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("page: an action is asked for outside of ActionsContext");
  return actions;
}

export function createActions(
  conversation: Conversation,
  open: Actions["open"],
  announce: Actions["announce"],
): Actions {
  return {
    write: (text) => conversation.say({ text }, text),
    choose: ({ id, label }, { timeStamp }) => conversation.choose(id, label, timeStamp),
    retry: () => conversation.retry(),
    drop: (key) => conversation.drop(key),
    open,
    announce,
  };
}
