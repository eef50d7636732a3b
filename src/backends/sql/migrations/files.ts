import { Refused } from "../../../core/text/result.ts";
import { sha256 } from "./sha256.ts";
import { type Statement, splitStatements } from "./statements.ts";

/** A numbered change of the schema, and how it is taken back. */
export interface Migration {
  version: number;
  /** Its file without the ending: `0001_accounts`. */
  name: string;
  /** SHA-256 of the file that is applied, with line ends of Unix, in hexadecimal. */
  checksum: string;
  up: readonly Statement[];
  down: readonly Statement[];
}

/** Text of each file by its path below `migrations/`: `0001_accounts.sql`, `down/0001_accounts.sql`, `postgres/0007_vectors.sql`. */
export type MigrationFiles = Readonly<Record<string, string>>;

/** Engines with DDL of their own; a file in the folder of that name replaces the portable one. */
export type DdlVariant = "portable" | "postgres";

/**
 * The migrations that lie in files, by number from 1. Throws `Refused`: `migration-name` for a file that is called otherwise or stands alone,
 * `migration-doubled`, `migration-gap`, `migration-down-missing`, `migration-unreadable`, `migration-statement`.
 */
export async function readMigrations(files: MigrationFiles, variant: DdlVariant = "portable"): Promise<Migration[]> {
  const names = Object.keys(files)
    .filter((path) => !path.includes("/"))
    .map(nameOf)
    .toSorted();
  assertSequence(names);
  assertPaired(files, names);
  return Promise.all(
    names.map(async (name) => {
      const path = [`${variant}/${name}.sql`, `${name}.sql`].find((each) => files[each] !== undefined) ?? "";
      return {
        version: Number(name.slice(0, 4)),
        name,
        checksum: await sha256(textOf(files, path)),
        up: statementsOf(files, path),
        down: statementsOf(files, `down/${name}.sql`),
      };
    }),
  );
}

function nameOf(path: string): string {
  if (!/^\d{4}_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/.test(path)) throw new Refused("migration-name", path);
  return path.slice(0, -".sql".length);
}

function assertSequence(names: readonly string[]): void {
  for (const [i, name] of names.entries()) {
    const [version, before] = [Number(name.slice(0, 4)), names[i - 1] ?? null];
    if (before?.slice(0, 4) === name.slice(0, 4)) throw new Refused("migration-doubled", `${before} and ${name}`);
    if (version !== i + 1)
      throw new Refused("migration-gap", `there is no ${String(i + 1).padStart(4, "0")} before ${name}`);
  }
}

/** Each has its down file, and no file of a folder stands alone. */
function assertPaired(files: MigrationFiles, names: readonly string[]): void {
  for (const name of names)
    if (files[`down/${name}.sql`] === undefined) throw new Refused("migration-down-missing", `down/${name}.sql`);
  const stray = Object.keys(files).find(
    (path) => path.includes("/") && !names.some((name) => [`down/${name}.sql`, `postgres/${name}.sql`].includes(path)),
  );
  if (stray !== undefined) throw new Refused("migration-name", `${stray} has no file of its name beside the folder`);
}

function textOf(files: MigrationFiles, path: string): string {
  return (files[path] ?? "").replaceAll("\r\n", "\n");
}

/** What a batch cannot hold, and what would switch off the keys that keep rows safe. */
const refused = /^(?:pragma|begin|start|commit|end|rollback|savepoint|release|vacuum|attach|detach)\b/i;

function statementsOf(files: MigrationFiles, path: string): Statement[] {
  const statements = splitStatements(textOf(files, path), path);
  const wrong = statements.find(({ text }) => refused.test(text));
  if (wrong) throw new Refused("migration-statement", `${path}, line ${wrong.line}: ${wrong.text.split(/\s/)[0]}`);
  return statements;
}
