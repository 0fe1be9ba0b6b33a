/** Why a message got no reply, by what can be done about it. */
export type Fault =
  | "offline"
  | "unreached"
  | "slow"
  | "busy"
  | "server"
  | "refused"
  | "expired"
  | "reopen";

/** A request that got no answer that counts. */
export class RequestFault extends Error {
  override readonly name = "RequestFault";
  readonly fault: Fault;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(fault: Fault, options?: ErrorOptions & { readonly retryAfter?: number }) {
    super(`page: the request failed: ${fault}`, options);
    this.fault = fault;
    this.retryAfter = options?.retryAfter;
  }
}

export function faultOf(error: unknown): Fault {
  return error instanceof RequestFault ? error.fault : "server";
}

/** @param status of an answer that is none */
export function faultOfStatus(status: number): Fault {
  if (status === 401) return "expired";
  if (status === 503 || status === 429) return "busy";
  return status >= 500 ? "server" : "refused";
}
