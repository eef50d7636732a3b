import { z } from "@hono/zod-openapi";

/** What every failed request answers (RFC 9457), with the code, title and fix of `errors.ts`. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: "about:blank" }),
    status: z.int(),
    code: z.string().openapi({ example: "book-unknown" }),
    title: z.string(),
    detail: z.string().nullable(),
    fix: z.string(),
    /** What is wrong with which field, where a request is not what it should be. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problemSchema>;

export const idSchema = z.uuid().openapi({ example: "01990c3e-5a1b-7cc2-9e5f-3b1d2f4a6c70" });

/** A part of a list: at most `limit` things behind `cursor`, which is `next` of the part before. */
export const partQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** A list in parts; `next` is null at its end. */
export const partOf = <Item extends z.ZodType>(item: Item, name: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).openapi(name);

/** ISO 8601 in UTC. */
export const timeSchema = z.iso.datetime();
