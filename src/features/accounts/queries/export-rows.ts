import { type Expression, type SqlBool, sql } from "kysely";
import type { Database, Row } from "../../../backends/sql/database.ts";

/** A table whose rows belong to people: by a column of its own, or by way of a parent. Null for the people themselves. */
export interface OwnedTable {
  name: string;
  way: { column: string; parent: OwnedTable } | null;
}

/** By which column a table is followed where several lead to its person; the others may be empty, or say the same. */
const followed: Readonly<Record<string, string>> = { project_clips: "project_id", scene_characters: "scene_id" };

/** Columns that tell a row from all others, where that is not `id`. */
const keys: Readonly<Record<string, readonly string[]>> = {
  user_settings: ["user_id"],
  album_images: ["album_id", "image_id"],
  scene_characters: ["scene_id", "character_id"],
  page_versions: ["page_id", "version_number"],
  streaks: ["user_id", "streak_type"],
};

/** Tables that are made anew from others at any time: numbers for a program, of which a person has nothing. */
export const derivedTables: readonly string[] = ["search_terms", "character_embeddings", "setting_embeddings"];

/** Columns that prove something to this studio, or that only it can open: they are nobody's to carry about. */
export const secretColumns: Readonly<Record<string, readonly string[]>> = {
  accounts: ["password_hash", "access_token", "refresh_token", "id_token", "session_state"],
  sessions: ["token"],
  authenticators: ["credential_id", "credential_public_key"],
  api_tokens: ["token_hash", "token_start"],
  api_keys: ["encrypted_key", "key_id", "last_four"],
  shares: ["token_hash"],
  mails: ["sealed_text", "key_id"],
  invitations: ["token_hash"],
  tasks: ["lease_owner", "idempotency_key"],
};

/**
 * All tables whose rows go with an account, as the database itself tells it, so that no table is forgotten: those of foreign keys that cascade, each by its
 * shortest way to the people.
 */
export async function ownedTables({ catalog }: Pick<Database, "catalog">): Promise<OwnedTable[]> {
  const cascades = (await catalog.references())
    .filter(({ onDelete }) => onDelete === "cascade")
    .toSorted((one, other) => (`${one.child} ${one.column}` < `${other.child} ${other.column}` ? -1 : 1));
  const known = new Map<string, OwnedTable>([["users", { name: "users", way: null }]]);
  for (let before = 0; before < known.size;) {
    before = known.size;
    const next = cascades.filter(({ child, parent }) => !known.has(child) && known.has(parent));
    for (const [child, columns] of Map.groupBy(next, (reference) => reference.child)) {
      const chosen = columns.find(({ column }) => column === followed[child]) ?? columns[0];
      const parent = known.get(chosen?.parent ?? "");
      if (chosen && parent) known.set(child, { name: child, way: { column: chosen.column, parent } });
    }
  }
  return [...known.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Rows that are read at once. */
const atOnce = 100;

/** A person's rows of a table, some at a time, in the order of their keys, without secrets. */
export async function* rowsOfPerson(db: Database, owner: string, table: OwnedTable): AsyncGenerator<Row[]> {
  const key = keys[table.name] ?? ["id"];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const mine = belongs(table, owner);
  for (let last: Row | null = null; ;) {
    const after: Expression<SqlBool> = last === null ? sql`1 = 1` : behind(key, last);
    const { rows }: { rows: Row[] } = await sql<Row>`
      select * from ${sql.table(table.name)} where ${mine} and ${after} order by ${columns} limit ${sql.lit(atOnce)}`.execute(
      db.kysely,
    );
    if (rows.length > 0) yield rows.map((row) => withoutSecrets(table.name, row));
    last = rows.at(-1) ?? null;
    if (rows.length < atOnce) return;
  }
}

function behind(key: readonly string[], last: Row): Expression<SqlBool> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return sql<SqlBool>`(${columns}) > (${sql.join(key.map((column) => last[column]))})`;
}

function belongs({ name, way }: OwnedTable, owner: string): Expression<SqlBool> {
  if (way === null) return sql<SqlBool>`id = ${owner}`;
  const column = sql.ref(`${name}.${way.column}`);
  if (way.parent.way === null) return sql<SqlBool>`${column} = ${owner}`;
  const parents = belongs(way.parent, owner);
  return sql<SqlBool>`${column} in (select id from ${sql.table(way.parent.name)} where ${parents})`;
}

function withoutSecrets(table: string, row: Row): Row {
  const secret = secretColumns[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !secret.includes(column)));
}

/** What the log of administration says of a person, or of what they did, some at a time. */
export async function* auditOfPerson({ kysely }: Database, owner: string): AsyncGenerator<Row[]> {
  for (let after = ""; ;) {
    const rows = await kysely
      .selectFrom("audit_log")
      .selectAll()
      .where(({ eb, or, and }) =>
        or([eb("actor_id", "=", owner), and([eb("subject_type", "=", "person"), eb("subject_id", "=", owner)])]),
      )
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < atOnce) return;
  }
}

/** A person's files that are in sight, some at a time, oldest first. */
export async function* filesOfPerson({ kysely }: Database, owner: string) {
  for (let after = ""; ;) {
    const rows = await kysely
      .selectFrom("storage_files")
      .select(["id", "key", "category", "name", "mime", "size", "sha256", "created_at as createdAt"])
      .where("user_id", "=", owner)
      .where("deleted_at", "is", null)
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < atOnce) return;
  }
}

/** How many files a person has, and how many bytes they are together. */
export async function filesTotal({ kysely }: Database, owner: string): Promise<{ files: number; bytes: number }> {
  const row = await kysely
    .selectFrom("storage_files")
    .select(({ fn }) => [fn.countAll<number>().as("files"), fn.sum<number | null>("size").as("bytes")])
    .where("user_id", "=", owner)
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  return { files: row.files, bytes: row.bytes ?? 0 };
}
