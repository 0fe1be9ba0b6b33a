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
import { closeFrame, closeFrameOnEscape, isFramed } from "./frame.ts";
import { takeLaunch } from "./telegram/launch.ts";
import { enterMiniApp } from "./telegram/mini-app.ts";

const launch = takeLaunch();
const isOurFrame = isFramed() && !launch;
if (isOurFrame) closeFrameOnEscape();
const app = document.querySelector("#app");
if (!app) throw new Error("page: the document has no #app; index.html and main.tsx differ");
const data = readPageData(document);
const history = createHistory(launch || isFramed() ? () => sessionStorage : () => localStorage);
const api = createApi(createIdentity(launch));
const conversation = createConversation(api, history, createTakeTurns());
const closing = isOurFrame ? { onClose: closeFrame } : {};
render(<App data={data} api={api} conversation={conversation} {...closing} />, app);
if (launch) enterMiniApp(launch, () => void conversation.resume());
const { opening } = data;
// who has never been here need not wait until the server says so
if (opening && !launch && history.read().length === 0) open(opening);
else void conversation.resume().then(() => opening && open(opening));

/** What a deep link asks is asked once: a reload or the back button does not ask it again. */
function open({ id, label }: Choice): void {
  conversation.say({ choice: id }, label);
  window.history.replaceState(null, "", location.pathname + location.hash);
}
