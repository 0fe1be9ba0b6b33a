import type { Link } from "../../message.ts";
import type { PageData } from "../../page-data.ts";
import { useActions } from "../actions.ts";
import type { Api } from "../talk/api.ts";
import type { Conversation } from "../talk/conversation.ts";
import { useWords } from "../words.ts";
import { Clause } from "./clause.tsx";
import { HalfScreen } from "./half-screen.tsx";
import { Options } from "./options.tsx";
import { Qr } from "./qr.tsx";
import { Topics } from "./topics.tsx";

/** What may lie over the page. */
export type Sheet =
  | { readonly type: "topics" }
  | { readonly type: "options" }
  | { readonly type: "clause"; readonly clause: string }
  | { readonly type: "qr"; readonly link: Link };

interface SheetsProps {
  readonly sheet: Sheet | undefined;
  readonly data: PageData;
  readonly api: Api;
  readonly conversation: Conversation;
}

export function Sheets({ sheet, data, api, conversation }: SheetsProps) {
  const words = useWords();
  const { open } = useActions();
  if (!sheet) return null;
  const close = (): void => open();
  switch (sheet.type) {
    case "topics":
      return (
        <HalfScreen title={words.topics} onClose={close}>
          <Topics topics={data.topics} isWhole />
        </HalfScreen>
      );
    case "options":
      return (
        <HalfScreen title={words.options} onClose={close}>
          <Options conversation={conversation} onClose={close} />
        </HalfScreen>
      );
    case "clause":
      return (
        <HalfScreen title={`${words.clause_of} ${sheet.clause}`} onClose={close}>
          <Clause clause={sheet.clause} api={api} />
        </HalfScreen>
      );
    case "qr":
      return (
        <HalfScreen title={sheet.link.label} onClose={close}>
          <Qr link={sheet.link} />
        </HalfScreen>
      );
  }
}
