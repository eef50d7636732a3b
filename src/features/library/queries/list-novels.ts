import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";

/** A novel as it stands on the shelf. */
export interface ShelvedNovel {
  id: string;
  title: string;
  author: string | null;
  language: string | null;
  direction: string;
  coverImageId: string | null;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** The place in a list behind a novel. */
export type NovelCursor = Pick<ShelvedNovel, "createdAt" | "id">;

/** The person's novels that are in sight, newest first, at most `limit` (100) after `cursor`. */
export async function listNovels(
  { kysely }: Database,
  owner: string,
  { cursor = null, limit = 100 }: { cursor?: NovelCursor | null; limit?: number } = {},
): Promise<ShelvedNovel[]> {
  let query = kysely
    .selectFrom("novels")
    .select(["id", "title", "author", "language", "direction"])
    .select(["cover_image_id as coverImageId", "created_at as createdAt"])
    .where("user_id", "=", owner)
    .where("archived_at", "is", null);
  if (cursor) query = query.where(sql<boolean>`(created_at, id) < (${cursor.createdAt}, ${cursor.id})`);
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(Math.min(limit, 100)).execute();
}
