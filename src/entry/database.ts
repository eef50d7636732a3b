import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { resolve } from "node:path";
import { Refused } from "../core/text/result.ts";
import type { Migrating } from "../ops/migrate.ts";
import { finishRestore } from "../ops/restore-journal.ts";

/**
 * The database of an address, `file:` and a path from the folder that the program runs in, with the migrations that come with the program. Throws
 * `Refused("database-unknown")` for an address of another kind.
 */
export function databaseAt(url: string, version: string): Migrating {
  const path = /^file:(?!\/\/[^/])(.+)$/.exec(url)?.[1];
  if (path === undefined) throw new Refused("database-unknown", url.replace(/\/\/[^@/]*@/, "//"));
  const place = async () => {
    await finishRestore(resolve(path));
    return (await import("../backends/sql/sqlite-place.ts")).sqlitePlace(resolve(path), path);
  };
  return {
    place: {
      name: path,
      open: async () => (await place()).open(),
      read: async () => (await place()).read(),
      copy: async () => (await place()).copy(),
      backup: async (now) => (await place()).backup(now),
    },
    async migrations() {
      const { readMigrations } = await import("../backends/sql/migrations/files.ts");
      const { migrationFiles } = await import("../generated/migrations.ts");
      return readMigrations(migrationFiles);
    },
    runner: {
      owner: `process ${process.pid} on ${hostname()} (${randomUUID().slice(0, 8)})`,
      tool: `fabula ${version}`,
      now: Date.now,
      sleep: (milliseconds) => setTimeout(milliseconds),
    },
  };
}
