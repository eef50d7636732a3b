import { createRoute, z } from "@hono/zod-openapi";
import { flagOf, timeText } from "../../backends/sql/codecs.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import {
  listPasskeys,
  listWays,
  namePasskey,
  notePasskeyUse,
  type PasskeyRow,
  removePasskey,
} from "./queries/sign-in-ways.ts";
import { ask, type ForwardParts, personOfSession } from "./sign-in-forward.ts";
import { posting } from "./sign-in-posting.ts";
import {
  done,
  doneSchema,
  passkeyAnswerSchema,
  passkeyIdSchema,
  passkeyNameSchema,
  passkeySchema,
  webAuthnSchema,
} from "./sign-in-schema.ts";

export interface PasskeyParts extends ForwardParts {
  now(): number;
}

const tags = ["Passkeys"];

const getNew = createRoute({
  method: "get",
  path: "/auth/passkey/generate-register-options",
  tags,
  summary: "What a browser needs to make a passkey",
  request: { query: z.object({ name: z.string().max(100).optional() }) },
  responses: { 200: answers(webAuthnSchema, "Options of WebAuthn"), ...failures(401, 403) },
});
const postNew = posting({
  path: "/auth/passkey/verify-registration",
  tags,
  summary: "Keeps a passkey",
  body: passkeyAnswerSchema,
  answer: [doneSchema, "Kept"],
  failures: [400, 401, 403],
});
const getOptions = createRoute({
  method: "get",
  path: "/auth/passkey/generate-authenticate-options",
  tags,
  summary: "What a browser needs to sign in by a passkey",
  responses: { 200: answers(webAuthnSchema, "Options of WebAuthn") },
});
const postAnswer = posting({
  path: "/auth/passkey/verify-authentication",
  tags,
  summary: "Signs in by a passkey",
  body: passkeyAnswerSchema.pick({ response: true }),
  answer: [doneSchema, "Signed in"],
  failures: [400, 401, 403],
});
const getAll = createRoute({
  method: "get",
  path: "/auth/passkey/list-user-passkeys",
  tags,
  summary: "The person's passkeys",
  responses: { 200: answers(z.array(passkeySchema), "Oldest first"), ...failures(401, 403) },
});
const postName = posting({
  path: "/auth/passkey/update-passkey",
  tags,
  summary: "Names a passkey",
  body: passkeyNameSchema,
  answer: [doneSchema, "Named"],
  failures: [400, 401, 403, 404],
});
const postRemoval = posting({
  path: "/auth/passkey/delete-passkey",
  tags,
  summary: "Takes a passkey away, unless it is the last way to sign in",
  body: passkeyIdSchema,
  answer: [doneSchema, "Taken away"],
  failures: [400, 401, 403, 404, 409],
});

/** Passkeys: made and managed in a session, used without one. */
export function passkeyRoutes(parts: PasskeyParts): Api {
  const { db, now } = parts;
  const api = newApi();
  api.openapi(getNew, async (c) => {
    await personOfSession(c, parts);
    const { name } = c.req.valid("query");
    const query = name === undefined ? "" : `?${new URLSearchParams({ name }).toString()}`;
    const options = await ask(c, parts, `/passkey/generate-register-options${query}`, null);
    return c.json(webAuthnSchema.parse(options), 200);
  });
  api.openapi(postNew, async (c) => {
    await personOfSession(c, parts);
    await ask(c, parts, "/passkey/verify-registration", c.req.valid("json"));
    return c.json(done, 200);
  });
  api.openapi(getOptions, async (c) => {
    const options = await ask(c, parts, "/passkey/generate-authenticate-options", null);
    return c.json(webAuthnSchema.parse(options), 200);
  });
  api.openapi(postAnswer, async (c) => {
    const answer = c.req.valid("json");
    await ask(c, parts, "/passkey/verify-authentication", answer);
    await notePasskeyUse(db, answer.response.id, timeText(now()));
    return c.json(done, 200);
  });
  api.openapi(getAll, async (c) => {
    const { id } = await personOfSession(c, parts);
    return c.json((await listPasskeys(db, id)).map(shown), 200);
  });
  api.openapi(postName, async (c) => {
    const { id: owner } = await personOfSession(c, parts);
    const { id, name } = c.req.valid("json");
    if (!(await namePasskey(db, owner, id, name))) throw new Refused("passkey-unknown");
    return c.json(done, 200);
  });
  api.openapi(postRemoval, async (c) => {
    const { id: owner } = await personOfSession(c, parts);
    const { id } = c.req.valid("json");
    const [ways, passkeys] = [await listWays(db, owner), await listPasskeys(db, owner)];
    if (!passkeys.some((passkey) => passkey.id === id)) throw new Refused("passkey-unknown");
    if (ways.length + passkeys.length < 2) throw new Refused("last-way");
    await removePasskey(db, owner, id);
    return c.json(done, 200);
  });
  return api;
}

const shown = (row: PasskeyRow) => ({ ...row, backedUp: flagOf(row.backedUp) });
