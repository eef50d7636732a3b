import type { Compilable } from "kysely";
import type { Database } from "../database.ts";
import { SqlError } from "../sql-error.ts";
import { statement } from "../statement.ts";

/** A table that is never there: a list that comes as far as asking it has passed everything before. */
const nowhere = "fabula_came_this_far";

/**
 * Which query of an atomic list fails with this error, from 0. Where the engine does not tell, beginnings of the list are tried, halving each time,
 * and each is taken back by a last query that fails on purpose. Null where none fails by itself any more, or fails with something else.
 */
export async function failedQuery(
  db: Database,
  queries: readonly Compilable[],
  error: SqlError,
): Promise<number | null> {
  if (error.query !== null) return error.query;
  let [passing, failing] = [0, queries.length + 1];
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2);
    const outcome = await tried(db, queries.slice(0, middle));
    if (outcome === "passes") passing = middle;
    else if (outcome === error.code) failing = middle;
    else return null;
  }
  return passing < queries.length ? passing : null;
}

/** What becomes of a beginning of a list, which is taken back in either case. */
async function tried(db: Database, queries: readonly Compilable[]): Promise<"passes" | SqlError["code"]> {
  try {
    await db.atomic([...queries, statement(`select * from ${nowhere}`)]);
  } catch (error) {
    if (error instanceof SqlError) return error.message.includes(nowhere) ? "passes" : error.code;
    throw error;
  }
  throw new TypeError(`There is a table ${nowhere}.`);
}
