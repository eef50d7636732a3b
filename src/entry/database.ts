import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { resolve } from "node:path";
import type { DatabasePlace } from "../backends/sql/migrate.ts";
import type { DdlVariant } from "../backends/sql/migrations/files.ts";
import { Refused } from "../core/text/result.ts";
import type { Migrating } from "../ops/migrate.ts";
import { finishRestore } from "../ops/restore-journal.ts";

/**
 * The database of an address with the migrations that come with the program: `file:` and a path from the folder that the program runs in, or
 * `postgres://user:password@host/name`. Throws `Refused("database-unknown")` for an address of another kind.
 */
export function databaseAt(url: string, version: string): Migrating {
  const path = /^file:(?!\/\/[^/])(.+)$/.exec(url)?.[1];
  if (path !== undefined) return migrating(filePlace(path), "portable", version);
  const server = /^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? "") ? URL.parse(url) : null;
  if (server === null) throw new Refused("database-unknown", url.replace(/\/\/[^@/]*@/, "//"));
  return migrating(serverPlace(url, `${server.host}${server.pathname}`), "postgres", version);
}

function migrating(place: DatabasePlace, variant: DdlVariant, version: string): Migrating {
  return {
    place,
    async migrations() {
      const { readMigrations } = await import("../backends/sql/migrations/files.ts");
      const { migrationFiles } = await import("../generated/migrations.ts");
      return readMigrations(migrationFiles, variant);
    },
    runner: {
      owner: `process ${process.pid} on ${hostname()} (${randomUUID().slice(0, 8)})`,
      tool: `fabula ${version}`,
      now: Date.now,
      sleep: (milliseconds) => setTimeout(milliseconds),
    },
  };
}

function filePlace(path: string): DatabasePlace {
  return lazyPlace(path, async () => {
    await finishRestore(resolve(path));
    return (await import("../backends/sql/sqlite-place.ts")).sqlitePlace(resolve(path), path);
  });
}

function serverPlace(url: string, name: string): DatabasePlace {
  return lazyPlace(name, async () => (await import("../backends/sql/postgres-place.ts")).postgresPlace(url, name));
}

/** The engine is loaded when it is used. */
function lazyPlace(name: string, place: () => Promise<DatabasePlace>): DatabasePlace {
  return {
    name,
    open: async () => (await place()).open(),
    read: async () => (await place()).read(),
    copy: async () => (await place()).copy(),
    backup: async (now) => (await place()).backup(now),
  };
}
