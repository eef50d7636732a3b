import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { idSchema, timeSchema } from "../../http/schema.ts";
import { endOtherSessions, endSession, listSessions } from "./queries/sessions.ts";

const tags = ["Sessions and tokens"];
const sessionSchema = z
  .object({
    id: idSchema,
    /** Such as “Firefox on Linux”; empty where it is not known. */
    device: z.string(),
    address: z.string().nullable(),
    createdAt: timeSchema,
    lastSeenAt: timeSchema.nullable(),
    expiresAt: timeSchema,
    isThis: z.boolean(),
  })
  .openapi("Session");
export const sessionsSchema = z.object({ items: z.array(sessionSchema) }).openapi("Sessions");

const getSessions = createRoute({
  method: "get",
  path: "/account/sessions",
  tags,
  summary: "Where the person is signed in, the last used first",
  responses: { 200: answers(sessionsSchema, "All sessions"), ...failures(401, 403) },
});
const deleteSession = createRoute({
  method: "delete",
  path: "/account/sessions/{id}",
  tags,
  summary: "Ends a session",
  request: { params: z.object({ id: idSchema }) },
  responses: { 204: { description: "It has ended" }, ...failures(401, 403, 404) },
});
const deleteSessions = createRoute({
  method: "delete",
  path: "/account/sessions",
  tags,
  summary: "Ends all sessions but this one",
  responses: { 204: { description: "They have ended" }, ...failures(401, 403) },
});

/** The sessions of a person. */
export function sessionRoutes({ db, now }: { db: Database; now(): number }): Api {
  const api = newApi();
  api.openapi(getSessions, async (c) => {
    const { id: owner, sessionId } = c.get("person");
    const rows = await listSessions(db, owner, now());
    const items = rows.map((row) => ({ ...row, device: row.device ?? "", isThis: row.id === sessionId }));
    return c.json({ items }, 200);
  });
  api.openapi(deleteSession, async (c) => {
    if (!(await endSession(db, c.get("owner"), c.req.valid("param").id))) throw new Refused("session-unknown");
    return c.body(null, 204);
  });
  api.openapi(deleteSessions, async (c) => {
    await endOtherSessions(db, c.get("owner"), c.get("person").sessionId);
    return c.body(null, 204);
  });
  return api;
}
