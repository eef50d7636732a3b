import type { z } from "zod";
import type { JobView, jobActs, jobPart, jobQuery } from "../../../features/jobs/schema.ts";
import { ask, tell } from "./request.ts";

export type JobPart = z.infer<typeof jobPart>;
export type JobQuery = Partial<z.infer<typeof jobQuery>>;
export type JobAct = (typeof jobActs)[number];

export const listJobs = (query: JobQuery): Promise<JobPart> => ask("/jobs", { query });
export const readJob = (id: string): Promise<JobView> => ask(`/jobs/${id}`);
export const actOnJob = (id: string, act: JobAct): Promise<JobView> => ask(`/jobs/${id}/${act}`, { method: "POST" });
/** An ended one, with its files. */
export const deleteJob = (id: string): Promise<void> => tell(`/jobs/${id}`, { method: "DELETE" });
