/**
 * Every match of a global pattern, or the first `most`; without the copy of the pattern that `matchAll` makes for
 * each text.
 */
export function matchesOf(pattern: RegExp, text: string, most = Infinity): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}
