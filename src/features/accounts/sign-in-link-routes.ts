import { createRoute, z } from "@hono/zod-openapi";
import { type Api, newApi } from "../../http/api.ts";
import { follow, type ForwardParts } from "./sign-in-forward.ts";
import { ownPathSchema, providerSchema } from "./sign-in-schema.ts";

const tags = ["Signing in"];
const responses = { 302: { description: "To a page of the studio; `error` in its address tells what failed" } };
const token = z.string().max(2_000);
const query = z.object({ token, callbackURL: ownPathSchema.optional() });

const getVerification = createRoute({
  method: "get",
  path: "/auth/verify-email",
  tags,
  summary: "The link that confirms an address",
  request: { query },
  responses,
});
const getMagicLink = createRoute({
  method: "get",
  path: "/auth/magic-link/verify",
  tags,
  summary: "The link that signs in",
  request: { query },
  responses,
});
const getReset = createRoute({
  method: "get",
  path: "/auth/reset-password/{token}",
  tags,
  summary: "The link to choose a new password",
  request: {
    params: z.object({ token: z.string().max(100) }),
    query: z.object({ callbackURL: ownPathSchema.optional() }),
  },
  responses,
});
const getCallback = createRoute({
  method: "get",
  path: "/auth/callback/{provider}",
  tags,
  summary: "Where a provider sends people back to",
  request: {
    params: z.object({ provider: providerSchema }),
    query: z.object({
      state: z.string().max(2_000).optional(),
      code: z.string().max(4_000).optional(),
      error: z.string().max(500).optional(),
      iss: z.string().max(500).optional(),
    }),
  },
  responses,
});

/** Links of mails, and the way back from providers: what a browser opens by itself. */
export function signInLinkRoutes(parts: ForwardParts): Api {
  const api = newApi();
  api.openapi(getVerification, (c) => {
    const { token: sent, callbackURL = "/sign-in?verified=1" } = c.req.valid("query");
    return follow(c, parts, { path: `/verify-email?${fields({ token: sent, callbackURL })}`, failed: "/sign-in" });
  });
  api.openapi(getMagicLink, (c) => {
    const { token: sent, callbackURL = "/" } = c.req.valid("query");
    return follow(c, parts, { path: `/magic-link/verify?${fields({ token: sent, callbackURL })}`, failed: "/sign-in" });
  });
  api.openapi(getReset, (c) => {
    const [{ token: sent }, { callbackURL = "/reset-password" }] = [c.req.valid("param"), c.req.valid("query")];
    const path = `/reset-password/${encodeURIComponent(sent)}?${fields({ callbackURL })}`;
    return follow(c, parts, { path, failed: callbackURL.split("?")[0] ?? "/reset-password" });
  });
  api.openapi(getCallback, (c) => {
    const path = `/callback/${c.req.valid("param").provider}?${fields(c.req.valid("query"))}`;
    return follow(c, parts, { path, failed: null });
  });
  return api;
}

function fields(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
}
