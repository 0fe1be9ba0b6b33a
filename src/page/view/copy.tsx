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
    <button
      type="button"
      class={isWide ? "copy wide weui-btn weui-btn_default" : "copy"}
      aria-label={of === undefined ? undefined : `${label} ${of}`}
      onClick={() => void copy(text).then((copied) => set(copied ? "copied" : "copy_failed"))}
    >
      {done === undefined ? label : <span role="status">{words[done]}</span>}
    </button>
  );
}

/** @returns whether it was copied. Pages without TLS have no clipboard, but can copy what is selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
