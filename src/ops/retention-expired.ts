import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";

const day = 24 * 3_600_000;

/** Rows that are worth nothing some time after the moment in a column; `age` in milliseconds. */
const rules = {
  cache: { table: "cache", key: "key", column: "expires_at", age: 0 },
  sessions: { table: "sessions", key: "id", column: "expires_at", age: 0 },
  verification_tokens: { table: "verification_tokens", key: "id", column: "expires_at", age: 0 },
  shares: { table: "shares", key: "id", column: "revoked_at", age: 0 },
  // Who opens an old link should read for a while that it has ended, and not that there never was one.
  ended_shares: { table: "shares", key: "id", column: "expires_at", age: 30 * day },
  api_tokens: { table: "api_tokens", key: "id", column: "expires_at", age: 30 * day },
  revoked_tokens: { table: "api_tokens", key: "id", column: "revoked_at", age: 30 * day },
  invitations: { table: "invitations", key: "id", column: "expires_at", age: 30 * day },
  mails: { table: "mails", key: "id", column: "created_at", age: 30 * day },
  health_checks: { table: "health_checks", key: "id", column: "timestamp", age: 7 * day },
} as const;

export type ExpiredRows = Record<keyof typeof rules, number>;

const batch = 500;

/** How many rows of each rule have expired. `now` in milliseconds since 1970. */
export function countExpired(db: Database, now: number): Promise<ExpiredRows> {
  return ofEach(async ({ table }, past) => {
    const { rows } = await sql<{
      rows: number;
    }>`select count(*) as rows from ${sql.table(table)} where ${past}`.execute(db.kysely);
    return rows[0]?.rows ?? 0;
  }, now);
}

/** Takes rows that have expired away, in small batches; how many of each rule. */
export function deleteExpired(db: Database, now: number): Promise<ExpiredRows> {
  return ofEach(async (rule, past) => {
    const [table, key] = [sql.table(rule.table), sql.ref(rule.key)];
    const some = sql`select ${key} from ${table} where ${past} limit ${sql.lit(batch)}`;
    let taken = 0;
    for (let last = batch; last === batch; taken += last) {
      const { rows } = await sql`delete from ${table} where ${key} in (${some}) returning ${key}`.execute(db.kysely);
      last = rows.length;
    }
    return taken;
  }, now);
}

type Rule = (typeof rules)[keyof typeof rules];

async function ofEach(
  act: (rule: Rule, past: ReturnType<typeof sql>) => Promise<number>,
  now: number,
): Promise<ExpiredRows> {
  const each = async (name: keyof typeof rules): Promise<number> => {
    const { column, age } = rules[name];
    return act(rules[name], sql`${sql.ref(column)} <= ${timeText(now - age)}`);
  };
  return {
    cache: await each("cache"),
    sessions: await each("sessions"),
    verification_tokens: await each("verification_tokens"),
    shares: await each("shares"),
    ended_shares: await each("ended_shares"),
    api_tokens: await each("api_tokens"),
    revoked_tokens: await each("revoked_tokens"),
    invitations: await each("invitations"),
    mails: await each("mails"),
    health_checks: await each("health_checks"),
  };
}
