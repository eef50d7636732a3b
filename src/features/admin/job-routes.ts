import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { idSchema } from "../../http/schema.ts";
import { cancelJob } from "../jobs/queries/job-control.ts";
import { actOf } from "./audit-act.ts";
import { isJust, listAdminJobs, readAdminJob } from "./queries/admin-jobs.ts";
import { auditRow, withQuery } from "./queries/audit-row.ts";
import { adminActs, type AdminJob, adminJobSchema, jobsPart, jobsQuery } from "./schema.ts";

export interface AdminJobRoutesParts {
  db: Database;
  now(): number;
  newId(): string;
  /** Begins a failed job again, at this moment (milliseconds since 1970); false where it had not failed. */
  retry(db: Database, owner: string, jobId: string, now: number): Promise<boolean>;
  /** Tells workers that jobs have work. */
  wake(jobs: readonly string[]): void;
}

const getJobs = createRoute({
  method: "get",
  path: "/admin/jobs",
  summary: "What is made and was made for everybody, newest first; without the names of books",
  request: { query: jobsQuery },
  responses: { 200: answers(jobsPart, "A part of the list"), ...failures(400, 401, 403) },
});

const actOnJob = createRoute({
  method: "post",
  path: "/admin/jobs/{id}/{act}",
  summary: "Cancels a job, or begins one again that has failed",
  request: { params: z.object({ id: idSchema, act: z.enum(adminActs) }) },
  responses: { 200: answers(adminJobSchema, "The job as it is now"), ...failures(401, 403, 404, 409) },
});

/** The jobs of all people, for those who run the studio. */
export function adminJobRoutes(parts: AdminJobRoutesParts): Api {
  const { db, now, newId, retry, wake } = parts;
  const api = newApi();
  async function known(id: string): Promise<AdminJob> {
    const job = await readAdminJob(db, id);
    if (job === null) throw new Refused("job-unknown");
    return job;
  }
  api.openapi(getJobs, async (c) => {
    const { cursor, limit, status, person } = c.req.valid("query");
    const [createdAt, id] = placeIn(cursor, ["string", "string"]) ?? [];
    const rows = await listAdminJobs(db, {
      status: status ?? null,
      person: person ?? null,
      cursor: createdAt === undefined ? null : { createdAt: String(createdAt), id: String(id) },
      limit: limit + 1,
    });
    return c.json(partOfList(rows, limit, { item: (job) => job, cursor: (job) => [job.createdAt, job.id] }), 200);
  });
  api.openapi(actOnJob, async (c) => {
    const { id, act } = c.req.valid("param");
    const { person, status } = await known(id);
    const at = now();
    const action = act === "cancel" ? "job.cancelled" : "job.retried";
    const entry = actOf(c, { id: newId(), now: at, action, subjectType: "job", subject: id });
    const logged = withQuery(db, auditRow(db, entry, isJust(act, id, at)));
    const isDone = await (act === "cancel" ? cancelJob(logged, person, id, at) : retry(logged, person, id, at));
    if (!isDone) throw new Refused("job-state", `it is ${status}`);
    if (act === "retry") wake([id]);
    return c.json(await known(id), 200);
  });
  return api;
}
