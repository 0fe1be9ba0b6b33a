import type { Choice, Link } from "../../../message.ts";
import type { ChoiceData } from "./choice-data.ts";

/** A button under a message, as Telegram writes it. */
export type Button = { text: string; callback_data: string } | { text: string; url: string };

/** Links on a row each, then the choices, short ones side by side. */
export function keyboardOf(
  { links, choices }: { readonly links: readonly Link[]; readonly choices: readonly Choice[] },
  data: ChoiceData,
): Button[][] {
  const tapped = choices.map(({ id, label }) => ({ text: label, callback_data: data.write(id) }));
  const reachable = links.filter(({ url }) => !LOCAL.test(url));
  return [...reachable.map(({ label, url }) => [{ text: label, url }]), ...inRows(tapped)];
}

/** Addresses of this machine: Telegram refuses a message with a button to one. */
const LOCAL = /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1?\])/u;

function inRows(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row && fits([...row, button])) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** How wide a label may be, in half-width characters, by how many share the row of a phone. */
const WIDEST = [Infinity, 18, 10] as const;

function fits(row: readonly Button[]): boolean {
  const widest = WIDEST[row.length - 1] ?? 0;
  return row.every(({ text }) => width(text) <= widest);
}

/** In half-width characters: Chinese ones and their punctuation count twice. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}
