import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./api.ts";

/** What pages of the studio may load: their own, and pictures that the browser itself has made. Styles may stand in attributes; scripts may not. */
const pagePolicy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What a file of a person may do where it is opened as a page: nothing. */
export const filePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** Headers for every answer, unless the route has set its own. */
export const securityHeaders: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  const usual = {
    "Content-Security-Policy": pagePolicy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  };
  for (const [name, value] of Object.entries(usual)) if (!c.res.headers.has(name)) c.header(name, value);
  if (c.req.path.startsWith("/api/") && !c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
};
