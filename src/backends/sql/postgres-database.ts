import { type Compilable, Kysely, sql } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { Capabilities, Database, Row } from "./database.ts";
import { postgresCatalog } from "./postgres-catalog.ts";
import { postgresDialect } from "./postgres-dialect.ts";
import { asPostgresError, breaksConnection } from "./postgres-errors.ts";
import { type PostgresValue, postgresValues } from "./postgres-values.ts";
import { statement } from "./statement.ts";

/** How lists begin and end on a connection: each statement sees what others have committed by then. */
export function listStatements(run: PostgresSession["run"]): Pick<PostgresSession, "begin" | "commit" | "rollback"> {
  const alone = async (text: string) => void (await run(text, []));
  return {
    begin: () => alone("begin isolation level read committed"),
    commit: () => alone("commit"),
    rollback: () => alone("rollback"),
  };
}

/** What a statement gave. */
export interface PostgresResult {
  rows: Row[];
  /** Rows that were written; null for a statement that does not write. */
  affected: number | null;
}

/** A connection that is one caller's until it is released. Rows have the values that `postgresParsers` make. */
export interface PostgresSession {
  /** Runs one statement. Throws the engine's own errors, with their SQLSTATE as `code`. */
  run(text: string, values: readonly PostgresValue[]): Promise<PostgresResult>;
  /** Begins a list, which `commit` or `rollback` ends. */
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** `broken`: nobody gets it again. */
  release(broken: boolean): void;
}

/** The connections to a database: a pool, or the only one to an engine in this process. */
export interface PostgresSessions {
  /** Waits for a connection that is free. */
  acquire(): Promise<PostgresSession>;
  /** May be called again. */
  close(): Promise<void>;
}

/** The limit of Cloudflare D1, kept everywhere, so that what is stored in one place can be moved to another. */
export const maxRowBytes = 2_000_000;

/**
 * A database of PostgreSQL 15 or newer over any way to it. Lists of `atomic` run at READ COMMITTED, several at once: one that meets a deadlock,
 * or waits for a lock longer than it may, fails whole with `busy`, and the caller may run it again.
 */
export function postgresDatabase(sessions: PostgresSessions): Database {
  const kysely = new Kysely<Schema>({ dialect: postgresDialect(sessions, maxRowBytes) });
  return {
    kysely,
    capabilities,
    catalog: postgresCatalog(kysely),
    atomic: (queries) => atomic(sessions, queries),
    async close() {
      // Kysely closes only what it has used.
      await kysely.destroy();
      await sessions.close();
    },
  };
}

const capabilities: Capabilities = {
  maxParameters: 65_535,
  maxRowBytes,
  bytesType: "bytea",
  vectorExtension: "pgvector",
  rowsOf(table, columns, rows) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    // The table gives the types.
    return sql`select ${names} from json_populate_recordset(null::${sql.table(table)}, ${jsonText(rows)}::json)`;
  },
  valuesOf<Value extends string | number>(values: readonly Value[]) {
    // Nothing is in it, whatever the type of the column.
    if (values.length === 0) return sql<Value>`(null)`;
    const text = sql`json_array_elements_text(${jsonText(values)}::json)`;
    return sql<Value>`(select value::${sql.raw(typeOf(values))} from ${text} as given (value))`;
  },
  exclusive: (name) => statement(`select pg_advisory_xact_lock(hashtextextended('fabula ${name}', 0))`),
  skipLocked: sql`for update skip locked`,
};

/** Whole numbers as such, so that an index of a column of them is used. */
function typeOf(values: readonly (string | number)[]): string {
  if (values.some((value) => typeof value === "string")) return "text";
  return values.every((value) => Number.isSafeInteger(value)) ? "bigint" : "double precision";
}

/** JSON whose halves of surrogate pairs are replaced as in text that is bound; PostgreSQL refuses their escapes. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
}

async function atomic(sessions: PostgresSessions, queries: readonly Compilable[]): Promise<Row[][]> {
  const statements = queries.map((query, at) => {
    const { sql: text, parameters } = query.compile();
    return { text, values: failing(() => postgresValues(parameters, maxRowBytes), at) };
  });
  if (statements.length === 0) return [];
  const session = await acquire(sessions);
  let at: number | undefined;
  try {
    await session.begin();
    const rows: Row[][] = [];
    for (const [i, { text, values }] of statements.entries()) {
      at = i;
      rows.push((await session.run(text, values)).rows);
    }
    at = undefined;
    await session.commit();
    session.release(false);
    return rows;
  } catch (error) {
    await takeBack(session, error);
    throw asPostgresError(error, at);
  }
}

async function acquire(sessions: PostgresSessions): Promise<PostgresSession> {
  try {
    return await sessions.acquire();
  } catch (error) {
    throw asPostgresError(error);
  }
}

/** A connection that is lost takes its list back by itself. */
async function takeBack(session: PostgresSession, reason: unknown): Promise<void> {
  let broken = breaksConnection(reason);
  try {
    if (!broken) await session.rollback();
  } catch {
    // The failure before it is what the caller hears of.
    broken = true;
  } finally {
    session.release(broken);
  }
}

function failing<Result>(work: () => Result, at: number): Result {
  try {
    return work();
  } catch (error) {
    throw asPostgresError(error, at);
  }
}
