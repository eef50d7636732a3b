import { jsonOf, jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** Where files come from without a person's hand; the first word of the key of their jobs. */
export type ImportSource = "sample" | "watch";

/** What came of an import. It counts as failed until it is whole: who is killed on the way leaves that. */
export interface ImportOutcome {
  status: "completed" | "failed";
  /** The book that it is; null where it is none. */
  bookId: string | null;
  error: { code: string; message: string } | null;
}

export interface NewImport extends ImportOutcome {
  source: ImportSource;
  /** What is brought in, the same once for ever: the name of a sample, the hash of a file. */
  thing: string;
  name: string;
  /** JSON of where it was found. */
  settings: object;
}

/** An import as it is remembered. Times are ISO 8601 in UTC. */
export interface KnownImport extends ImportOutcome {
  id: string;
  thing: string;
  name: string;
  settings: unknown;
  createdAt: string;
}

const keyOf = (source: ImportSource, thing: string): string => `${source}:${thing}`;

/** Remembers an import; gives its id, or null where that thing was known. The job has no book of its own: it outlives the book, which must not come back. */
export async function noteImport(
  { kysely }: Database,
  owner: string,
  { source, thing, name, settings, ...outcome }: NewImport,
  { now, newId }: { now: number; newId: () => string },
): Promise<string | null> {
  const at = timeText(now);
  const row = await kysely
    .insertInto("jobs")
    .values({
      id: newId(),
      user_id: owner,
      job_type: "import",
      job_name: name.slice(0, 255),
      settings: jsonText(settings),
      idempotency_key: keyOf(source, thing),
      created_at: at,
      ...outcomeColumns(outcome, at),
    })
    .onConflict((conflict) => conflict.columns(["user_id", "idempotency_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Says what came of an import, and where it was found last. */
export async function changeImport(
  { kysely }: Database,
  owner: string,
  id: string,
  { settings, ...outcome }: ImportOutcome & { settings: object },
  now: number,
): Promise<void> {
  await kysely
    .updateTable("jobs")
    .set({ ...outcomeColumns(outcome, timeText(now)), settings: jsonText(settings) })
    .where("id", "=", id)
    .where("user_id", "=", owner)
    .execute();
}

function outcomeColumns({ status, bookId, error }: ImportOutcome, at: string) {
  return {
    status,
    metadata: jsonText({ bookId }),
    error_code: error?.code ?? null,
    error_message: error?.message ?? null,
    completed_at: at,
    updated_at: at,
  };
}

/** What a person got from a source, newest first. */
export async function listImports(
  { kysely }: Database,
  owner: string,
  source: ImportSource,
  limit = 100_000,
): Promise<KnownImport[]> {
  const rows = await kysely
    .selectFrom("jobs")
    .select(["id", "idempotency_key as key", "job_name as name", "status", "settings", "metadata"])
    .select(["error_code as code", "error_message as message", "created_at as createdAt"])
    .where("user_id", "=", owner)
    .where("idempotency_key", ">=", keyOf(source, ""))
    // The sign behind the colon.
    .where("idempotency_key", "<", `${source};`)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ key, name, status, settings, metadata, code, message, ...row }) => ({
    ...row,
    thing: (key ?? "").slice(keyOf(source, "").length),
    name: name ?? "",
    status: status === "completed" ? "completed" : "failed",
    settings: jsonOf(settings, "jobs.settings", (value) => value),
    bookId: metadata === null ? null : jsonOf(metadata, "jobs.metadata", bookIdOf),
    error: code === null ? null : { code, message: message ?? code },
  }));
}

function bookIdOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("bookId" in value)) return null;
  return typeof value.bookId === "string" ? value.bookId : null;
}

/** A novel that a person made of the same bytes, in the trash or not; null where there is none. */
export async function anyNovelOfContent(
  { kysely }: Database,
  owner: string,
  contentHash: string,
): Promise<string | null> {
  const row = await kysely
    .selectFrom("novels")
    .select("id")
    .where("user_id", "=", owner)
    .where("content_hash", "=", contentHash)
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether a person never had a book or anything made, in the trash or not. */
export async function hasNothing({ kysely }: Database, owner: string): Promise<boolean> {
  const [novel, job] = await Promise.all([
    kysely.selectFrom("novels").select("id").where("user_id", "=", owner).limit(1).executeTakeFirst(),
    kysely.selectFrom("jobs").select("id").where("user_id", "=", owner).limit(1).executeTakeFirst(),
  ]);
  return !novel && !job;
}
