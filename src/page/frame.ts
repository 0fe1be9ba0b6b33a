/** Whether the page stands in a frame of another page, as the launcher puts it. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** Asks the launcher around the frame to close it. */
export function closeFrame(): void {
  window.parent.postMessage("wenkao:close", "*"); // says nothing, so anybody may hear it
}
