import { createRoute, z } from "@hono/zod-openapi";
import { jsonText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { tokenScopes } from "../../http/person.ts";
import { idSchema, timeSchema } from "../../http/schema.ts";
import { addToken, listTokens, revokeToken, type TokenRow } from "./queries/tokens.ts";
import { newToken, scopesOf, tokenHash, tokenStart } from "./token-text.ts";

const day = 24 * 3_600_000;
const tags = ["Sessions and tokens"];
const scopes = z.array(z.enum(tokenScopes));
const tokenSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** The first letters. */
    start: z.string(),
    scopes,
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
    lastUsedAt: timeSchema.nullable(),
  })
  .openapi("ApiToken");
export const tokensSchema = z.object({ items: z.array(tokenSchema) }).openapi("ApiTokens");
export const newTokenSchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: scopes.min(1).max(tokenScopes.length),
  /** Null for no end. */
  days: z.int().min(1).max(365).nullable(),
});
export const madeTokenSchema = z.object({ token: z.string(), item: tokenSchema }).openapi("MadeApiToken");

const getTokens = createRoute({
  method: "get",
  path: "/account/tokens",
  tags,
  summary: "Tokens of the API, newest first",
  responses: { 200: answers(tokensSchema, "All that were not revoked"), ...failures(401, 403) },
});
const postToken = createRoute({
  method: "post",
  path: "/account/tokens",
  tags,
  summary: "Makes a token, which is told once",
  request: { body: { required: true, content: { "application/json": { schema: newTokenSchema } } } },
  responses: { 201: answers(madeTokenSchema, "The token"), ...failures(400, 401, 403) },
});
const deleteToken = createRoute({
  method: "delete",
  path: "/account/tokens/{id}",
  tags,
  summary: "Revokes a token",
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: "It is refused from now on" }, ...failures(401, 403, 404) },
});

export interface TokenRoutesParts {
  db: Database;
  now(): number;
  newId(): string;
}

/** The tokens of a person. */
export function tokenRoutes({ db, now, newId }: TokenRoutesParts): Api {
  const api = newApi();
  api.openapi(getTokens, async (c) => c.json({ items: (await listTokens(db, c.get("owner"))).map(shown) }, 200));
  api.openapi(postToken, async (c) => {
    const { name, days, scopes: asked } = c.req.valid("json");
    const token = newToken();
    const hash = await tokenHash(token);
    if (hash === null) throw new Error("A new token is none.");
    const row = await addToken(db, c.get("owner"), {
      id: newId(),
      name,
      hash,
      start: tokenStart(token),
      scopes: jsonText(tokenScopes.filter((scope) => asked.includes(scope))),
      expiresAt: days === null ? null : now() + days * day,
      now: now(),
    });
    return c.json({ token, item: shown(row) }, 201);
  });
  api.openapi(deleteToken, async (c) => {
    if (!(await revokeToken(db, c.get("owner"), c.req.valid("param").id, now()))) throw new Refused("token-unknown");
    return c.body(null, 204);
  });
  return api;
}

const shown = (row: TokenRow) => ({ ...row, scopes: scopesOf(row.scopes) });
