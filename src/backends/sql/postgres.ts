import { Pool, type PoolClient, type PoolConfig, type QueryConfig } from "pg";
import type { Database } from "./database.ts";
import { listStatements, type PostgresSession, type PostgresSessions, postgresDatabase } from "./postgres-database.ts";
import { asPostgresError } from "./postgres-errors.ts";
import { trialSessions } from "./postgres-trial.ts";
import { postgresParsers, type PostgresValue } from "./postgres-values.ts";

export interface PostgresOptions {
  /** Connections at most; others wait for one. */
  connections?: number;
  /** Milliseconds to wait for a connection, new or free. */
  connectTimeout?: number;
  /** Milliseconds that a statement may run; 0 for any time. */
  statementTimeout?: number;
  /** Milliseconds that a statement waits for the lock of another. */
  lockTimeout?: number;
  /** Whether nothing may be written. */
  readOnly?: boolean;
}

/** How much longer than the server itself the program waits for an answer, before it takes the server for lost. */
const patience = 5_000;

/**
 * Opens a pool of connections to PostgreSQL 15 or newer. `url`: `postgres://user:password@host:port/database`, whose parameters
 * (`?sslmode=…`, `?statement_timeout=…`) come before the options. Nothing is connected before the first query, which fails with `SqlError`:
 * `login`, `no-database`, `unreachable`, `busy` where no connection is free.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  return postgresDatabase(openSessions(url, options));
}

/**
 * Opens a database for a trial: all of its rows can be seen and changed, the schema too, and closing takes everything back (`trialSessions`).
 */
export function openPostgresTrial(url: string, options: PostgresOptions = {}): Database {
  return postgresDatabase(trialSessions(openSessions(url, { ...options, connections: 1 })));
}

/** Opens a database as it is at the moment of the first query, for reading only, whatever others write until it is closed. */
export function openPostgresSnapshot(url: string, options: PostgresOptions = {}): Database {
  const begin = async ({ run }: PostgresSession) =>
    void (await run("begin isolation level repeatable read, read only", []));
  return postgresDatabase(trialSessions(openSessions(url, { ...options, connections: 1 }), begin));
}

/** What is all done or nothing of it: until `keep` nobody else sees it, and closing the database without it takes everything back. */
export interface PostgresAttempt {
  db: Database;
  /** Called once, behind the last list. Throws `SqlError`, and nothing is done then. */
  keep(): Promise<void>;
}

/** Opens a database for changes of rows and schema in one transaction. */
export function openPostgresAttempt(url: string, options: PostgresOptions = {}): PostgresAttempt {
  const sessions = trialSessions(openSessions(url, { ...options, connections: 1 }));
  return {
    db: postgresDatabase(sessions),
    async keep() {
      try {
        await sessions.keep();
      } catch (error) {
        throw asPostgresError(error);
      }
    },
  };
}

function openSessions(url: string, options: PostgresOptions): PostgresSessions {
  return poolSessions(new Pool(poolConfig(url, options)));
}

function poolConfig(url: string, options: PostgresOptions): PoolConfig {
  const { connections = 10, connectTimeout = 5_000, statementTimeout = 60_000, lockTimeout = 5_000 } = options;
  return {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    lock_timeout: lockTimeout,
    // A process that stops within a list must not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    application_name: "fabula",
    types: { getTypeParser: (oid: number) => postgresParsers[oid] ?? ((text: string) => text) },
    ...(statementTimeout > 0 ? { query_timeout: statementTimeout + patience } : {}),
    ...(options.readOnly ? { options: "-c default_transaction_read_only=on" } : {}),
  };
}

function poolSessions(pool: Pool): PostgresSessions {
  // One that breaks while it is idle has left the pool by then, and the next query gets another.
  pool.on("error", () => {});
  let closed: Promise<void> | null = null;
  return {
    acquire: async () => sessionOf(await pool.connect()),
    close: () => (closed ??= pool.end()),
  };
}

function sessionOf(client: PoolClient): PostgresSession {
  // The query that is under way fails with the same error.
  const ignore = () => {};
  client.on("error", ignore);
  const run: PostgresSession["run"] = async (text, values) => {
    const { rows, rowCount, command } = await client.query<Record<string, unknown>>(oneStatement(text, values));
    return { rows, affected: writes.has(command) ? rowCount : null };
  };
  return {
    run,
    ...listStatements(run),
    release(broken) {
      client.off("error", ignore);
      client.release(broken);
    },
  };
}

/** By the extended protocol, which takes one statement and no more, also where nothing is bound. The driver's types do not know the choice. */
function oneStatement(text: string, values: readonly PostgresValue[]): QueryConfig {
  const config: QueryConfig & { queryMode: "extended" } = { text, values: [...values], queryMode: "extended" };
  return config;
}

const writes = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
