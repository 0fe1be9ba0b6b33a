import type { PageData } from "../../page-data.ts";
import type { Api } from "../talk/api.ts";
import type { Conversation } from "../talk/conversation.ts";
import { useWords } from "../words.ts";
import { Clause } from "./clause.tsx";
import { HalfScreen } from "./half-screen.tsx";
import { Options } from "./options.tsx";
import { Qr } from "./qr.tsx";
import { Topics } from "./topics.tsx";
import type { OpenSheet } from "./use-sheets.ts";

interface Parts {
  readonly data: PageData;
  readonly api: Api;
  readonly conversation: Conversation;
}

/** Each over the one before, which stays as it was. */
export function Sheets({ sheets, ...parts }: Parts & { readonly sheets: readonly OpenSheet[] }) {
  return (
    <>
      {sheets.map((one) => (
        <SheetView {...parts} {...one} key={one.key} />
      ))}
    </>
  );
}

function SheetView({ sheet, close, data, api, conversation }: Parts & Omit<OpenSheet, "key">) {
  const words = useWords();
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
