// The launcher for other sites: a button, and in a frame of its own the page. It stands in a shadow tree, so
// that neither style reaches the other, and needs nothing of the site around it.

/** The server puts the pack's words in place of these. */
const WORDS = { label: "{{label}}", title: "{{title}}", close: "{{close}}" };

const STYLE = `
button {
  position: fixed; right: 16px; bottom: calc(16px + env(safe-area-inset-bottom)); z-index: 2147483646;
  min-width: 56px; min-height: 56px; padding: 0 18px; border: 0; border-radius: 28px;
  background: #07803f; color: #fff; font: 500 16px/1 system-ui, sans-serif; cursor: pointer;
  box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
}
button:focus-visible { outline: 3px solid #1b72e8; outline-offset: 3px; }
iframe {
  position: fixed; right: 16px; bottom: calc(84px + env(safe-area-inset-bottom)); z-index: 2147483647;
  width: 390px; height: min(680px, calc(100vh - 100px)); border: 0; border-radius: 12px;
  background: #ededed; box-shadow: 0 8px 32px rgb(0 0 0 / 30%); color-scheme: light dark;
}
iframe[hidden] { display: none; }
@media (max-width: 480px) { iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; } }
@media print { button, iframe { display: none; } }
`;

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement))
  throw new Error("wenkao: embed.js is no module; write <script src=… async></script>");
const site = new URL(script.src).origin;
const ask = script.dataset["ask"];

/** No rule of a site speaks of an element of this name. */
const NAME = "wenkao-launcher";
const host = document.createElement(NAME);
const root = host.attachShadow({ mode: "open" });
const button = document.createElement("button");
button.type = "button";
button.textContent = WORDS.label;
button.setAttribute("aria-expanded", "false");
button.addEventListener("click", () => toggle(frame?.hidden !== false));
style(root);
root.append(button);
// without a box of its own nothing can move or clip it, and what is important here no rule of the site undoes
host.style.setProperty("all", "initial", "important");
host.style.setProperty("display", "contents", "important");
if (document.body) place();
else addEventListener("DOMContentLoaded", place);

let frame: HTMLIFrameElement | undefined;

/** Once, however often the site names the script. */
function place(): void {
  if (!document.querySelector(NAME)) document.body.append(host);
}

function toggle(open: boolean): void {
  frame ??= createFrame();
  frame.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-label", open ? WORDS.close : WORDS.label);
  if (open) frame.focus();
  else button.focus();
}

/** Made when it is first wanted: until then the site loads nothing but this script. */
function createFrame(): HTMLIFrameElement {
  const made = document.createElement("iframe");
  made.title = WORDS.title;
  made.allow = "clipboard-write";
  made.src = ask === undefined ? `${site}/` : `${site}/?ask=${encodeURIComponent(ask)}`;
  root.append(made);
  addEventListener("message", (event) => {
    const isOurs = event.origin === site && event.source === made.contentWindow;
    if (isOurs && event.data === "wenkao:close") toggle(false);
  });
  return made;
}

/** A style sheet that is built needs no permission of the site's policy; older browsers take the element. */
function style(to: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    to.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement("style");
    element.textContent = STYLE;
    to.append(element);
  }
}
