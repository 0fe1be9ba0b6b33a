/** How spellings are mended before anything is read: slip → what was meant. */
export type Spelling = Readonly<Record<string, string>>;

/** "9 月", "４ 级": a figure and its unit belong together. */
const FIGURE_APART = /(?<=\d) (?=\p{Script=Han})/gu;
/** Far more than any text was seen to need. */
const MOST_PASSES = 10;
const REPEATED = /(\p{L})\1{2,}/gu;

/**
 * One spelling for what is written in many: full width, case, control characters, emoji, spaces,
 * stretched letters and the pack's list of slips. Doing it twice changes nothing.
 */
export function createNormaliser(spelling: Spelling): (text: string) => string {
  const slips = Object.entries(spelling).toSorted(([a], [b]) => b.length - a.length);
  const pass = (text: string): string => {
    let clean = text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, " ")
      .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\u{200d}]/gu, " ")
      .replaceAll(/\s+/gu, " ")
      .replaceAll(FIGURE_APART, "")
      .replaceAll(REPEATED, "$1$1");
    for (const [slip, meant] of slips) clean = clean.replaceAll(slip, meant);
    return clean.trim();
  };
  return (text) => {
    let clean = pass(text);
    for (let more = 0; more < MOST_PASSES; more++) {
      const again = pass(clean);
      if (again === clean) break;
      clean = again; // mending one slip can lay open another
    }
    return clean;
  };
}

/** Without spaces and punctuation: for whole-message comparison and for character n-grams. */
export function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
