import { useState } from "preact/hooks";
import type { PageData } from "../page-data.ts";
import { ActionsContext, createActions } from "./actions.ts";
import type { Api } from "./talk/api.ts";
import type { Conversation } from "./talk/conversation.ts";
import { Composer } from "./view/composer.tsx";
import { Header } from "./view/header.tsx";
import { Log } from "./view/log.tsx";
import { Notices } from "./view/notices.tsx";
import { Sheets } from "./view/sheets.tsx";
import { useSheets } from "./view/use-sheets.ts";
import { useShown } from "./use-shown.ts";
import { WordsContext } from "./words.ts";

interface AppProps {
  readonly data: PageData;
  readonly api: Api;
  readonly conversation: Conversation;
  /** For where the page can be closed from within. */
  readonly onClose?: () => void;
}

/** The whole page: header, conversation, composer, and the sheets that may lie over them. */
export function App({ data, api, conversation, ...closing }: AppProps) {
  const shown = useShown(conversation);
  const [sheets, open] = useSheets();
  const [said, announce] = useState("");
  const [actions] = useState(() => createActions(conversation, open, announce));
  return (
    <WordsContext.Provider value={data.words}>
      <ActionsContext.Provider value={actions}>
        <Header {...closing} />
        <Log shown={shown} topics={data.topics} />
        <Notices shown={shown} />
        <Composer />
        <p class="unseen" role="status">
          {said}
        </p>
        <Sheets sheets={sheets} data={data} api={api} conversation={conversation} />
      </ActionsContext.Provider>
    </WordsContext.Provider>
  );
}
