import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe } from "vitest";
import type { Database } from "../../src/backends/sql/database.ts";
import { openPostgres, type PostgresOptions } from "../../src/backends/sql/postgres.ts";

/** An empty database of its own on a server of PostgreSQL. */
export interface PostgresPlace {
  url: string;
  /** Opens a pool of its own; the caller closes it. */
  connect(options?: PostgresOptions): Promise<Database>;
  /** Drops the database, with those who are still connected. */
  remove(): Promise<void>;
}

/** The server that tests may make databases on, as its superuser; null where there is none. `npm run test:engines` starts one. */
export const postgresServer: string | null = process.env["FABULA_TEST_POSTGRES"] ?? null;

/** Tests that need a server of PostgreSQL: `work` gets what makes databases. Without a server they are skipped, and their title says why. */
export function onPostgres(title: string, work: (open: () => Promise<PostgresPlace>) => void): void {
  if (postgresServer === null)
    describe.skip(`${title} (no server: set FABULA_TEST_POSTGRES, or npm run test:engines)`, () => work(postgresPlace));
  else describe(title, () => work(postgresPlace));
}

/** Makes a database, sorted by bytes as everywhere. Throws where there is no server. */
export async function postgresPlace(): Promise<PostgresPlace> {
  if (postgresServer === null) throw new Error("FABULA_TEST_POSTGRES names no server.");
  const server = postgresServer;
  const name = `fabula_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  const url = new URL(server);
  url.pathname = name;
  return {
    url: url.href,
    connect: async (options) => openPostgres(url.href, options),
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(server: string, text: string): Promise<void> {
  const db = openPostgres(server, { connections: 1 });
  try {
    await sql.raw(text).execute(db.kysely);
  } finally {
    await db.close();
  }
}
