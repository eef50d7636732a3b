import { createRoute } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, newApi } from "../../http/api.ts";
import { isTrustworthy } from "../../http/trustworthy-origin.ts";
import { isInvited, joinByInvitation } from "./queries/invitations.ts";
import { signUpPolicy } from "./queries/instance.ts";
import { ownerWithoutAccount } from "./queries/local-owner.ts";
import { ask, type ForwardParts } from "./sign-in-forward.ts";
import { posting } from "./sign-in-posting.ts";
import {
  addressSchema,
  done,
  doneSchema,
  magicLinkSchema,
  placeSchema,
  resetRequestSchema,
  resetSchema,
  signInSchema,
  signUpSchema,
  socialSchema,
  waysSchema,
} from "./sign-in-schema.ts";
import { hexHash } from "./token-text.ts";

export interface SignInRoutesParts extends ForwardParts {
  db: Database;
  now(): number;
  newId(): string;
  google: boolean;
  twitter: boolean;
  /** What the provider of OpenID Connect is called; null where there is none. */
  oidc: string | null;
  sendsMail: boolean;
}

const tags = ["Signing in"];
const beforeSignIn = "/sign-in?verified=1";

const getWays = createRoute({
  method: "get",
  path: "/auth/ways",
  tags,
  summary: "Ways to sign in",
  responses: { 200: answers(waysSchema, "What there is") },
});
const postSignUp = posting({
  path: "/auth/sign-up/email",
  tags,
  summary: "Makes an account; the answer is the same for an address that is known",
  body: signUpSchema,
  answer: [doneSchema, "Mail is on its way"],
  failures: [400, 403, 409],
});
const postSignIn = posting({
  path: "/auth/sign-in/email",
  tags,
  summary: "Signs in with a password",
  body: signInSchema,
  answer: [doneSchema, "Signed in"],
  failures: [400, 401, 403],
});
const postMagicLink = posting({
  path: "/auth/sign-in/magic-link",
  tags,
  summary: "Sends a link that signs in",
  body: magicLinkSchema,
  answer: [doneSchema, "Mail is on its way, where the address may have an account"],
  failures: [400],
});
const postSocial = posting({
  path: "/auth/sign-in/social",
  tags,
  summary: "Begins to sign in by a provider",
  body: socialSchema,
  answer: [placeSchema, "Where to go"],
  failures: [400, 404],
});
const postSignOut = createRoute({
  method: "post",
  path: "/auth/sign-out",
  tags,
  summary: "Ends the session",
  responses: { 200: answers(doneSchema, "Signed out") },
});
const postVerification = posting({
  path: "/auth/send-verification-email",
  tags,
  summary: "Sends the link that confirms an address again",
  body: addressSchema,
  answer: [doneSchema, "Mail is on its way, where there is somebody to confirm"],
  failures: [400],
});
const postResetRequest = posting({
  path: "/auth/request-password-reset",
  tags,
  summary: "Sends a link to choose a new password",
  body: resetRequestSchema,
  answer: [doneSchema, "Mail is on its way, where the address is known"],
  failures: [400],
});
const postReset = posting({
  path: "/auth/reset-password",
  tags,
  summary: "Sets a new password by a link, and ends all sessions",
  body: resetSchema,
  answer: [doneSchema, "The password is set"],
  failures: [400, 410],
});

/** Ways to begin a session, open to all. */
export function signInRoutes(parts: SignInRoutesParts): Api {
  const { db, people } = parts;
  const api = newApi();
  api.openapi(getWays, async (c) => {
    const isSingleUser = await people.isSingleUser();
    const isSetupAwaited = !isSingleUser && (await ownerWithoutAccount(db)) !== null;
    const { google, twitter, oidc, sendsMail } = parts;
    return c.json(
      {
        isSetupAwaited,
        isSingleUser,
        signUp: await signUpPolicy(db),
        ...({ password: true, magicLink: true, passkey: true } as const),
        google,
        twitter,
        oidc: oidc === null ? null : { name: oidc },
        sendsMail,
      },
      200,
    );
  });
  api.openapi(postSignUp, async (c) => {
    const { invitation, callbackURL = beforeSignIn, language = "en", ...account } = c.req.valid("json");
    if ((await ownerWithoutAccount(db)) !== null) throw new Refused("setup-awaited");
    if (invitation !== undefined) await join({ ...account, language }, invitation);
    else if ((await signUpPolicy(db)) !== "open") throw new Refused("sign-up-closed");
    else await ask(c, parts, "/sign-up/email", { ...account, language, callbackURL });
    return c.json(done, 200);
  });
  api.openapi(postSignIn, async (c) => {
    await ask(c, parts, "/sign-in/email", { ...c.req.valid("json"), callbackURL: beforeSignIn });
    return c.json(done, 200);
  });
  api.openapi(postMagicLink, async (c) => {
    const { email, callbackURL = "/" } = c.req.valid("json");
    await ask(c, parts, "/sign-in/magic-link", { email, callbackURL });
    return c.json(done, 200);
  });
  api.openapi(postSocial, async (c) => {
    const { provider, callbackURL = "/", errorCallbackURL = "/sign-in" } = c.req.valid("json");
    const asked = { provider, callbackURL, errorCallbackURL, disableRedirect: true };
    return c.json(placeSchema.parse(await ask(c, parts, "/sign-in/social", asked)), 200);
  });
  api.openapi(postSignOut, async (c) => {
    await ask(c, parts, "/sign-out", {});
    // Pictures of pages are kept for ever by browsers, also for who sits there next. Only places that browsers trust may ask for it.
    if (isTrustworthy(parts.origin)) c.header("Clear-Site-Data", '"cache"');
    return c.json(done, 200);
  });
  api.openapi(postVerification, async (c) => {
    const { email, callbackURL = beforeSignIn } = c.req.valid("json");
    await ask(c, parts, "/send-verification-email", { email, callbackURL });
    return c.json(done, 200);
  });
  api.openapi(postResetRequest, async (c) => {
    await ask(c, parts, "/request-password-reset", { ...c.req.valid("json"), redirectTo: "/reset-password" });
    return c.json(done, 200);
  });
  api.openapi(postReset, async (c) => {
    await ask(c, parts, "/reset-password", c.req.valid("json"));
    return c.json(done, 200);
  });
  return api;

  /** An invitation proves the address: it went there, or an ADMIN gave it. */
  async function join(
    { name, email, password, language }: { name: string; email: string; password: string; language: string },
    invitation: string,
  ): Promise<void> {
    const [hash, now] = [await hexHash(invitation), parts.now()];
    if (!(await isInvited(db, { email, hash, now }))) throw new Refused("sign-up-closed");
    const passwordHash = await parts.signIn.hashPassword(password);
    const [userId, accountId] = [parts.newId(), parts.newId()];
    const isMade = await joinByInvitation(db, { hash, email, name, language, passwordHash, userId, accountId, now });
    if (!isMade) throw new Refused("sign-up-closed");
  }
}
