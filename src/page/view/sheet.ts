import type { Link } from "../../message.ts";

/** What may lie over the page. */
export type Sheet =
  | { readonly type: "topics" }
  | { readonly type: "options" }
  | { readonly type: "clause"; readonly clause: string }
  | { readonly type: "qr"; readonly link: Link };
