import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";

const day = 24 * 3_600_000;

/** Rows that are worth nothing some time after the moment in a column; `age` in milliseconds. */
const rules = {
  cache: { key: "key", column: "expires_at", age: 0 },
  sessions: { key: "id", column: "expires_at", age: 0 },
  verification_tokens: { key: "id", column: "expires_at", age: 0 },
  shares: { key: "id", column: "revoked_at", age: 0 },
  health_checks: { key: "id", column: "timestamp", age: 7 * day },
} as const;

export type ExpiredRows = Record<keyof typeof rules, number>;

const batch = 500;

/** How many rows of each table have expired. `now` in milliseconds since 1970. */
export function countExpired(db: Database, now: number): Promise<ExpiredRows> {
  return ofEach(async (table, past) => {
    const { rows } = await sql<{
      rows: number;
    }>`select count(*) as rows from ${sql.table(table)} where ${past}`.execute(db.kysely);
    return rows[0]?.rows ?? 0;
  }, now);
}

/** Takes rows that have expired away, in small batches; how many of each table. */
export function deleteExpired(db: Database, now: number): Promise<ExpiredRows> {
  return ofEach(async (table, past) => {
    const key = sql.ref(rules[table].key);
    const some = sql`select ${key} from ${sql.table(table)} where ${past} limit ${sql.lit(batch)}`;
    let taken = 0;
    for (let last = batch; last === batch; taken += last) {
      const { rows } = await sql`delete from ${sql.table(table)} where ${key} in (${some}) returning ${key}`.execute(
        db.kysely,
      );
      last = rows.length;
    }
    return taken;
  }, now);
}

async function ofEach(
  act: (table: keyof typeof rules, past: ReturnType<typeof sql>) => Promise<number>,
  now: number,
): Promise<ExpiredRows> {
  const each = async (table: keyof typeof rules): Promise<number> =>
    act(table, sql`${sql.ref(rules[table].column)} <= ${timeText(now - rules[table].age)}`);
  return {
    cache: await each("cache"),
    sessions: await each("sessions"),
    verification_tokens: await each("verification_tokens"),
    shares: await each("shares"),
    health_checks: await each("health_checks"),
  };
}
