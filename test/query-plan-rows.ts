import { sql } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";
import { statement } from "../src/backends/sql/statement.ts";

/** How rows are multiplied: what of each copy is other than in the row that it is made of; `n` counts the copies. */
interface Multiplied {
  table: string;
  copies: number;
  /** Columns by name, in SQL. */
  other: Readonly<Record<string, string>>;
}

const [people, books, jobs] = [400, 3_000, 24_000];
const person = `'ann-' || (n % ${people} + 1)`;
const novel = `'n1-' || (n % ${books} + 1)`;
const job = `'j-' || (n % ${jobs} + 1)`;

/** Parents before their children. */
const multiplied: readonly Multiplied[] = [
  {
    table: "users",
    copies: people,
    other: {
      id: "'ann-' || n",
      email: "'ann-' || n || '@example.org'",
      // Of many people few run the studio.
      roles: `case n % 100 when 0 then '["USER","ADMIN"]' else '["USER"]' end`,
    },
  },
  {
    table: "novels",
    copies: books,
    other: { id: "'n1-' || n", user_id: person, content_hash: "md5('' || n) || md5('-' || n)", title: "'Tale ' || n" },
  },
  {
    table: "jobs",
    copies: jobs,
    other: {
      id: "'j-' || n",
      user_id: person,
      novel_id: novel,
      idempotency_key: "null",
      status: "case n % 50 when 0 then 'pending' when 1 then 'processing' else 'completed' end",
      created_at: "to_char(timestamp '2026-01-01' + n * interval '1 minute', 'YYYY-MM-DD\"T\"HH24:MI:SS.000Z')",
      completed_at: "to_char(timestamp '2026-01-02' + n * interval '1 minute', 'YYYY-MM-DD\"T\"HH24:MI:SS.000Z')",
    },
  },
  {
    table: "tasks",
    copies: 24_000,
    other: {
      id: "'t-' || n",
      job_id: job,
      unit_key: "'u' || n",
      idempotency_key: "'key ' || n",
      status: "case n % 100 when 0 then 'ready' when 1 then 'running' else 'done' end",
      lease_owner: "'worker/' || n",
      provider: "case n % 7 when 0 then 'mill' end",
    },
  },
  {
    table: "storage_files",
    copies: 20_000,
    other: {
      id: "'f-' || n",
      key: "'novels/ann/' || n || '.txt'",
      user_id: person,
      job_id: job,
      unit: "'u' || n",
      novel_id: "null",
    },
  },
  {
    table: "pages",
    copies: 12_000,
    other: { id: "'p-' || n", job_id: job, page_number: "n", episode_id: "null", image_file_id: "null" },
  },
  { table: "panels", copies: 12_000, other: { id: "'pp-' || n", page_id: "'p-' || n", scene_id: "null" } },
  { table: "chunks", copies: 12_000, other: { id: "'c-' || n", job_id: job, novel_id: novel, chunk_index: "n" } },
  { table: "episodes", copies: 12_000, other: { id: "'e-' || n", job_id: job, novel_id: novel, episode_number: "n" } },
  { table: "job_step_history", copies: 12_000, other: { id: "'h-' || n", job_id: job, task_id: "'t-' || n" } },
  { table: "job_notifications", copies: 8_000, other: { id: "'m-' || n", job_id: job, user_id: person } },
  { table: "search_terms", copies: 20_000, other: { user_id: person, thing_id: "'n1-' || n", term: "'w' || n % 900" } },
  {
    table: "shares",
    copies: 6_000,
    other: { id: "'s-' || n", job_id: job, user_id: person, token_hash: "md5('' || n) || md5('-' || n)" },
  },
  {
    table: "reading_progress",
    copies: 3_000,
    other: { id: "'r-' || n", user_id: person, novel_id: "'n1-' || n", job_id: "null" },
  },
  { table: "chapters", copies: 9_000, other: { id: "'ch-' || n", novel_id: novel, chapter_number: "n" } },
  {
    table: "scenes",
    copies: 9_000,
    other: { id: "'sc-' || n", novel_id: novel, chapter_number: "n", chapter_id: "null", place_id: "null" },
  },
  {
    table: "quotes",
    copies: 9_000,
    other: { id: "'q-' || n", novel_id: novel, start_offset: "n", end_offset: "n + 5" },
  },
];

/** The tables that `grown` lets grow. */
export const grownTables: ReadonlySet<string> = new Set(multiplied.map(({ table }) => table));

/** Multiplies what stands in the tables that grow most, in a database of PostgreSQL, and lets the planner count it. */
export async function grown(db: Database): Promise<void> {
  for (const { table, copies, other } of multiplied) {
    const { rows } = await sql<{ name: string }>`select column_name::text as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
      db.kysely,
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => (name in other ? other[name] : `one.${name}`));
    // Of the rows that the calls left, one is enough.
    const text = `insert into ${table} (${names.join(", ")}) select ${values.join(", ")}
      from (select * from ${table} limit 1) as one, generate_series(1, ${copies}) as n on conflict do nothing`;
    await db.atomic([statement(text)]);
    const count = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db.kysely);
    if ((count.rows[0]?.n ?? 0) < copies)
      throw new Error(`Of ${table} there are ${count.rows[0]?.n} rows, not ${copies}.`);
  }
  await db.atomic([statement("analyze")]);
}
