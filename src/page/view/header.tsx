import { useActions } from "../actions.ts";
import { useWords } from "../words.ts";

/** @param onClose for where the page can be closed from within */
export function Header({ onClose }: { readonly onClose?: () => void }) {
  const words = useWords();
  const { open } = useActions();
  return (
    <header class="top">
      <div>
        <h1>{words.title}</h1>
        <p>{words.subtitle}</p>
      </div>
      <div class="capsule">
        <button type="button" aria-label={words.options} onClick={() => open({ type: "options" })}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="5" cy="12" r="1.8" />
            <circle cx="12" cy="12" r="2.8" />
            <circle cx="19" cy="12" r="1.8" />
          </svg>
        </button>
        {onClose && (
          <button type="button" aria-label={words.close} onClick={onClose}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}
