import type { Cursor } from "../../../backends/sql/cursor.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { findByTerms } from "../../../backends/sql/text-search.ts";
import type { ShelvedNovel } from "./list-novels.ts";

/** Novels that have what was looked for, best first; `next` is null where there are no more. */
export interface FoundNovels {
  novels: readonly ShelvedNovel[];
  next: Cursor | null;
}

/**
 * The person's novels in sight with all of these words, or their beginnings, in title, author, series and tags. `limit`: 50, at most 100; a page
 * has fewer where novels of it are out of sight.
 */
export async function searchNovels(
  db: Database,
  owner: string,
  words: string,
  page: { limit?: number; cursor?: Cursor | null } = {},
): Promise<FoundNovels> {
  const { ids, next } = await findByTerms(db, { owner, kind: "novel" }, words, page);
  const rows = await db.kysely
    .selectFrom("novels")
    .select(["id", "title", "author", "language", "direction"])
    .select(["cover_image_id as coverImageId", "created_at as createdAt"])
    .where("id", "in", db.capabilities.valuesOf(ids))
    .where("user_id", "=", owner)
    .where("archived_at", "is", null)
    .execute();
  const places = new Map(ids.map((id, i) => [id, i]));
  const placeOf = ({ id }: ShelvedNovel): number => places.get(id) ?? ids.length;
  return { novels: rows.toSorted((a, b) => placeOf(a) - placeOf(b)), next };
}
