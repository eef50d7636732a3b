import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { setAnswerField } from "./answer-field.ts";
import type { ApiEnv } from "./api.ts";

/** What is told of a request: nothing that a person has named or written. */
export interface RequestLine {
  /** ISO 8601, UTC. */
  time: string;
  level: "info" | "error";
  request: string;
  method: string;
  /** The route's pattern, not its path. */
  route: string;
  status: number;
  /** Until the answer began. */
  milliseconds: number;
  /** Whose request it was; null where nobody was asked for. */
  owner: string | null;
}

/** Something that went wrong, for the log. */
export interface FaultLine {
  time: string;
  level: "error";
  request: string | null;
  fault: string;
}

export type LogLine = RequestLine | FaultLine;

/** Gives each request its id and tells of each answer once. `now` in milliseconds since 1970, `clock` from any moment. */
export function requestLog({
  tell,
  newId,
  now,
  clock,
}: {
  tell: (line: RequestLine) => void;
  newId: () => string;
  now: () => number;
  clock: () => number;
}): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const request = newId();
    const start = clock();
    c.set("requestId", request);
    await next();
    setAnswerField(c, "X-Request-Id", request);
    const { status } = c.res;
    tell({
      time: new Date(now()).toISOString(),
      level: status >= 500 ? "error" : "info",
      request,
      method: c.req.method,
      // What is for all paths is no route of its own.
      route: matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "*",
      status,
      milliseconds: Math.max(0, Math.round((clock() - start) * 10) / 10),
      owner: c.get("owner") ?? null,
    });
  };
}
