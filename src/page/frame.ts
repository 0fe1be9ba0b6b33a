import { isComposing } from "./composing.ts";

/** Whether the page stands in a frame of another page, as the launcher and Telegram Web put it. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** Escape closes the frame, unless it closes something within it first or ends an input method's word. */
export function closeFrameOnEscape(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    if (!document.querySelector("dialog[open]")) closeFrame();
  });
}

/** Asks the launcher around the frame to close it. */
export function closeFrame(): void {
  window.parent.postMessage("wenkao:close", "*"); // says nothing, so anybody may hear it
}
