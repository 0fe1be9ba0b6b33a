import fc from "fast-check";
import { expect } from "vitest";
import { RECORD_TTL_MS, STATE_TTL_MS, type Revision, type Store } from "../../src/store/store.ts";

/** One thing done to a store. */
interface Step {
  readonly what: string;
  readonly conversation: string;
  readonly message: string;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    "save",
    "save stale",
    "erase",
    "wait an hour",
    "wait a day",
    "wait a month",
  ),
  conversation: fc.constantFrom("a", "ab", "b"),
  message: fc.constantFrom("1", "2", "3"),
});

const WAITS: Readonly<Record<string, number>> = {
  "wait an hour": 3600 * 1000,
  "wait a day": RECORD_TTL_MS,
  "wait a month": STATE_TTL_MS,
};

interface Conversation {
  state: { text: string; last: string; expires: number };
  records: Map<string, { text: string; expires: number }>;
}

/** Does the same random steps to the store and to a plain map, and compares what both know. */
export async function checkAgainstModel(
  store: Store,
  pass: (milliseconds: number) => void | Promise<void>,
): Promise<void> {
  let run = 0;
  let time = 0;
  const now = () => time;
  const wait = async (milliseconds: number) => {
    time += milliseconds;
    await pass(milliseconds);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      run += 1;
      const model = new Map<string, Conversation>();
      for (const [index, each] of steps.entries()) {
        const its = { ...each, conversation: `${run}/${each.conversation}` };
        await take(its, `${index}`, store, model, now, wait);
        expect(await store.last(its.conversation)).toEqual(
          expected(model.get(its.conversation), now()),
        );
      }
    }),
    { numRuns: 30 },
  );
}

async function take(
  { what, conversation, message }: Step,
  text: string,
  store: Store,
  model: Map<string, Conversation>,
  now: () => number,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  if (what === "erase") {
    await store.erase(conversation);
    model.delete(conversation);
  } else if (what === "save stale") {
    expect(await store.save(conversation, "stale", { state: text, message, record: text })).toBe(
      false,
    );
  } else if (what === "save") {
    const loaded = await store.load(conversation, message);
    const known = model.get(conversation);
    const record = known?.records.get(message);
    const answered = record && now() < record.expires ? record.text : undefined;
    expect(loaded.answered).toBe(answered);
    if (loaded.answered !== undefined) return;
    await save(store, conversation, loaded.revision, message, text);
    model.set(conversation, saved(known, message, text, now()));
  } else await wait(WAITS[what] ?? 0);
}

async function save(
  store: Store,
  conversation: string,
  revision: Revision,
  message: string,
  text: string,
) {
  expect(await store.save(conversation, revision, { state: text, message, record: text })).toBe(
    true,
  );
}

function saved(
  known: Conversation | undefined,
  message: string,
  text: string,
  now: number,
): Conversation {
  const records = known?.records ?? new Map<string, { text: string; expires: number }>();
  records.set(message, { text, expires: now + RECORD_TTL_MS });
  return { state: { text, last: message, expires: now + STATE_TTL_MS }, records };
}

function expected(
  known: Conversation | undefined,
  now: number,
): { state?: string; record?: string } {
  if (known === undefined || now >= known.state.expires) return {};
  const record = known.records.get(known.state.last);
  const live = record && now < record.expires ? { record: record.text } : {};
  return { state: known.state.text, ...live };
}
