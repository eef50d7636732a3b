import { jsonOf } from "../../backends/sql/codecs.ts";
import type { Settings } from "../../core/pipeline.ts";
import { Refused } from "../../core/text/result.ts";
import { createJob, type JobSummary, readJob } from "../jobs/queries/jobs.ts";
import { novelOf } from "../library/queries/novels.ts";
import { directionOf, type ShelfRow, shelfRow } from "../library/queries/shelf.ts";
import type { ComicParts } from "./comic-parts.ts";
import { pipelineSettings } from "./comic-view.ts";
import type { ComicSettings } from "./schema.ts";
import { comicJob } from "./tasks.ts";

/** What a comic of a book is made with: what was chosen, and what the shelf knows. Throws `Refused`, `book-unknown` or what keeps the book from being read. */
export async function settingsForBook(
  { db, books }: Pick<ComicParts, "db" | "books">,
  owner: string,
  id: string,
  chosen: ComicSettings,
): Promise<{ row: ShelfRow; settings: Settings }> {
  const row = await shelfRow(db, owner, id);
  if (row === null) throw new Refused("book-unknown");
  const book = await books.read(owner, row);
  const shelved = primaryLanguage(row.language);
  const language = shelved === primaryLanguage(book.language) ? null : shelved;
  const settings = pipelineSettings(chosen, {
    fileName: row.title,
    direction: directionOf(row.direction),
    language: language === "en" || language === "ja" ? language : null,
  });
  return { row, settings };
}

const primaryLanguage = (tag: string | null): string | null => tag?.split("-")[0]?.toLowerCase() ?? null;

/** What beginning a comic needs. */
export type BeginningParts = Pick<ComicParts, "db" | "books" | "plans" | "now" | "newId" | "wake">;

/** Begins a comic. A key that was used before gives what it began then. Throws `Refused`, such as `request-reused`. */
export async function beginComic(
  parts: BeginningParts,
  owner: string,
  { book, chosen, key }: { book: string; chosen: ComicSettings; key: string | null },
): Promise<JobSummary> {
  const { db, plans, now, newId, wake } = parts;
  const { row, settings } = await settingsForBook(parts, owner, book, chosen);
  if (row.trashedAt !== null) throw new Refused("book-unknown");
  const novel = await novelOf(db, owner, row.id);
  if (novel === null) throw new Refused("book-unknown");
  const job = { ...(await comicJob(novel, settings)), idempotencyKey: key };
  const id = await createJob(db, owner, job, { plans, now: now(), newId });
  if (id === null) throw new Refused("book-unknown");
  if (key !== null) await refuseOther(parts, id, { novel: row.id, settings });
  wake([id]);
  const summary = await readJob(db, owner, id);
  if (summary === null) throw new Error(`The job ${id} was not kept`);
  return summary;
}

/** The job of a key must be the one that is asked for. */
async function refuseOther(
  { db }: Pick<ComicParts, "db">,
  id: string,
  asked: { novel: string; settings: Settings },
): Promise<void> {
  const row = await db.kysely
    .selectFrom("jobs")
    .select(["novel_id as novel", "settings", "seed"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const { seed, ...others } = asked.settings;
  const same = row.novel === asked.novel && row.seed === seed;
  const kept = jsonOf(row.settings, "jobs.settings", (value) => JSON.stringify(value));
  if (!same || kept !== JSON.stringify(others)) throw new Refused("request-reused");
}
