import type { MiddlewareHandler } from "hono";
import { setAnswerField } from "./answer-field.ts";
import type { ApiEnv } from "./api.ts";

/**
 * What pages of the studio may load: their own, and pictures that the browser itself has made. No script stands in a page. Styles may: Mantine writes
 * elements of style for what it measures, and attributes for where things stand.
 */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** What an answer for programs may do where a browser opens it as a page: nothing. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a file of a person may do where it is opened as a page: nothing. */
export const filePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** For a page of text with one element of style. */
export async function textPagePolicy(style: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)));
  return `${dataPolicy.replace("default-src 'none'", "sandbox allow-same-origin; default-src 'none'")}; style-src 'sha256-${btoa(String.fromCharCode(...hash))}'`;
}

const always = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** A year, in seconds. */
const secureOnly = { "Strict-Transport-Security": "max-age=31536000" };

/** Headers for every answer, unless the route has set its own. `origin`: the address that browsers see; where it is one of https, they shall use no other. */
export function securityHeaders(origin: string): MiddlewareHandler<ApiEnv> {
  const usual = { ...always, ...(origin.startsWith("https://") ? secureOnly : {}) };
  const forPages = Object.entries({ ...usual, "Content-Security-Policy": pagePolicy });
  const forPrograms = Object.entries({
    ...usual,
    "Content-Security-Policy": dataPolicy,
    "Cache-Control": "no-store",
  });
  return async (c, next) => {
    await next();
    const isForPrograms = c.req.path.startsWith("/api/") || c.req.path === "/health" || c.req.path === "/metrics";
    for (const [name, value] of isForPrograms ? forPrograms : forPages)
      if (!c.res.headers.has(name)) setAnswerField(c, name, value);
  };
}
