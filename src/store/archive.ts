import { z } from "zod";

/** A conversation as it is backed up: the same from every store. Ids stand as digests. */
export const keptSchema = z.strictObject({
  conversation: z.string().regex(/^[\w-]{43}$/),
  state: z.string(),
  /** The last message. */
  message: z.string(),
  /** Milliseconds since the epoch, as below. */
  expires: z.int(),
  records: z.array(
    z.strictObject({ message: z.string(), record: z.string(), expires: z.int() }).readonly(),
  ),
});
export type Kept = Readonly<z.infer<typeof keptSchema>>;

/** A store seen as a whole, while others may use it. */
export interface Archive {
  /**
   * Every live conversation, each in one piece; some may come twice.
   * @throws {StoreError} when the store cannot be read
   */
  all(): AsyncIterable<Kept>;
  /**
   * Puts a conversation in the place of what is there, under a new revision; what has expired is left out.
   * @throws {StoreError} when the store cannot be written
   */
  put(kept: Kept): Promise<void>;
  close(): Promise<void>;
}
