import { useEffect, useState } from "preact/hooks";
import { useWords } from "../words.ts";

interface CopyProps {
  readonly text: string;
  readonly label: string;
  /** What is copied, for those who cannot see what stands beside the button. */
  readonly of?: string;
  readonly isWide?: boolean;
}

/** Milliseconds for which the button says that it is done. */
const SAID = 2_000;

export function Copy({ text, label, of, isWide }: CopyProps) {
  const words = useWords();
  const [done, set] = useState<"copied" | "copy_failed">();
  useEffect(() => {
    if (done === undefined) return undefined;
    const timer = setTimeout(() => set(undefined), SAID);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <button
        type="button"
        class={isWide ? "copy wide weui-btn weui-btn_default" : "copy"}
        aria-label={of === undefined ? label : `${label} ${of}`}
        onClick={({ currentTarget }) =>
          void copy(text, currentTarget).then((copied) => set(copied ? "copied" : "copy_failed"))
        }
      >
        {done === undefined ? label : words[done]}
      </button>
      {/* beside the button: what changes within a button that has a name is not read out */}
      <span class="unseen" role="status">
        {done !== undefined && words[done]}
      </span>
    </>
  );
}

/** @returns whether it was copied. Pages without TLS have no clipboard, but can copy what is selected. */
async function copy(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, button);
  }
}

/** Under a dialog nothing can be selected, so the field stands within it. */
function copySelected(text: string, button: HTMLElement): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true; // so that no keyboard comes up
  field.className = "unseen";
  const focused = document.activeElement;
  (button.closest("dialog") ?? document.body).append(field);
  field.focus({ preventScroll: true });
  field.select();
  const copied = document.activeElement === field && document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
