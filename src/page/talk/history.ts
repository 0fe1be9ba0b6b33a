import type { Reply } from "../../message.ts";
import type { Body } from "./api.ts";
import type { Fault } from "./fault.ts";

/** One message of the candidate with what it led to; without `body` replies that another tab or device was given. */
export interface Entry {
  /** Also the key by which the server knows the message again. */
  readonly key: string;
  /** Milliseconds. */
  readonly at: number;
  readonly body?: Body;
  /** What the candidate sees to have said. */
  readonly label?: string;
  readonly status: "sending" | "sent" | "failed";
  readonly fault?: Fault;
  readonly state?: string;
  readonly replies: readonly Reply[];
  /** The server had forgotten the conversation when this was said. */
  readonly anew?: true;
}

/** What this browser remembers of the conversation; shared by its tabs. */
export interface History {
  readonly read: () => Entry[];
  /** @returns whether it was kept: some browsers let nothing be kept */
  readonly write: (entries: readonly Entry[]) => boolean;
  readonly clear: () => void;
  /** Calls back when another tab has changed it. */
  readonly watch: (changed: () => void) => void;
}

const KEY = "wenkao.talk";
/** Older ones are forgotten. */
const KEPT = 100;

/** @param open may throw where storage is blocked */
export function createHistory(open: () => Storage): History {
  const storage = attempt(open);
  return {
    read: () => entriesIn(attempt(() => storage?.getItem(KEY))),
    write: (entries) =>
      attempt(() => {
        storage?.setItem(KEY, JSON.stringify(entries.slice(-KEPT)));
        return storage !== undefined;
      }) ?? false,
    clear: () => attempt(() => storage?.removeItem(KEY)),
    watch: (changed) =>
      addEventListener("storage", ({ key }) => {
        if (key === KEY || key === null) changed();
      }),
  };
}

/** Another version of the page, or somebody else, may have written there. */
function entriesIn(text: string | null | undefined): Entry[] {
  const read: unknown = attempt(() => JSON.parse(text ?? "[]") as unknown);
  return Array.isArray(read) ? read.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { key, at, replies } = value as Partial<Entry>;
  return typeof key === "string" && typeof at === "number" && Array.isArray(replies);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
