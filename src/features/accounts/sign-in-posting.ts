import { createRoute, type z } from "@hono/zod-openapi";
import { answers, failures } from "../../http/api.ts";

interface Posting<Path extends string, Body extends z.ZodType, Answer extends z.ZodType> {
  path: Path;
  /** Under which the document lists it. */
  tags: string[];
  summary: string;
  body: Body;
  /** What it answers, and what that means. */
  answer: readonly [Answer, string];
  failures: readonly number[];
}

/** The description of a route to which a browser posts JSON on the way of signing in. */
export const posting = <Path extends string, Body extends z.ZodType, Answer extends z.ZodType>({
  path,
  tags,
  summary,
  body,
  answer: [schema, description],
  failures: statuses,
}: Posting<Path, Body, Answer>) =>
  createRoute({
    method: "post",
    path,
    tags,
    summary,
    request: { body: { required: true, content: { "application/json": { schema: body } } } },
    responses: { 200: answers(schema, description), ...failures(...statuses) },
  });
