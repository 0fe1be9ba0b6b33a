import type { Reply } from "../../message.ts";
import { attempt } from "../attempt.ts";
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

/** What another tab did: an entry of now, or one that is gone; all are gone where there is no key. */
interface Change {
  readonly key?: string;
  readonly entry?: Entry;
}

/** What this browser remembers of the conversation; shared by its tabs. */
export interface History {
  readonly read: () => Entry[];
  /** @returns whether it was kept: some browsers let nothing be kept */
  readonly write: (entry: Entry) => boolean;
  readonly remove: (key: string) => void;
  readonly watch: (changed: (change: Change) => void) => void;
}

/** The number changes with the shape of an entry: what another version wrote is left alone. */
const PREFIX = "wenkao.talk.1.";
/** Older ones are forgotten. */
const KEPT = 100;

/**
 * Each entry under a name of its own, so that no tab writes over what another has added.
 * @param open may throw where storage is blocked
 */
export function createHistory(open: () => Storage): History {
  const storage = attempt(open);
  const read = (): Entry[] =>
    namesIn(storage)
      .flatMap((name) => entryIn(attempt(() => storage?.getItem(name))) ?? [])
      .sort((a, b) => a.at - b.at);
  const remove = (key: string): void => {
    attempt(() => storage?.removeItem(PREFIX + key));
  };
  return {
    read,
    remove,
    write(entry) {
      const isKept = attempt(() => {
        storage?.setItem(PREFIX + entry.key, JSON.stringify(entry));
        return storage !== undefined;
      });
      for (const { key } of read().slice(0, -KEPT)) remove(key);
      return isKept ?? false;
    },
    watch: (changed) =>
      addEventListener("storage", ({ key, newValue }) => {
        if (key === null) return changed({});
        if (!key.startsWith(PREFIX)) return;
        const entry = entryIn(newValue);
        changed({ key: key.slice(PREFIX.length), ...(entry && { entry }) });
      }),
  };
}

function namesIn(storage: Storage | undefined): string[] {
  const names = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? "");
  return names.filter((name) => name.startsWith(PREFIX));
}

/** Whatever stands there: only what can be drawn is an entry. */
function entryIn(text: string | null | undefined): Entry | undefined {
  const read = attempt(() => JSON.parse(text ?? "null") as unknown);
  return isEntry(read) ? read : undefined;
}

const STATUSES: readonly unknown[] = ["sending", "sent", "failed"] satisfies Entry["status"][];

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { key, at, status, replies } = value as Partial<Entry>;
  return (
    typeof key === "string" &&
    typeof at === "number" &&
    STATUSES.includes(status) &&
    Array.isArray(replies) &&
    replies.every((reply) => typeof (reply as Partial<Reply> | null)?.text === "string")
  );
}
