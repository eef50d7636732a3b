import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { timeOf } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, type ApiEnv, failures, newApi } from "../../http/api.ts";
import { actOf } from "../admin/audit-act.ts";
import { graceDays } from "./deletion.ts";
import type { OutgoingMail } from "./mail-post.ts";
import { type DeletionAnswer, deletionAsked, deletionSchema } from "./profile-schema.ts";
import { type DeletionStanding, deletionStanding, planDeletion, withdrawDeletion } from "./queries/deletion.ts";

export interface DeletionRoutesParts {
  db: Database;
  now(): number;
  newId(): string;
  /** Whether a password is the one of a hash. */
  isPassword(password: string, hash: string): Promise<boolean>;
  post(mail: OutgoingMail): Promise<void>;
  /** The address that browsers see, without a slash at the end. */
  origin: string;
}

/** Where a person changes their mind. */
const page = "/settings/data";

const day = 24 * 3_600_000;
/** Milliseconds after a sign-in for which it is proof enough. */
const freshFor = 10 * 60_000;

const getDeletion = createRoute({
  method: "get",
  path: "/account/deletion",
  summary: "Whether and when one’s account goes, and what asking for it takes",
  responses: { 200: answers(deletionSchema, "As it stands"), ...failures(401, 403) },
});

const postDeletion = createRoute({
  method: "post",
  path: "/account/deletion",
  summary: "Has one’s account deleted in 14 days, with all rows and files; ends the other sessions",
  request: { body: { required: true, content: { "application/json": { schema: deletionAsked } } } },
  responses: { 200: answers(deletionSchema, "As it stands now"), ...failures(400, 401, 403, 409) },
});

const deleteDeletion = createRoute({
  method: "delete",
  path: "/account/deletion",
  summary: "Keeps one’s account after all",
  responses: { 200: answers(deletionSchema, "As it stands now"), ...failures(401, 403) },
});

/** The end of one's account, and changing one's mind about it. */
export function deletionRoutes({ db, now, newId, isPassword, post, origin }: DeletionRoutesParts): Api {
  const api = newApi();

  async function standing(c: Context<ApiEnv>): Promise<DeletionStanding> {
    const { id, sessionId } = c.get("person");
    const found = await deletionStanding(db, id, sessionId);
    if (found === null) throw new Refused("sign-in-needed");
    return found;
  }

  const needsOf = (c: Context<ApiEnv>, { signedInAt, passwordHash }: DeletionStanding): DeletionAnswer["needs"] => {
    const isFresh = signedInAt !== null && timeOf(signedInAt) > now() - freshFor;
    if (c.get("person").by === "machine" || isFresh) return "nothing";
    return passwordHash === null ? "fresh-sign-in" : "password";
  };

  const answer = (c: Context<ApiEnv>, found: DeletionStanding): DeletionAnswer => ({
    deletionAt: found.deletionAt,
    graceDays,
    needs: needsOf(c, found),
  });

  async function tell(c: Context<ApiEnv>, kind: "deletion-planned" | "deletion-cancelled", date: string | null) {
    const { email, language, name } = await standing(c);
    // Who sits at the machine has no address until they have an account.
    if (c.get("person").by === "machine") return;
    const facts = { name, link: `${origin}${page}`, ...(date === null ? {} : { date: date.slice(0, 10) }) };
    await post({ kind, to: email, userId: c.get("owner"), language, facts });
  }

  async function prove(password: string, hash: string | null): Promise<void> {
    if (password === "" || hash === null) throw new Refused("proof-needed");
    if (!(await isPassword(password, hash))) throw new Refused("password-wrong");
  }

  api.openapi(getDeletion, async (c) => c.json(answer(c, await standing(c)), 200));
  api.openapi(postDeletion, async (c) => {
    const found = await standing(c);
    if (needsOf(c, found) !== "nothing") await prove(c.req.valid("json").password ?? "", found.passwordHash);
    const at = now() + graceDays * day;
    const { id, sessionId } = c.get("person");
    const act = actOf(c, {
      id: newId(),
      now: now(),
      action: "account.deletion-asked",
      subjectType: "person",
      subject: id,
    });
    if (!(await planDeletion(db, id, { at, session: sessionId, act }))) throw new Refused("last-admin");
    const after = await standing(c);
    await tell(c, "deletion-planned", after.deletionAt);
    return c.json(answer(c, after), 200);
  });
  api.openapi(deleteDeletion, async (c) => {
    const id = c.get("owner");
    const before = await standing(c);
    const action = "account.deletion-withdrawn";
    await withdrawDeletion(db, id, actOf(c, { id: newId(), now: now(), action, subjectType: "person", subject: id }));
    if (before.deletionAt !== null) await tell(c, "deletion-cancelled", null);
    return c.json(answer(c, await standing(c)), 200);
  });
  return api;
}
