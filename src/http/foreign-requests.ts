import type { MiddlewareHandler } from "hono";
import { Refused } from "../core/text/result.ts";
import type { ApiEnv } from "./api.ts";

const safeMethods = ["GET", "HEAD", "OPTIONS"];
/** What a form of any page can send without the browser asking the studio first. */
const formTypes = /^\s*(?:text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/**
 * Refuses what another site makes a browser send: requests under a name that is neither loopback nor that of `origin` (a name of somebody else's
 * that was made to lead here), changes that a page of another origin asks for, and changes in the types of forms
 * where no browser says that they are ours.
 * Throws `Refused`: `request-foreign`, `request-form`.
 */
export function ownRequestsOnly(origin: string): MiddlewareHandler<ApiEnv> {
  const own = new URL(origin);
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url);
    if (!isLoopbackName(hostname) && host !== own.host) throw new Refused("request-foreign", host);
    if (!safeMethods.includes(c.req.method)) {
      const isProven = refuseOtherOrigins(c.req.raw.headers, host, own);
      if (!isProven && formTypes.test(c.req.header("Content-Type") ?? "")) throw new Refused("request-form");
    }
    await next();
  };
}

/** Whether a name can only mean this machine. */
function isLoopbackName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * Whether a browser says that a page of ours asks; what sends neither field is no browser, and cannot be misled by a page. A form of ours that is sent
 * under the policy to tell no referrer has the origin `null`, and its browser says beside that it is ours.
 */
function refuseOtherOrigins(headers: Headers, host: string, own: URL): boolean {
  const [from, site] = [headers.get("Origin"), headers.get("Sec-Fetch-Site")];
  if (from !== null && (from !== "null" || site !== "same-origin")) {
    const sender = URL.parse(from);
    if (sender === null || (sender.host !== host && sender.origin !== own.origin))
      throw new Refused("request-foreign", from);
    return true;
  }
  if (site !== null && site !== "same-origin" && site !== "none") throw new Refused("request-foreign", site);
  return site === "same-origin";
}
