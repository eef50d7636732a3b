import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { timeText } from "./codecs.ts";
import type { DatabasePlace } from "./migrate.ts";
import { SqlError } from "./sql-error.ts";
import { asSqlError } from "./sqlite-errors.ts";
import { openSqlite } from "./sqlite.ts";

/** A file of SQLite at a path; its folder is made when the database is opened, if the one above it is there. `name`: the path as a person wrote it. */
export function sqlitePlace(path: string, name = path): DatabasePlace {
  return {
    name,
    async open() {
      makeFolder(dirname(path));
      return openSqlite(path);
    },
    async read() {
      return existsSync(path) ? openSqlite(path, { readOnly: true }) : null;
    },
    copy: () => openCopy(path),
    async backup(now) {
      const kept = backupName(path, now);
      await copySqlite(path, kept);
      return backupName(name, now);
    },
  };
}

/**
 * Copies a database while others write to it: the copy is whole, checked, on the disk, and only then there under its name. Throws `SqlError`,
 * `corrupt` where the copy does not hold together.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  try {
    await backUp(from, partial);
    assertSound(partial);
    sync(partial);
    renameSync(partial, to);
    sync(dirname(to));
  } catch (error) {
    rmSync(partial, { force: true });
    throw asSqlError(error);
  }
}

async function backUp(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    // In one step: between steps a write of another would make it begin anew, again and again.
    await backup(source, to, { rate: 2 ** 31 - 1 });
  } finally {
    source.close();
  }
}

function assertSound(path: string): void {
  const file = new DatabaseSync(path);
  try {
    const found = file
      .prepare("pragma quick_check")
      .all()
      .map((row) => String(row["quick_check"]));
    if (found.join() !== "ok") throw new SqlError("corrupt", found.slice(0, 3).join("; "));
  } finally {
    file.close();
  }
}

/** Makes what was written survive a loss of power; folders cannot be synced on every system. */
function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && ["EPERM", "EISDIR", "EINVAL"].includes(String(error.code))))
      throw error;
  } finally {
    closeSync(handle);
  }
}

async function openCopy(path: string) {
  if (!existsSync(path)) return openSqlite(":memory:");
  const folder = mkdtempSync(join(tmpdir(), "fabula-copy-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, "copy.sqlite");
    await copySqlite(path, copy);
    const db = openSqlite(copy);
    return { ...db, close: () => db.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** `fabula.2026-01-31T09-15-00-000Z.sqlite` beside `fabula.sqlite`. */
function backupName(path: string, now: number): string {
  const ending = extname(path);
  return `${path.slice(0, path.length - ending.length)}.${timeText(now).replaceAll(/[:.]/g, "-")}${ending}`;
}

function makeFolder(folder: string): void {
  try {
    if (existsSync(dirname(folder))) mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SqlError("unreachable", `The folder ${folder} cannot be made.`, { cause: error });
  }
}
