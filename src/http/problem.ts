import type { Context } from "hono";
import { describeError } from "../errors.ts";
import type { ApiEnv } from "./api.ts";
import type { Problem } from "./schema.ts";

/** Statuses that a route answers with when it fails. */
export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 416 | 422 | 429 | 500 | 503 | 507;

/** What of the codes of `errors.ts` is another status than 422, which says that what was asked for cannot be done. */
const statuses: Readonly<Record<string, FailureStatus>> = {
  "book-unknown": 404,
  "novel-gone": 404,
  "job-unknown": 404,
  "page-unknown": 404,
  "page-undrawn": 404,
  "chapter-unknown": 404,
  "person-unknown": 404,
  "file-unknown": 404,
  "account-unknown": 404,
  "share-unknown": 404,
  "route-unknown": 404,
  "share-ended": 410,
  "link-invalid": 403,
  "link-expired": 403,
  "sign-in-needed": 401,
  "admin-needed": 403,
  "session-needed": 403,
  "scope-missing": 403,
  "proof-needed": 403,
  "last-admin": 409,
  "consent-outdated": 409,
  "request-foreign": 403,
  "setup-code-wrong": 403,
  "setup-done": 409,
  "setup-awaited": 409,
  "sign-up-closed": 403,
  "password-wrong": 401,
  "password-there": 409,
  "address-unverified": 403,
  "address-unproven": 403,
  "account-inactive": 403,
  "link-ended": 410,
  "last-way": 409,
  "passkey-refused": 401,
  "passkey-unknown": 404,
  "provider-unknown": 404,
  "provider-refused": 403,
  "provider-taken": 409,
  "session-unknown": 404,
  "token-unknown": 404,
  "invitation-unknown": 404,
  "request-invalid": 400,
  "request-form": 415,
  "too-many-requests": 429,
  "cursor-invalid": 400,
  "job-state": 409,
  "upload-too-large": 413,
  "upload-active": 415,
  "upload-unknown": 415,
  "upload-unwanted": 415,
  "range-impossible": 416,
  "stored-file-lost": 500,
  "quota-full": 507,
  "disk-full": 507,
  "storage-full": 507,
  "database-full": 507,
  "database-busy": 503,
  "database-unreachable": 503,
  "storage-unreachable": 503,
  internal: 500,
};

/** A failure as its answer. What was thrown and is no `Refused` is a fault of ours: its words stay in the log. */
export function problemOf(error: unknown): Problem & { status: FailureStatus } {
  const { code, title, detail, fix } = describeError(error);
  const status = statuses[code] ?? 422;
  return { type: "about:blank", status, code, title, detail: code === "internal" ? null : detail, fix };
}

/** Answers with a problem (RFC 9457). */
export function answerProblem(c: Context<ApiEnv>, problem: Problem & { status: FailureStatus }): Response {
  return c.body(JSON.stringify(problem), problem.status, { "Content-Type": "application/problem+json" });
}
