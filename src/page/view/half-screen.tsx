import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useWords } from "../words.ts";

interface HalfScreenProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * A sheet from below, as mini-programs have it. The browser keeps the keyboard inside and closes it on Escape;
 * the back button closes it too (see steps.ts), and a tap beside it.
 */
export function HalfScreen({ title, onClose, children }: HalfScreenProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => showOver(dialog.current), []);
  return (
    <dialog
      ref={dialog}
      class="half-screen weui-half-screen-dialog weui-half-screen-dialog_show"
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) onClose();
      }}
    >
      <div class="inner">
        <div class="weui-half-screen-dialog__hd">
          <h2 id={id} class="weui-half-screen-dialog__title">
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

/** @returns what gives the keyboard back to where it was, once nothing lies over that any more */
function showOver(dialog: HTMLDialogElement | null): () => void {
  const before = document.activeElement;
  dialog?.showModal();
  return () => {
    dialog?.close();
    if (before instanceof HTMLElement) queueMicrotask(() => before.focus());
  };
}
