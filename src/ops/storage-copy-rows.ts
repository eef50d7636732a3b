import type { Database } from "../backends/sql/database.ts";
import { fileOf } from "../features/files/queries/file-rows.ts";
import type { StoredFile } from "../features/files/stored-file.ts";

/** Files of these keys, whoever owns them, by key; `hidden` has the keys of those that were deleted. */
export async function filesOfKeys(
  { kysely, capabilities }: Database,
  keys: readonly string[],
): Promise<{ files: ReadonlyMap<string, StoredFile>; hidden: ReadonlySet<string> }> {
  const rows = await kysely
    .selectFrom("storage_files")
    .selectAll()
    .where("key", "in", capabilities.valuesOf(keys))
    .execute();
  return {
    files: new Map(rows.filter((row) => row.deleted_at === null).map((row) => [row.key, fileOf(row)])),
    hidden: new Set(rows.filter((row) => row.deleted_at !== null).map(({ key }) => key)),
  };
}

/** Gives a file another key, if it has the one before; false where it had not. */
export async function changeKey({ kysely }: Database, id: string, before: string, after: string): Promise<boolean> {
  const rows = await kysely
    .updateTable("storage_files")
    .set({ key: after })
    .where("id", "=", id)
    .where("key", "=", before)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** Takes the row away that a copy has added. */
export async function takeAdded({ kysely }: Database, id: string, key: string): Promise<boolean> {
  const rows = await kysely
    .deleteFrom("storage_files")
    .where("id", "=", id)
    .where("key", "=", key)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** The one person of an installation, or the one of this id or e-mail; null where there is none, or more than one and nobody is named. */
export async function ownerNamed({ kysely }: Database, name: string | null): Promise<string | null> {
  const people = kysely.selectFrom("users").select("id").limit(2);
  const found = await (
    name === null ? people : people.where((where) => where.or([where("id", "=", name), where("email", "=", name)]))
  ).execute();
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
