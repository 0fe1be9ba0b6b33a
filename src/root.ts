/** The folder of this package: one above the sources, and above the bundle that is built of them. */
export const ROOT = new URL("../", import.meta.url);
