import { useEffect, useState } from "preact/hooks";
import type { Link } from "../../message.ts";
import { useWords } from "../words.ts";

interface Drawn {
  readonly size: number;
  readonly path: string;
}

/** A link to be scanned by another device. What draws it is fetched when it is first wanted. */
export function Qr({ link }: { readonly link: Link }) {
  const words = useWords();
  const [drawn, set] = useState<Drawn>();
  useEffect(() => {
    import("../../rendering/qr.ts").then(
      ({ drawQr }) => set(drawQr(link.url)),
      () => undefined, // without a network the address below has to do
    );
  }, [link.url]);
  return (
    <figure class="qr">
      {drawn && (
        <svg viewBox={`0 0 ${drawn.size} ${drawn.size}`} role="img" aria-label={words.qr_of}>
          <path d={drawn.path} />
        </svg>
      )}
      <figcaption>
        {words.qr_of}
        <br />
        {link.url}
      </figcaption>
    </figure>
  );
}
