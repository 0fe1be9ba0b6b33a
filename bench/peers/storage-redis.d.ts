/** Version 2.6.0 names a file for its types that it does not have. */
declare module "@grammyjs/storage-redis" {
  import type { Redis } from "ioredis";
  export class RedisAdapter<T> {
    constructor(options: { instance: Redis });
    read(key: string): Promise<T | undefined>;
    write(key: string, value: T): Promise<void>;
    delete(key: string): Promise<void>;
  }
}
