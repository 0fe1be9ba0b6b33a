import type { PageWord } from "./knowledge/schemas/page.ts";
import type { Choice, Link, Moment } from "./message.ts";

/** What the page at `/` is told before it asks anything. */
export interface PageData {
  /** Such as `zh-CN`. */
  readonly language: string;
  readonly words: Readonly<Record<PageWord, string>>;
  /** The topics to tap on arrival, in the order of the menu. */
  readonly topics: readonly Choice[];
  /** Where candidates go when nothing else works. */
  readonly official: Link | undefined;
  /** What a deep link asks: the page sends it at once. */
  readonly opening?: Choice;
}

/** What a deep link asks, `/?ask=fee&level=三级`, and what a preview of the link says. */
export interface Opening {
  readonly choice: Choice;
  readonly description: string;
}

/** The page as its channel is handed it. */
export interface Page extends Omit<PageData, "opening"> {
  /** @returns undefined for a query that asks nothing that is known: then the page opens as ever */
  readonly open: (query: Readonly<Record<string, string>>, at: Moment) => Opening | undefined;
}
