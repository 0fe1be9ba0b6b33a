/** The key code of a key that an input method takes. */
const COMPOSING = 229;

/**
 * Whether a key is an input method's: it picks or drops a word there, and means nothing to the page.
 * Safari ends composing before it tells of the key, and then only the old key code says what it was for.
 */
export function isComposing({ isComposing: is, keyCode }: KeyboardEvent): boolean {
  return is || keyCode === COMPOSING;
}
