import { z } from "@hono/zod-openapi";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import { jobStatuses } from "./states.ts";

/** A job as people follow it. */
export const jobSchema = z
  .object({
    id: idSchema,
    bookId: idSchema.nullable(),
    name: z.string().nullable(),
    status: z.enum(jobStatuses),
    /** Name of the stage under way, null before the first. */
    step: z.string().nullable(),
    /** From 0 to 100; never falls. */
    percent: z.number(),
    pagesDone: z.int(),
    pagesTotal: z.int(),
    /** Seconds that are left, by what is done so far; null while too little is known, and for what does not run. */
    secondsLeft: z.int().nullable(),
    error: z.object({ code: z.string(), title: z.string(), fix: z.string(), step: z.string().nullable() }).nullable(),
    createdAt: timeSchema,
    startedAt: timeSchema.nullable(),
    completedAt: timeSchema.nullable(),
  })
  .openapi("Job");
export type JobView = z.infer<typeof jobSchema>;

export const jobPart = partOf(jobSchema, "Jobs");
export const jobQuery = z.object({
  ...partQuery,
  /** Jobs that are not over yet. */
  open: z.enum(["true", "false"]).optional(),
  book: idSchema.optional(),
});

/** What a person can do with a job. */
export const jobActs = ["pause", "resume", "cancel", "retry"] as const;

/** Data of the events `job` and `page` of a job's stream; `end` has the job once more. */
export const jobEvents = { job: jobSchema, page: z.object({ number: z.int(), pagesDone: z.int() }), end: jobSchema };
