import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import type { MailPost } from "./mail-post.ts";
import { listMails } from "./queries/mails.ts";

const mailSchema = z
  .object({
    id: idSchema,
    to: z.string(),
    kind: z.string(),
    subject: z.string(),
    /** Null once it was sent. */
    text: z.string().nullable(),
    createdAt: timeSchema,
    sentAt: timeSchema.nullable(),
    error: z.string().nullable(),
    attempts: z.int(),
  })
  .openapi("OutboxMail");
export const mailsSchema = partOf(mailSchema, "Outbox");

const getMails = createRoute({
  method: "get",
  path: "/admin/mail",
  tags: ["Administration"],
  summary: "The outbox, newest first: mail that no server has taken can be read here",
  request: { query: z.object(partQuery) },
  responses: { 200: answers(mailsSchema, "A part of it"), ...failures(400, 401, 403) },
});

/** The outbox, for an ADMIN. */
export function mailRoutes({ db, mail }: { db: Database; mail: MailPost }): Api {
  const api = newApi();
  api.openapi(getMails, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const rows = await listMails(db, { cursor: placeIn(cursor, ["string", "string"]), limit });
    const part = partOfList(rows, limit, { item: (row) => row, cursor: ({ createdAt, id }) => [createdAt, id] });
    const items = await Promise.all(
      part.items.map(async (row) => {
        const { id, recipient: to, kind, subject, createdAt, sentAt, error, attempts } = row;
        return { id, to, kind, subject, text: await mail.textOf(row), createdAt, sentAt, error, attempts };
      }),
    );
    return c.json({ items, next: part.next }, 200);
  });
  return api;
}
