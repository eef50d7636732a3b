import type { Context } from "hono";
import { Refused } from "../core/text/result.ts";
import type { ApiEnv } from "./api.ts";
import { isLoopbackAddress } from "./network-address.ts";
import { isPassedOn } from "./passed-on.ts";
import type { Person } from "./person.ts";
import { isLoopbackOrigin } from "./trustworthy-origin.ts";

export interface MetricsAccessParts {
  /** What a program sends that reads the measures from elsewhere; null where none does. */
  token: string | null;
  /** The address that browsers see, without a slash at the end. */
  origin: string;
  /** The address of who has opened the connection; null where the server tells none. */
  peerOf(env: unknown): string | null;
  /** Who sends a request; null for nobody. */
  signedIn(request: Request): Promise<Person | null>;
}

/**
 * Lets the measures be read by whoever has their token, by programs of this machine and by an ADMIN in a session: they tell how many people work on what.
 * Where ORIGIN leads here from elsewhere, a proxy may stand on this machine, and all that it sends on looks as if it were from here: then a program of this
 * machine needs the token too. Throws `Refused`: `sign-in-needed`, `admin-needed`.
 */
export function metricsAccess({ token, origin, peerOf, signedIn }: MetricsAccessParts) {
  const isAtHome = isLoopbackOrigin(origin);
  return async (c: Context<ApiEnv>): Promise<void> => {
    const { headers } = c.req.raw;
    const sent = /^Bearer (\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
    if (token !== null && sent !== undefined && (await isSame(sent, token))) return;
    if (isAtHome && !isPassedOn(headers) && isLoopbackAddress(peerOf(c.env) ?? "")) return;
    const person = await signedIn(c.req.raw);
    if (person === null) throw new Refused("sign-in-needed");
    if (!person.isAdmin || person.by === "token") throw new Refused("admin-needed");
  };
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
async function isSame(given: string, right: string): Promise<boolean> {
  const hashOf = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const [one, other] = [await hashOf(given), await hashOf(right)];
  return one.reduce((differing, byte, i) => differing | (byte ^ (other[i] ?? 0)), 0) === 0;
}
