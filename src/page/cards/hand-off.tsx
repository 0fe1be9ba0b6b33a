import type { Link } from "../../message.ts";
import { useActions } from "../actions.ts";
import { Copy } from "../view/copy.tsx";
import { useWords } from "../words.ts";

/** Official pages: to open here, to copy, to scan with another device. */
export function HandOff({ links }: { readonly links: readonly Link[] }) {
  const words = useWords();
  const { open } = useActions();
  return (
    <ul class="hand-off" aria-label={words.handoff}>
      {links.map((link) => (
        <li key={link.url}>
          <a href={link.url} target="_blank" rel="noopener noreferrer">
            <b>{link.label}</b>
            <small>{link.url}</small>
          </a>
          <Copy text={link.url} label={words.copy} of={link.label} />
          <button
            type="button"
            class="copy"
            aria-label={`${words.qr} ${link.label}`}
            onClick={() => open({ type: "qr", link })}
          >
            {words.qr}
          </button>
        </li>
      ))}
    </ul>
  );
}
