import { type Compilable, sql, type SqlBool } from "kysely";
import type { Database } from "../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../backends/sql/guard.ts";
import { novelTerms } from "./queries/novel-terms.ts";

/** Novels that are done in one list. */
const atOnce = 50;

/**
 * Makes every novel, or every one that search does not know yet, be found by its names as they are, and takes out what is of no novel any more;
 * gives the number of novels. For installations from before there was search; it may run again at any time, beside other work.
 */
export async function fillSearch(db: Database, which: "all" | "unknown" = "all"): Promise<number> {
  let novels = 0;
  for (let after = ""; ;) {
    const filled = await fillPage(db, which, after);
    novels += filled.length;
    const last = filled.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const isGone = sql<SqlBool>`not exists (select 1 from novels where novels.id = search_terms.thing_id)`;
  await db.kysely.deleteFrom("search_terms").where("kind", "=", "novel").where(isGone).execute();
  return novels;
}

/** Does the novels behind an id, and gives their ids. Where one is renamed or deleted meanwhile they are read again. */
async function fillPage(db: Database, which: "all" | "unknown", after: string): Promise<string[]> {
  for (;;) {
    const rows = await db.kysely
      .selectFrom("novels")
      .select(["id", "user_id as owner", "title", "author", "series", "tags", "updated_at as updatedAt"])
      .where("id", ">", after)
      .$if(which === "unknown", (query) => query.where(isUnknown))
      .orderBy("id")
      .limit(atOnce)
      .execute();
    const ids = rows.map(({ id }) => id);
    const terms = rows.flatMap(({ owner, ...novel }) => novelTerms(db, owner, novel));
    try {
      await db.atomic([holdNovels(db, ids), ...rows.map((row) => isUnchanged(db, row)), ...terms]);
      return ids;
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
    }
  }
}

const isUnknown = sql<SqlBool>`not exists (select 1 from search_terms
  where user_id = novels.user_id and kind = 'novel' and thing_id = novels.id)`;

/** Makes others wait who would rename them. */
function holdNovels({ kysely, capabilities }: Database, ids: readonly string[]): Compilable {
  return kysely
    .updateTable("novels")
    .set((value) => ({ updated_at: value.ref("updated_at") }))
    .where("id", "in", capabilities.valuesOf(ids));
}

function isUnchanged(db: Database, { id, updatedAt }: { id: string; updatedAt: string }): Compilable {
  const same = db.kysely.selectFrom("novels").select("id").where("id", "=", id).where("updated_at", "=", updatedAt);
  return guard(db, sql<SqlBool>`exists ${same}`);
}
