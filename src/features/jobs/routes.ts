import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import { errorWords } from "./error-words.ts";
import { type JobEventsParts, tellJob } from "./job-events.ts";
import { deleteJob } from "./queries/delete-job.ts";
import { cancelJob, pauseJob, resumeJob } from "./queries/job-control.ts";
import { jobView, jobViews, ownJob } from "./queries/job-views.ts";
import { listJobs } from "./queries/list-jobs.ts";
import { type ListedNotification, listNotifications, readNotifications } from "./queries/list-notifications.ts";
import { jobActs, jobPart, jobQuery, jobSchema } from "./schema.ts";

export interface JobRoutesParts extends JobEventsParts {
  /** Begins a failed job again; false where it had not failed. */
  retry(owner: string, jobId: string): Promise<boolean>;
  /** Tells workers that a job has work. */
  wake(jobs: readonly string[]): void;
}

const params = z.object({ id: idSchema });
const actParams = z.object({ id: idSchema, act: z.enum(jobActs) });

const getJobs = createRoute({
  method: "get",
  path: "/jobs",
  summary: "What is made and was made, newest first",
  request: { query: jobQuery },
  responses: { 200: answers(jobPart, "A part of the list"), ...failures(400, 401) },
});

const getJob = createRoute({
  method: "get",
  path: "/jobs/{id}",
  summary: "How far a job is",
  request: { params },
  responses: { 200: answers(jobSchema, "The job"), ...failures(404) },
});

const actOnJob = createRoute({
  method: "post",
  path: "/jobs/{id}/{act}",
  summary: "Pauses, resumes, cancels or retries a job",
  request: { params: actParams },
  responses: { 200: answers(jobSchema, "The job as it is now"), ...failures(404, 409) },
});

const removeJob = createRoute({
  method: "delete",
  path: "/jobs/{id}",
  summary: "Takes an ended job away, with its pages and files",
  request: { params },
  responses: { 204: { description: "It is gone" }, ...failures(404, 409) },
});

const getEvents = createRoute({
  method: "get",
  path: "/jobs/{id}/events",
  summary: "Follows a job: server-sent events `job`, `page` and `end`; Last-Event-ID goes on where a stream broke off",
  request: { params },
  responses: {
    200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
    ...failures(404),
  },
});

const notificationSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string().nullable(),
    bookId: idSchema.nullable(),
    jobId: idSchema,
    /** Why it failed, with what to do. */
    error: z.object({ code: z.string(), title: z.string(), fix: z.string() }).nullable(),
    createdAt: timeSchema,
    readAt: timeSchema.nullable(),
  })
  .openapi("Notification");

const getNotifications = createRoute({
  method: "get",
  path: "/notifications",
  summary: "What the person was told, newest first",
  request: { query: z.object(partQuery) },
  responses: { 200: answers(partOf(notificationSchema, "Notifications"), "A part of the list"), ...failures(400) },
});

const postRead = createRoute({
  method: "post",
  path: "/notifications/read",
  summary: "Marks all notifications as read",
  responses: { 204: { description: "Done" }, ...failures(401) },
});

/** Jobs, what a person does with them, and what they tell. */
export function jobRoutes(parts: JobRoutesParts): Api {
  const { db, now, wake } = parts;
  const api = newApi();
  api.openapi(getJobs, async (c) => {
    const { cursor, limit, open, book } = c.req.valid("query");
    const [createdAt, id] = placeIn(cursor, ["string", "string"]) ?? [];
    const jobs = await listJobs(db, c.get("owner"), {
      status: open === "true" ? ["pending", "processing", "paused"] : null,
      novel: book ?? null,
      cursor: createdAt === undefined ? null : { createdAt: String(createdAt), id: String(id) },
      limit: limit + 1,
    });
    const part = partOfList(jobs, limit, { item: (job) => job, cursor: (job) => [job.createdAt, job.id] });
    return c.json({ items: await jobViews(db, part.items, now()), next: part.next }, 200);
  });
  api.openapi(getEvents, async (c) => {
    const [owner, jobId] = [c.get("owner"), c.req.valid("param").id];
    await ownJob(db, owner, jobId);
    const lastEventId = c.req.header("Last-Event-ID") ?? null;
    const response = streamSSE(c, (stream) => tellJob(stream, parts, { owner, jobId, lastEventId }));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Accel-Buffering", "no");
    return response;
  });
  api.openapi(getJob, async (c) => {
    const job = await ownJob(db, c.get("owner"), c.req.valid("param").id);
    return c.json(await jobView(db, job, now()), 200);
  });
  api.openapi(actOnJob, async (c) => {
    const [owner, { id, act }] = [c.get("owner"), c.req.valid("param")];
    const { status } = await ownJob(db, owner, id);
    if (!(await acts[act](parts, owner, id))) throw new Refused("job-state", `it is ${status}`);
    if (act === "resume" || act === "retry") wake([id]);
    return c.json(await jobView(db, await ownJob(db, owner, id), now()), 200);
  });
  api.openapi(removeJob, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    const { status } = await ownJob(db, owner, id);
    if (!(await deleteJob(db, owner, id, now()))) throw new Refused("job-state", `it is ${status}`);
    return c.body(null, 204);
  });
  api.openapi(getNotifications, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const place = placeIn(cursor, ["string", "string"]);
    const rows = await listNotifications(db, c.get("owner"), { cursor: place, limit: limit + 1 });
    const item = (row: ListedNotification) => ({ ...row, error: row.error === null ? null : errorWords(row.error) });
    return c.json(partOfList(rows, limit, { item, cursor: ({ createdAt, id }) => [createdAt, id] }), 200);
  });
  api.openapi(postRead, async (c) => {
    await readNotifications(db, c.get("owner"), now());
    return c.body(null, 204);
  });
  return api;
}

type Act = (parts: JobRoutesParts, owner: string, id: string) => Promise<boolean>;

const acts: Readonly<Record<(typeof jobActs)[number], Act>> = {
  pause: ({ db, now }, owner, id) => pauseJob(db, owner, id, now()),
  resume: ({ db, now }, owner, id) => resumeJob(db, owner, id, now()),
  cancel: ({ db, now }, owner, id) => cancelJob(db, owner, id, now()),
  retry: ({ retry }, owner, id) => retry(owner, id),
};
