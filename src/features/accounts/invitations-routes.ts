import { createRoute, z } from "@hono/zod-openapi";
import { timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import type { MailPost } from "./mail-post.ts";
import { addInvitation, type InvitationRow, listInvitations, withdrawInvitation } from "./queries/invitations.ts";
import { setSignUpPolicy, signUpPolicy } from "./queries/instance.ts";
import { personOfMail } from "./queries/sign-in-ways.ts";
import { emailSchema } from "./sign-in-schema.ts";
import { hexHash, newToken } from "./token-text.ts";

/** Milliseconds for which an invitation holds. */
const life = 7 * 24 * 3_600_000;
const tags = ["Administration"];
const role = z.enum(["USER", "ADMIN"]);
const invitationSchema = z
  .object({
    id: idSchema,
    email: z.string(),
    role,
    createdAt: timeSchema,
    expiresAt: timeSchema,
    acceptedAt: timeSchema.nullable(),
  })
  .openapi("Invitation");
export const invitationsSchema = partOf(invitationSchema, "Invitations");
export const madeInvitationSchema = z.object({ item: invitationSchema, link: z.string() }).openapi("MadeInvitation");
export const instanceSchema = z.object({ signUp: z.enum(["open", "invitation"]) }).openapi("Instance");

const getInvitations = createRoute({
  method: "get",
  path: "/admin/invitations",
  tags,
  summary: "Invitations, newest first",
  request: { query: z.object(partQuery) },
  responses: { 200: answers(invitationsSchema, "A part of them"), ...failures(400, 401, 403) },
});
const postInvitation = createRoute({
  method: "post",
  path: "/admin/invitations",
  tags,
  summary: "Invites somebody by mail; the link is told once",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: z.object({ email: emailSchema, role: role.default("USER") }) } },
    },
  },
  responses: { 201: answers(madeInvitationSchema, "The invitation"), ...failures(400, 401, 403) },
});
const deleteInvitation = createRoute({
  method: "delete",
  path: "/admin/invitations/{id}",
  tags,
  summary: "Takes an invitation back",
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: "It is worth nothing" }, ...failures(401, 403, 404) },
});
const getInstance = createRoute({
  method: "get",
  path: "/admin/instance",
  tags,
  summary: "What holds for everybody",
  responses: { 200: answers(instanceSchema, "The settings"), ...failures(401, 403) },
});
const patchInstance = createRoute({
  method: "patch",
  path: "/admin/instance",
  tags,
  summary: "Changes what holds for everybody",
  request: { body: { required: true, content: { "application/json": { schema: instanceSchema } } } },
  responses: { 200: answers(instanceSchema, "The settings as they are now"), ...failures(400, 401, 403) },
});

export interface InvitationRoutesParts {
  db: Database;
  mail: MailPost;
  origin: string;
  now(): number;
  newId(): string;
}

/** Who may come in, for an ADMIN. */
export function invitationRoutes({ db, mail, origin, now, newId }: InvitationRoutesParts): Api {
  const api = newApi();
  api.openapi(getInvitations, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const rows = await listInvitations(db, { cursor: placeIn(cursor, ["string", "string"]), limit });
    return c.json(partOfList(rows, limit, { item: shown, cursor: ({ createdAt, id }) => [createdAt, id] }), 200);
  });
  api.openapi(postInvitation, async (c) => {
    const [inviter, { email, role: as }] = [c.get("owner"), c.req.valid("json")];
    const [token, id, at] = [newToken(), newId(), now()];
    const [hash, address] = [await hexHash(token), c.get("address")];
    const expiresAt = at + life;
    await addInvitation(db, inviter, { id, email, role: as, hash, expiresAt, now: at, address, auditId: newId() });
    const link = `${origin}/sign-up?${new URLSearchParams({ invitation: token, email }).toString()}`;
    const person = await personOfMail(db, inviter);
    const facts = { name: person?.name ?? "", link };
    await mail.post({ kind: "invitation", to: email, userId: null, language: person?.language ?? null, facts });
    const item = { id, email, role: as, createdAt: timeText(at), expiresAt: timeText(expiresAt), acceptedAt: null };
    return c.json({ item, link }, 201);
  });
  api.openapi(deleteInvitation, async (c) => {
    const { id } = c.req.valid("param");
    const act = { id, auditId: newId(), address: c.get("address"), now: now() };
    if (!(await withdrawInvitation(db, c.get("owner"), act))) throw new Refused("invitation-unknown");
    return c.body(null, 204);
  });
  api.openapi(getInstance, async (c) => c.json({ signUp: await signUpPolicy(db) }, 200));
  api.openapi(patchInstance, async (c) => {
    const { signUp } = c.req.valid("json");
    const act = { policy: signUp, auditId: newId(), address: c.get("address"), now: now() };
    await setSignUpPolicy(db, c.get("owner"), act);
    return c.json({ signUp }, 200);
  });
  return api;
}

const shown = (row: InvitationRow) => ({ ...row, role: row.role === "ADMIN" ? ("ADMIN" as const) : ("USER" as const) });
