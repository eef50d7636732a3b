import type { MiddlewareHandler } from "hono";
import { Refused } from "../core/text/result.ts";
import type { ApiEnv } from "./api.ts";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what another site makes a browser send: requests under a name that is neither loopback nor that of `origin` (a name of somebody else's
 * that was made to lead here), and changes that a page of another origin asks for. Throws `Refused("request-foreign")`.
 */
export function ownRequestsOnly(origin: string): MiddlewareHandler<ApiEnv> {
  const own = new URL(origin);
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url);
    if (!isLoopbackName(hostname) && host !== own.host) throw new Refused("request-foreign", host);
    if (!safeMethods.includes(c.req.method)) refuseOtherOrigins(c.req.raw.headers, host, own);
    await next();
  };
}

/** Whether a name can only mean this machine. */
export function isLoopbackName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** What sends neither field is no browser, and cannot be misled by a page. */
function refuseOtherOrigins(headers: Headers, host: string, own: URL): void {
  const [from, site] = [headers.get("Origin"), headers.get("Sec-Fetch-Site")];
  if (from !== null) {
    const sender = URL.parse(from);
    if (sender === null || (sender.host !== host && sender.origin !== own.origin))
      throw new Refused("request-foreign", from);
  } else if (site !== null && site !== "same-origin" && site !== "none") throw new Refused("request-foreign", site);
}
