import type { Dispatcher } from "undici";

/** What a server answered, whatever it means. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface ExchangeOptions {
  /** After which it is given up. */
  readonly milliseconds: number;
  /** Gives it up too. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request and reads its answer. It is written for undici's `dispatch`, because `request` makes a
 * stream of each answer, which costs a quarter more.
 * @throws {Error} what the network threw, or why it was given up
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { milliseconds, signal }: ExchangeOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let givenUp: Error | undefined;
    let connection: Dispatcher.DispatchController | undefined;
    const timer = setTimeout(
      () => giveUp(new DOMException("too late", "TimeoutError")),
      milliseconds,
    );
    const stop = (): void => giveUp(signal?.reason as Error);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) return stop();
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        connection = controller;
        if (givenUp) controller.abort(givenUp);
      },
      onResponseStart: (_, code) => void (status = code),
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd() {
        leave();
        resolve({ status, text: Buffer.concat(chunks).toString() });
      },
      onResponseError: (_, error) => fail(error),
    });

    function giveUp(why: Error): void {
      givenUp = why;
      connection?.abort(why);
      fail(why); // a connection that is still being made tells nothing
    }

    function fail(error: Error): void {
      leave();
      reject(error);
    }

    function leave(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  });
}
