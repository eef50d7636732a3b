import { createRoute, z } from "@hono/zod-openapi";
import type { Story } from "../../core/story/story.ts";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { idSchema } from "../../http/schema.ts";
import { listJobs } from "../jobs/queries/list-jobs.ts";
import { castView, unknownCast } from "../library/cast-view.ts";
import { shelfRow } from "../library/queries/shelf.ts";
import { castSchema } from "../library/schema.ts";
import type { ComicParts } from "./comic-parts.ts";
import { jobShelves } from "./job-shelves.ts";

const getCast = createRoute({
  method: "get",
  path: "/books/{id}/cast",
  summary: "Who is in the book and where it plays, with the words that prove it",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: answers(castSchema, "People and places"), ...failures(404) },
});

/** Books whose stories are kept in memory. */
const kept = 3;

/** The cast of a book, as the comics of it have read it. */
export function castRoutes({ db, blobs, now, newId, books }: ComicParts): Api {
  const api = newApi();
  const stories = new Map<string, Story>();
  /** The story as the newest comic read it; null where none has come so far, or it was cleared away since. */
  async function storyOf(owner: string, novel: string): Promise<Story | null> {
    for (const { id: job } of await listJobs(db, owner, { novel, limit: 10 })) {
      const known = stories.get(job);
      const story = known ?? (await jobShelves(db, { blobs, now, newId }, { owner, job, novel }).story?.read("book"));
      if (!story) continue;
      stories.delete(job);
      stories.set(job, story);
      for (const oldest of stories.keys()) if (stories.size > kept) stories.delete(oldest);
      return story;
    }
    return null;
  }
  api.openapi(getCast, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    const row = await shelfRow(db, owner, id);
    if (row === null) throw new Refused("book-unknown");
    const [book, story] = [await books.read(owner, row), await storyOf(owner, id)];
    return c.json((await castView(db, id, { book, story })) ?? unknownCast, 200);
  });
  return api;
}
