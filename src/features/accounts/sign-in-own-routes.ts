import { createRoute } from "@hono/zod-openapi";
import { timeText } from "../../backends/sql/codecs.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { z } from "@hono/zod-openapi";
import { endOtherSessions } from "./queries/sessions.ts";
import { addPassword, listPasskeys, listWays, removeWay } from "./queries/sign-in-ways.ts";
import { ask, type ForwardParts, personOfSession } from "./sign-in-forward.ts";
import { posting } from "./sign-in-posting.ts";
import {
  changeEmailSchema,
  changePasswordSchema,
  done,
  doneSchema,
  placeSchema,
  setPasswordSchema,
  socialSchema,
  unlinkSchema,
  waySchema,
} from "./sign-in-schema.ts";

export interface OwnSignInParts extends ForwardParts {
  now(): number;
  newId(): string;
}

const tags = ["Signing in"];

const postPassword = posting({
  path: "/auth/change-password",
  tags,
  summary: "Changes the password, and ends all other sessions",
  body: changePasswordSchema,
  answer: [doneSchema, "Changed"],
  failures: [400, 401, 403],
});
const postFirstPassword = posting({
  path: "/auth/set-password",
  tags,
  summary: "Sets a password where there is none, and ends all other sessions",
  body: setPasswordSchema,
  answer: [doneSchema, "Set"],
  failures: [400, 401, 403, 409],
});
const postEmail = posting({
  path: "/auth/change-email",
  tags,
  summary: "Begins to change the address: the old one is asked, then the new one",
  body: changeEmailSchema,
  answer: [doneSchema, "Mail is on its way"],
  failures: [400, 401, 403],
});
const getWays = createRoute({
  method: "get",
  path: "/auth/list-accounts",
  tags,
  summary: "The ways by which the person can sign in, but for passkeys",
  responses: { 200: answers(z.array(waySchema), "The ways"), ...failures(401, 403) },
});
const postLink = posting({
  path: "/auth/link-social",
  tags,
  summary: "Begins to link a provider",
  body: socialSchema,
  answer: [placeSchema, "Where to go"],
  failures: [400, 401, 403, 404],
});
const postUnlink = posting({
  path: "/auth/unlink-account",
  tags,
  summary: "Takes away a way to sign in, unless it is the last",
  body: unlinkSchema,
  answer: [doneSchema, "Taken away"],
  failures: [400, 401, 403, 404, 409],
});

/** How a person signs in, for the person in a session. */
export function ownSignInRoutes(parts: OwnSignInParts): Api {
  const { db, signIn } = parts;
  const api = newApi();
  api.openapi(postPassword, async (c) => {
    await personOfSession(c, parts);
    await ask(c, parts, "/change-password", { ...c.req.valid("json"), revokeOtherSessions: true });
    return c.json(done, 200);
  });
  api.openapi(postFirstPassword, async (c) => {
    const { id: owner, sessionId } = await personOfSession(c, parts);
    const hash = await signIn.hashPassword(c.req.valid("json").newPassword);
    const isSet = await addPassword(db, owner, { id: parts.newId(), hash, at: timeText(parts.now()) });
    if (!isSet) throw new Refused("password-there");
    await endOtherSessions(db, owner, sessionId);
    const cookie = await signIn.anew(c.req.raw.headers);
    if (cookie !== null) c.header("Set-Cookie", cookie, { append: true });
    return c.json(done, 200);
  });
  api.openapi(postEmail, async (c) => {
    await personOfSession(c, parts);
    const { newEmail, callbackURL = "/sign-in?verified=1" } = c.req.valid("json");
    await ask(c, parts, "/change-email", { newEmail, callbackURL });
    return c.json(done, 200);
  });
  api.openapi(getWays, async (c) => {
    const { id } = await personOfSession(c, parts);
    return c.json(await listWays(db, id), 200);
  });
  api.openapi(postLink, async (c) => {
    await personOfSession(c, parts);
    const { provider, callbackURL = "/settings", errorCallbackURL = "/settings" } = c.req.valid("json");
    const asked = { provider, callbackURL, errorCallbackURL, disableRedirect: true };
    return c.json(placeSchema.parse(await ask(c, parts, "/link-social", asked)), 200);
  });
  api.openapi(postUnlink, async (c) => {
    const { id: owner } = await personOfSession(c, parts);
    const { provider } = c.req.valid("json");
    const [ways, passkeys] = [await listWays(db, owner), await listPasskeys(db, owner)];
    if (!ways.some((way) => way.provider === provider)) throw new Refused("provider-unknown");
    if (ways.length + passkeys.length < 2) throw new Refused("last-way");
    await removeWay(db, owner, provider);
    return c.json(done, 200);
  });
  return api;
}
