import { type SqlBool, sql } from "kysely";
import type { VectorIndex } from "../../backends/vectors/vector-index.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../backends/sql/guard.ts";
import { removeTerms } from "../../backends/sql/text-search.ts";
import { foundNovel } from "./queries/novel-terms.ts";

/** Milliseconds for which a book in the trash can be put back. */
export const trashKeptFor = 30 * 24 * 3_600_000;

/** Books that are taken in one look. */
const atOnce = 50;

/**
 * Takes away the books that have been in the trash for their time, with their comics, and gives how many. Their files are out of sight at once, and
 * their blobs go with the sweep of files; `vectors` forgets their people and places. `now` in milliseconds since 1970.
 */
export async function emptyTrash(
  db: Database,
  now: number,
  vectors: Pick<VectorIndex, "remove"> | null = null,
): Promise<number> {
  const cutoff = timeText(now - trashKeptFor);
  let taken = 0;
  for (let after = ""; ;) {
    const rows = await db.kysely
      .selectFrom("novels")
      .select(["id", "user_id as owner"])
      .where("archived_at", "<=", cutoff)
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    for (const { id, owner } of rows) {
      const [people, places] = [await thingsOf(db, "characters", id), await thingsOf(db, "places", id)];
      if (!(await takeNovel(db, owner, { id, cutoff, now }))) continue;
      taken += 1;
      await vectors?.remove("character", people);
      await vectors?.remove("place", places);
    }
    const last = rows.at(-1);
    if (last === undefined) return taken;
    after = last.id;
  }
}

async function thingsOf({ kysely }: Database, table: "characters" | "places", novel: string): Promise<string[]> {
  const rows = await kysely.selectFrom(table).select("id").where("novel_id", "=", novel).execute();
  return rows.map(({ id }) => id);
}

/** False where the book was put back meanwhile. */
async function takeNovel(
  db: Database,
  owner: string,
  { id, cutoff, now }: { id: string; cutoff: string; now: number },
): Promise<boolean> {
  const { kysely } = db;
  const novel = kysely.selectFrom("novels").where("id", "=", id);
  const hold = kysely
    .updateTable("novels")
    .set((value) => ({ updated_at: value.ref("updated_at") }))
    .where("id", "=", id);
  const jobs = kysely.selectFrom("jobs").select("id").where("novel_id", "=", id);
  const cover = kysely.selectFrom("images").select("storage_key");
  const covers = cover.where("id", "in", novel.select("cover_image_id"));
  const files = kysely
    .updateTable("storage_files")
    .set({ deleted_at: timeText(now) })
    .where("user_id", "=", owner)
    .where("deleted_at", "is", null)
    .where(({ eb, or }) =>
      or([
        eb("novel_id", "=", id),
        eb("job_id", "in", jobs),
        eb("id", "in", novel.select("original_file_id")),
        eb("key", "in", covers),
      ]),
    );
  try {
    await db.atomic([
      hold,
      guard(db, sql<SqlBool>`exists ${novel.select("id").where("archived_at", "<=", cutoff)}`),
      files,
      removeTerms(db, foundNovel(owner, id)),
      kysely.deleteFrom("novels").where("id", "=", id),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}
