import "./style/page.css";
import { render } from "preact";
import type { Choice } from "../message.ts";
import { App } from "./app.tsx";
import { readPageData } from "./page-data.ts";
import { createIdentity } from "./talk/identity.ts";
import { createApi } from "./talk/api.ts";
import { createConversation } from "./talk/conversation.ts";
import { createHistory } from "./talk/history.ts";
import { createTakeTurns } from "./talk/taking-turns.ts";
import { closeFrameOnEscape, isFramed } from "./frame.ts";

closeFrameOnEscape();
const app = document.querySelector("#app");
if (!app) throw new Error("page: the document has no #app; index.html and main.tsx differ");
const data = readPageData(document);
const history = createHistory(isFramed() ? () => sessionStorage : () => localStorage);
const api = createApi(createIdentity());
const conversation = createConversation(api, history, createTakeTurns());
render(<App data={data} api={api} conversation={conversation} />, app);
const { opening } = data;
// who has never been here need not wait until the server says so
if (opening && history.read().length === 0) open(opening);
else void conversation.resume().then(() => opening && open(opening));

/** What a deep link asks is asked once: a reload or the back button does not ask it again. */
function open({ id, label }: Choice): void {
  conversation.say({ choice: id }, label);
  window.history.replaceState(null, "", location.pathname);
}
