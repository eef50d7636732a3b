import { setTimeout as pause } from "node:timers/promises";
import type { JobView } from "../../src/features/jobs/schema.ts";
import type { ImportedBook, SampleName } from "../../src/web/studio/api/books.ts";
import type { NewComic } from "../../src/web/studio/api/comics.ts";

/** Asks below `/api` of a studio; throws where the answer is no success. */
export type Ask = <Answer>(
  path: string,
  method?: "GET" | "POST" | "PATCH" | "DELETE",
  json?: unknown,
) => Promise<Answer>;

/** Asks the studio at an address. `address` is called each time, because a suite knows it only once the studio stands. */
export function askOf(address: () => string): Ask {
  return async (path, method = "GET", json) => {
    const body =
      json === undefined ? {} : { body: JSON.stringify(json), headers: { "Content-Type": "application/json" } };
    const answer = await fetch(`${address()}/api${path}`, { method, ...body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return JSON.parse(text === "" ? "null" : text);
  };
}

/** Puts a sample on the shelf and begins a comic of it. */
export async function beginComic(ask: Ask, sample: SampleName, settings: NewComic): Promise<JobView> {
  const { book } = await ask<ImportedBook>("/books/samples", "POST", { sample });
  return ask<JobView>(`/books/${book.id}/comics`, "POST", settings);
}

/** Waits until a comic is finished. */
export async function finished(ask: Ask, id: string): Promise<JobView> {
  for (;;) {
    const job = await ask<JobView>(`/jobs/${id}`);
    if (job.status === "completed") return job;
    if (job.status === "failed") throw new Error(`the comic failed: ${job.error?.title}`);
    await pause(300);
  }
}
