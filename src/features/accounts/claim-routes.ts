import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, type ApiEnv, failures, newApi } from "../../http/api.ts";
import { claimOwner } from "./queries/first-account.ts";
import type { SignUpPolicy } from "./queries/instance.ts";
import { ownerWithoutAccount } from "./queries/local-owner.ts";
import { isSetupCode } from "./setup-code.ts";
import { ask, type ForwardParts } from "./sign-in-forward.ts";
import { accountIdSchema, firstAccountSchema, setupSchema } from "./sign-in-schema.ts";

export interface ClaimParts extends ForwardParts {
  now(): number;
  newId(): string;
  /** What the first to sign up must know where others can reach the server. */
  setupCode: string;
}

const tags = ["Signing in"];
const postSetup = createRoute({
  method: "post",
  path: "/auth/setup",
  tags,
  summary: "Makes the first account, with the code that was printed at the start",
  request: { body: { required: true, content: { "application/json": { schema: setupSchema } } } },
  responses: { 200: answers(accountIdSchema, "The account, signed in"), ...failures(400, 403, 409) },
});
const postClaim = createRoute({
  method: "post",
  path: "/account/claim",
  tags,
  summary: "Turns accounts on: who sits at the machine gets the first one, and keeps everything",
  request: { body: { required: true, content: { "application/json": { schema: firstAccountSchema } } } },
  responses: { 200: answers(accountIdSchema, "The account, signed in"), ...failures(400, 401, 403, 409) },
});

interface FirstPerson {
  name: string;
  email: string;
  password: string;
  language?: "en" | "ja" | undefined;
}

/** The first account of a studio. */
export function claimRoutes(parts: ClaimParts): Api {
  const { db, signIn, people, now, newId } = parts;
  const api = newApi();
  api.openapi(postSetup, async (c) => {
    const { code, ...person } = c.req.valid("json");
    if (await people.isSingleUser()) throw new Refused("setup-code-wrong");
    if (!isSetupCode(code, parts.setupCode)) throw new Refused("setup-code-wrong");
    return c.json({ id: await claim(c, person, "open") }, 200);
  });
  api.openapi(postClaim, async (c) => {
    if (c.get("person").by !== "machine") throw new Refused("setup-done");
    return c.json({ id: await claim(c, c.req.valid("json"), "invitation") }, 200);
  });
  return api;

  async function claim(c: Context<ApiEnv>, person: FirstPerson, policy: SignUpPolicy): Promise<string> {
    const owner = await ownerWithoutAccount(db);
    if (owner === null) throw new Refused("setup-done");
    const { name, email, password, language = "en" } = person;
    const passwordHash = await signIn.hashPassword(password);
    const ids = { accountId: newId(), auditId: newId() };
    const account = { email, name, language, passwordHash, ...ids, policy, address: c.get("address"), now: now() };
    if (!(await claimOwner(db, owner, account))) throw new Refused("setup-done");
    await ask(c, parts, "/sign-in/email", { email, password });
    return owner;
  }
}
