import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./api.ts";
import { householdOf, isWithin, type NetworkRange, networkAddressOf } from "./network-address.ts";

/** Stands for a client whose address nobody knows: all of them are one. */
const unknownAddress = "unknown";

/**
 * Whose address a request comes from, as limits count it (IPv6 by its /64). `peer` is who has opened the connection. `X-Forwarded-For` is read from its
 * end, and only as long as it was written by a proxy that is trusted: what stands before the first other address is whatever the client liked to write.
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | null,
  trusted: readonly NetworkRange[],
): string {
  const hops = [...(forwardedFor?.split(",") ?? []), peer ?? ""];
  let last = unknownAddress;
  for (const hop of hops.toReversed()) {
    const address = networkAddressOf(hop);
    if (address === null) return last;
    last = householdOf(address);
    if (!trusted.some((range) => isWithin(address, range))) return last;
  }
  return last;
}

/** Tells every route whose address a request comes from. `peerOf` reads the address of the connection off what the server gives with a request. */
export function addressOfClients(
  peerOf: (env: unknown) => string | null,
  trusted: readonly NetworkRange[],
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set("address", clientAddress(peerOf(c.env), c.req.header("X-Forwarded-For") ?? null, trusted));
    await next();
  };
}
