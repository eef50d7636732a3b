import { OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import { Refused } from "../core/text/result.ts";
import type { Person } from "./person.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { problemSchema } from "./schema.ts";

/** What every route finds in its context. */
export interface ApiEnv {
  Variables: {
    /** Whose things are asked for; set before any route of `/api` that is not open to all. */
    owner: string;
    /** Who asks; set with `owner`. */
    person: Person;
    /** Unlike that of any other request; stands in the log. */
    requestId: string;
    /** Where the request comes from, as limits count it: IPv4, the /64 of IPv6, or `unknown`. */
    address: string;
  };
}

export type Api = OpenAPIHono<ApiEnv>;

/** An empty set of routes whose requests are checked against their schemas. */
export function newApi(): Api {
  return new OpenAPIHono<ApiEnv>({
    defaultHook(result, c) {
      if (result.success) return undefined;
      const fields = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      return answerProblem(c, { ...problemOf(new Refused("request-invalid")), fields });
    },
  });
}

/** The failures of a route for its description; `problem` is what they answer. */
export function failures(...statuses: readonly number[]): RouteConfig["responses"] {
  const problem = { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } };
  return Object.fromEntries(statuses.map((status) => [status, problem]));
}

/** A JSON answer for the description of a route. */
export function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}
