import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Assistant } from "../assistant.ts";
import { chatFromPipe, chatInPerson } from "../channels/terminal.ts";
import type { Config } from "../config.ts";
import type { Moment } from "../message.ts";
import type { ReceiptSettings } from "../receipt-desk.ts";
import { loadSecret } from "../secret.ts";
import { openLmdbStore } from "../store/lmdb.ts";

export interface ChatParts {
  readonly now: () => Moment;
  readonly json: boolean;
  readonly config: Pick<Config, "SECRET" | "DATA_DIR">;
}

/**
 * The `chat` command. At a keyboard the conversation is kept, as on any other channel; from a pipe it
 * is a fresh one, of which nothing is kept.
 * @returns the exit code
 */
export async function chat(
  create: (receipts?: ReceiptSettings) => Assistant,
  parts: ChatParts,
): Promise<number> {
  const kept = process.stdin.isTTY;
  const { config } = parts;
  const assistant = create(kept ? { secret: loadSecret(config) } : {});
  const store = kept ? openLmdbStore({ path: join(config.DATA_DIR, "store") }) : openFleeting();
  const turn = assistant.turnOn(store);
  try {
    if (kept) {
      const conversation = `terminal:${userInfo().username}`;
      await chatInPerson(
        { ...parts, turn, conversation },
        assistant.pack.vocabulary.commands.menu[0] ?? "",
      );
    } else await chatFromPipe({ ...parts, turn, conversation: `terminal:${randomUUID()}` });
  } finally {
    await store.close();
  }
  return 0;
}

/** A store whose files have no name any more once it is open: nothing is left, however this ends. */
function openFleeting() {
  const folder = mkdtempSync(join(tmpdir(), "wenkao-"));
  const store = openLmdbStore({ path: folder });
  rmSync(folder, { recursive: true, force: true });
  return store;
}
