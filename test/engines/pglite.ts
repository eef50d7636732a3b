import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import type { Database } from "../../src/backends/sql/database.ts";
import {
  listStatements,
  type PostgresSession,
  type PostgresSessions,
  postgresDatabase,
} from "../../src/backends/sql/postgres-database.ts";
import { trialSessions } from "../../src/backends/sql/postgres-trial.ts";
import { postgresParsers } from "../../src/backends/sql/postgres-values.ts";
import { type Turns, turns } from "../../src/backends/sql/turns.ts";

/** An empty database of PostgreSQL in this process; it needs no server, and `create extension vector` works. */
export interface PglitePlace {
  /** All share the one connection that there is, one list after another; the caller closes it. */
  connect(): Promise<Database>;
  /** Opens it for a trial, as `trialSessions` does: nobody else has a turn until it is closed. */
  tried(): Promise<Database>;
  /** Gives the engine back for the next place. */
  remove(): Promise<void>;
}

/** Engines that are nobody's now. To start one takes a second, to empty one milliseconds. */
const idle: PGlite[] = [];

/** Takes an engine of this process that is free, or starts one. */
export async function pglitePlace(): Promise<PglitePlace> {
  const engine = idle.pop() ?? (await startEngine());
  const next = turns();
  return {
    connect: async () => postgresDatabase(sessionsOf(engine, next)),
    tried: async () => postgresDatabase(trialSessions(sessionsOf(engine, next))),
    async remove() {
      await engine.exec("drop schema public cascade; create schema public; drop extension if exists vector cascade");
      idle.push(engine);
    },
  };
}

/** Of the types that the engine itself makes objects of, their text: json, jsonb, date, timestamp, timestamptz. */
const plain = Object.fromEntries([114, 3802, 1082, 1114, 1184].map((oid) => [oid, (text: string) => text]));

/** To make an empty cluster takes many seconds, to read one that was kept takes one. */
async function startEngine(): Promise<PGlite> {
  const options = { extensions: { vector }, parsers: { ...plain, ...postgresParsers } };
  const kept = keptCluster();
  if (kept) return PGlite.create({ ...options, loadDataDir: kept });
  const engine = await PGlite.create(options);
  await keepCluster(await engine.dumpDataDir("gzip"));
  return engine;
}

const cache = new URL("../../node_modules/.cache/fabula/", import.meta.url);
const installed = new URL("../../node_modules/@electric-sql/pglite/package.json", import.meta.url);
const version = /"version": "([^"]+)"/.exec(readFileSync(installed, "utf8"))?.[1] ?? "unknown";
const cluster = new URL(`pglite-${version}.tar.gz`, cache);

function keptCluster(): Blob | null {
  try {
    return new Blob([readFileSync(cluster)]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function keepCluster(dump: Blob): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const partial = new URL(`pglite-${process.pid}.partial`, cache);
  writeFileSync(partial, await dump.bytes());
  renameSync(partial, cluster);
}

function sessionsOf(engine: PGlite, next: Turns): PostgresSessions {
  return {
    async acquire(): Promise<PostgresSession> {
      const release = await next();
      const run: PostgresSession["run"] = async (text, values) => {
        const { rows, affectedRows } = await engine.query<Record<string, unknown>>(text, [...values]);
        return { rows, affected: affectedRows ?? null };
      };
      return { run, ...listStatements(run), release };
    },
    async close() {},
  };
}
