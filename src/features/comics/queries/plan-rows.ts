import type { Database } from "../../../backends/sql/database.ts";
import { timeText } from "../../../backends/sql/codecs.ts";
import { derivedId } from "../../../backends/sql/derived-id.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import type { Script } from "../../../core/script/script.ts";
import type { Chunk } from "../../../core/story/chunks.ts";
import { episodeRowId } from "./page-rows.ts";

interface Plan {
  job: string;
  novel: string;
  now: number;
}

/** Keeps the chunks of a job; those that are there stay. */
export async function storeChunks(db: Database, chunks: readonly Chunk[], { job, novel, now }: Plan): Promise<void> {
  const rows = await Promise.all(
    chunks.map(async ({ id, start, end, words }, i) => ({
      id: await derivedId(job, "chunk", id),
      job_id: job,
      novel_id: novel,
      chunk_index: i,
      start_offset: start,
      end_offset: end,
      word_count: words,
      created_at: timeText(now),
    })),
  );
  await db.atomic(insertRows(db, "chunks", rows).map((query) => query.onConflict((conflict) => conflict.doNothing())));
}

/** Keeps the episodes of a job; those that are there stay. */
export async function storeEpisodes(db: Database, { episodes }: Script, { job, novel, now }: Plan): Promise<void> {
  const rows = await Promise.all(
    episodes.map(async ({ id, title, start, end }, i) => ({
      id: await episodeRowId(job, id),
      job_id: job,
      novel_id: novel,
      episode_number: i + 1,
      title: title?.slice(0, 500) ?? null,
      start_offset: start,
      end_offset: end,
      created_at: timeText(now),
      updated_at: timeText(now),
    })),
  );
  await db.atomic(
    insertRows(db, "episodes", rows).map((query) => query.onConflict((conflict) => conflict.doNothing())),
  );
}
