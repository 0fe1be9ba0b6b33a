import type { PageData } from "../page-data.ts";

/** What the server wrote into the document for this page. */
export function readPageData(document: Document): PageData {
  const written = document.querySelector("#page-data")?.textContent ?? "";
  return JSON.parse(written) as PageData;
}
