export const BUNDLE: URL;
export function isFresh(): boolean;
export function beginBundle(): () => void;
