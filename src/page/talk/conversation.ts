import type { Api, Answer, Body } from "./api.ts";
import { RequestFault, faultOf } from "./fault.ts";
import type { Entry, History } from "./history.ts";

/** What the page shows of the conversation. */
export interface Shown {
  readonly entries: readonly Entry[];
  /** The message now being answered has been waiting for long. */
  readonly slow: boolean;
  /** False where the browser lets nothing be kept. */
  readonly kept: boolean;
}

export interface Conversation {
  readonly shown: () => Shown;
  /** @returns what stops it */
  readonly subscribe: (changed: () => void) => () => void;
  /** Sends at once, or after what is still on its way; a choice tapped meanwhile is a double tap and ignored. */
  readonly say: (body: Body, label: string) => void;
  /** Sends again what failed, under the same key. */
  readonly retry: () => void;
  /** Takes up what this browser remembers and what the server knows. */
  readonly resume: () => Promise<void>;
  /** Forgets on the server and here. @throws {RequestFault} when the server was not reached; then nothing is forgotten */
  readonly forget: () => Promise<void>;
}

/** Milliseconds after which the candidate is told that it takes long. */
const SLOW = 5_000;
/** How often a busy server is asked again without being told to. */
const PATIENCE = 2;

export function createConversation(api: Api, history: History): Conversation {
  const listeners = new Set<() => void>();
  let shown: Shown = { entries: history.read(), slow: false, kept: true };
  let sending = false;

  const show = (change: Partial<Shown>): void => {
    shown = { ...shown, ...change };
    for (const changed of listeners) changed();
  };
  /** Another tab may have added to it meanwhile. */
  const keep = (entries: readonly Entry[]): void => {
    const merged = merge(history.read(), entries);
    show({ entries: merged, kept: history.write(merged) });
  };
  const put = (entry: Entry): void => keep([...without(shown.entries, entry.key), entry]);

  const send = async (entry: Entry & { readonly body: Body }): Promise<Entry> => {
    const slow = setTimeout(() => show({ slow: true }), SLOW);
    try {
      const { state, replies } = await patiently(() => api.say(entry.body, entry.key));
      const { fault: _, ...rest } = entry;
      return { ...rest, status: "sent", state, replies };
    } catch (error) {
      return { ...entry, status: "failed", fault: faultOf(error) };
    } finally {
      clearTimeout(slow);
      show({ slow: false });
    }
  };
  /** One after the other, so that they are answered in their order; what follows a failed one waits with it. */
  const drain = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let next = waiting(shown.entries); next; next = waiting(shown.entries)) {
      const sent = await send(next);
      if (has(shown.entries, next.key)) put(sent);
      if (sent.status === "failed" && !isForgotten(sent)) break;
    }
    sending = false;
  };
  /** A token that the server does not know any more is renewed by the client, so the message is said anew. */
  const isForgotten = ({ fault, key, anew, ...entry }: Entry): boolean => {
    if (fault !== "expired" || anew) return false;
    keep(without(shown.entries, key));
    put({ ...entry, key, status: "sending", anew: true });
    return true;
  };
  const retry = (): void => {
    keep(shown.entries.map((entry) => (entry.status === "failed" ? again(entry) : entry)));
    void drain();
  };

  history.watch(() => show({ entries: history.read() }));
  addEventListener("online", retry);

  return {
    shown: () => shown,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    say(body, label) {
      const busy = shown.entries.some(({ status }) => status === "sending");
      if (busy && "choice" in body) return;
      put({
        key: crypto.randomUUID(),
        at: Date.now(),
        body,
        label,
        status: "sending",
        replies: [],
      });
      void drain();
    },
    retry,
    async resume() {
      if (shown.entries.some(({ status }) => status !== "sent")) return retry();
      try {
        const found = resumed(shown.entries, await api.last());
        if (found) put(found);
      } catch (error) {
        if (!(error instanceof RequestFault)) throw error; // the first message will tell what is wrong
      }
    },
    async forget() {
      await api.forget();
      history.clear();
      show({ entries: [] });
    },
  };
}

/** What the server says beyond what is remembered here: what another tab was told, or that it has forgotten. */
function resumed(
  entries: readonly Entry[],
  there: Answer & { readonly facts: Readonly<Record<string, unknown>> },
): Entry | undefined {
  const last = entries.at(-1);
  const made = {
    key: crypto.randomUUID(),
    at: Date.now(),
    status: "sent",
    state: there.state,
  } as const;
  if (there.replies.length > 0)
    return sameWords(last, there) ? undefined : { ...made, replies: there.replies };
  const isLost = last !== undefined && last.state !== there.state;
  return isLost && Object.keys(there.facts).length === 0
    ? { ...made, replies: [], anew: true }
    : undefined;
}

function sameWords(entry: Entry | undefined, { replies }: Answer): boolean {
  const words = (of: Answer["replies"]): string => of.map(({ text }) => text).join("\n");
  return entry !== undefined && words(entry.replies) === words(replies);
}

/** Asks a busy server again when it said to. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++)
    try {
      return await call();
    } catch (error) {
      if (times === PATIENCE || faultOf(error) !== "busy") throw error;
      const { retryAfter = 1 } = error as RequestFault;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, retryAfter) * 1000));
    }
}

function merge(stored: readonly Entry[], own: readonly Entry[]): Entry[] {
  const byKey = new Map([...stored, ...own].map((entry) => [entry.key, entry]));
  return [...byKey.values()].toSorted((a, b) => a.at - b.at);
}

function again({ fault: _, ...entry }: Entry): Entry {
  return { ...entry, status: "sending" };
}

function waiting(entries: readonly Entry[]): (Entry & { readonly body: Body }) | undefined {
  const next = entries.find(({ status }) => status !== "sent");
  return next?.status === "sending" && next.body ? { ...next, body: next.body } : undefined;
}

function without(entries: readonly Entry[], key: string): Entry[] {
  return entries.filter((entry) => entry.key !== key);
}

function has(entries: readonly Entry[], key: string): boolean {
  return entries.some((entry) => entry.key === key);
}
