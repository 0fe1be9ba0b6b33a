import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PageData } from "../page-data.ts";

/** The words of the page, which the pack has; no part of the page writes its own. */
export type Words = PageData["words"];

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("page: words are asked for outside of WordsContext");
  return words;
}
