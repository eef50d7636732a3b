import { createHash } from "node:crypto";
import { join } from "node:path";
import { timeOf } from "../backends/sql/codecs.ts";
import { Refused } from "../core/text/result.ts";
import { isAbsent, writeText } from "./backup-files.ts";
import { type BackupKind, backupKinds, type FileSystem } from "./backup-place.ts";

/** A file of a backup, by its key in the store. */
export interface BackupFile {
  key: string;
  /** Bytes. */
  size: number;
  /** In hex. */
  sha256: string;
}

/** How the database lies in a backup: as a file of SQLite, or as SQL of PostgreSQL that was packed by gzip. */
const databaseNames = ["database.sqlite", "database.sql.gz"] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** What is in a backup: the database, `files/` by their keys, and this as `manifest.json`. */
export interface BackupManifest {
  format: 1;
  id: string;
  kind: BackupKind;
  /** ISO 8601, UTC; so is `verifiedAt`. */
  createdAt: string;
  /** When it was restored to prove it; null while that has not been done. */
  verifiedAt: string | null;
  /** The program with its version. */
  program: string;
  /** Version of the schema. */
  schemaVersion: number;
  database: { name: DatabaseName; size: number; sha256: string };
  /** Rows of each table. */
  tables: Readonly<Record<string, number>>;
  /** Rows that referred to a row that was not there. */
  broken: number;
  files: readonly BackupFile[];
  /** Keys of files that rows name and that could not be had as their rows say. */
  missing: readonly string[];
  /** Bytes of the database and the files. */
  size: number;
  /** SHA-256 of all of the above but `verifiedAt`. */
  checksum: string;
}

export const filesName = "files";
const manifestName = "manifest.json";

/** SHA-256 of a manifest without its own checksum and without what is written later. */
export function checksumOf(manifest: Omit<BackupManifest, "checksum">): string {
  const { format, id, kind, createdAt, program, schemaVersion, database, tables, broken, files, missing, size } =
    manifest;
  const lines = [
    [format, id, kind, createdAt, program, schemaVersion, size].join(" "),
    `${database.size} ${database.sha256}${database.name === "database.sqlite" ? "" : ` ${database.name}`}`,
    `${broken} rows that refer to none`,
    ...Object.entries(tables).map(([table, rows]) => `${table} ${rows}`),
    ...files.map((file) => `${file.key} ${file.size} ${file.sha256}`),
    ...missing,
  ];
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

export function writeManifest(files: FileSystem, folder: string, manifest: BackupManifest): Promise<void> {
  return writeText(files, join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Reads what is in a backup. Throws `Refused`: `backup-unknown` where there is none, `backup-damaged` where its list is not what was written. */
export async function readManifest(files: FileSystem, folder: string): Promise<BackupManifest> {
  let text = "";
  try {
    text = await files.readFile(join(folder, manifestName), "utf8");
  } catch (error) {
    if (isAbsent(error)) throw new Refused("backup-unknown", folder, { cause: error });
    throw error;
  }
  try {
    const manifest = parseManifest(JSON.parse(text));
    if (checksumOf(manifest) === manifest.checksum) return manifest;
  } catch (error) {
    throw new Refused("backup-damaged", manifestName, { cause: error });
  }
  throw new Refused("backup-damaged", manifestName);
}

function parseManifest(value: unknown): BackupManifest {
  const given = recordOf(value, "the manifest");
  const kind = backupKinds.find((known) => known === given["kind"]);
  if (given["format"] !== 1 || kind === undefined) throw new TypeError("The manifest is of no known format.");
  const database = recordOf(given["database"], "database");
  return {
    format: 1,
    kind,
    id: textOf(given, "id"),
    createdAt: momentOf(textOf(given, "createdAt")),
    verifiedAt: given["verifiedAt"] === null ? null : momentOf(textOf(given, "verifiedAt")),
    program: textOf(given, "program"),
    schemaVersion: numberOf(given, "schemaVersion"),
    database: { name: nameOf(database), size: numberOf(database, "size"), sha256: textOf(database, "sha256") },
    tables: tablesOf(recordOf(given["tables"], "tables")),
    broken: numberOf(given, "broken"),
    files: listOf(given["files"]).map(fileOf),
    missing: listOf(given["missing"]).map(String),
    size: numberOf(given, "size"),
    checksum: textOf(given, "checksum"),
  };
}

function fileOf(value: unknown): BackupFile {
  const file = recordOf(value, "a file");
  const key = textOf(file, "key");
  // A key that is a path elsewhere would be written there.
  if (key.split("/").some((part) => part === "" || part.startsWith(".") || /[\\:]/.test(part)))
    throw new TypeError(`“${key}” is no key of a file.`);
  return { key, size: numberOf(file, "size"), sha256: textOf(file, "sha256") };
}

/** Backups of the first versions hold a file of SQLite, and no name of it. */
function nameOf(database: Record<string, unknown>): DatabaseName {
  const name = databaseNames.find((known) => known === (database["name"] ?? "database.sqlite"));
  if (name === undefined) throw new TypeError("The database is of no known kind.");
  return name;
}

function tablesOf(value: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(Object.keys(value).map((table) => [table, numberOf(value, table)]));
}

function recordOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError(`${name} is no object.`);
  return Object.fromEntries(Object.entries(value));
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError("A list is missing.");
  return value;
}

function textOf(record: Record<string, unknown>, name: string): string {
  const value = record[name];
  if (typeof value !== "string") throw new TypeError(`${name} is no text.`);
  return value;
}

function numberOf(record: Record<string, unknown>, name: string): number {
  const value = record[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`${name} is no number.`);
  return value;
}

function momentOf(text: string): string {
  timeOf(text);
  return text;
}
