import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../words.ts";

interface HalfScreenProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A sheet from below, as mini-programs have it. The browser keeps the keyboard inside and closes it on Escape;
 * the back button closes it too, and a tap beside it.
 */
export function HalfScreen({ title, onClose, children }: HalfScreenProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => showOver(dialog.current), []);
  useEffect(() => closeOnBack(onClose), []);
  return (
    <dialog
      ref={dialog}
      class="half-screen weui-half-screen-dialog weui-half-screen-dialog_show"
      aria-labelledby="half-screen-title"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) onClose();
      }}
    >
      <div class="inner">
        <div class="weui-half-screen-dialog__hd">
          <h2 id="half-screen-title" class="weui-half-screen-dialog__title">
            {title}
          </h2>
          <button type="button" class="close" aria-label={words.close} onClick={onClose}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        </div>
        <div class="weui-half-screen-dialog__bd">{children}</div>
      </div>
    </dialog>
  );
}

/** @returns what gives the keyboard back to where it was */
function showOver(dialog: HTMLDialogElement | null): () => void {
  const before = document.activeElement;
  dialog?.showModal();
  return () => {
    if (before instanceof HTMLElement) before.focus();
  };
}

/** The sheet is a step in the browser's history while it lies there. */
function closeOnBack(close: () => void): () => void {
  let isBack = false;
  const back = (): void => {
    isBack = true;
    close();
  };
  history.pushState("sheet", "");
  addEventListener("popstate", back);
  return () => {
    removeEventListener("popstate", back);
    if (!isBack && history.state === "sheet") history.back();
  };
}
