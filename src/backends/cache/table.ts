import { type Kysely, sql } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { Cache } from "./cache.ts";

/** The part of a database that a cache needs. */
export interface CacheDatabase {
  readonly kysely: Kysely<Schema>;
}

/** Makes the table in a file that is for the cache alone, and that no migration knows. */
export async function makeCacheTable({ kysely }: CacheDatabase): Promise<void> {
  await sql`create table if not exists cache (key text not null primary key, value text not null, expires_at text)`.execute(
    kysely,
  );
  await sql`create index if not exists cache_by_end on cache (expires_at)`.execute(kysely);
}

/** A cache in the table `cache`; the database is closed by whoever opened it. `now` in milliseconds since 1970. Throws `SqlError`. */
export function tableCache({ kysely }: CacheDatabase, now: () => number): Cache {
  const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return {
    async get(key) {
      const row = await kysely
        .selectFrom("cache")
        .select("value")
        .where("key", "=", key)
        .where(({ eb, or }) => or([eb("expires_at", "is", null), eb("expires_at", ">", moment(now()))]))
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async set(key, value, lifetime) {
      const kept = { value, expires_at: lifetime === null ? null : moment(now() + lifetime) };
      const insert = kysely.insertInto("cache").values({ key, ...kept });
      await insert.onConflict((conflict) => conflict.column("key").doUpdateSet(kept)).execute();
    },
    async delete(key) {
      await kysely.deleteFrom("cache").where("key", "=", key).execute();
    },
    async sweep() {
      const old = kysely.deleteFrom("cache").where("expires_at", "<=", moment(now()));
      return (await old.returning("key").execute()).length;
    },
    close: async () => undefined,
  };
}
