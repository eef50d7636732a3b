import type { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { emptyDatabase, readAreas } from "../scripts/schema-tables.ts";
import { fillTables, insertRow, type TableRow } from "./table-rows.ts";

const tables = readAreas()
  .flatMap((area) => area.tables)
  .filter(({ kind, name }) => kind === "table" && name !== "guard");
const job = "ann jobs";

/** A job with two chunks, two episodes and three pages, of which the last of each is not done. */
function underWay(): DatabaseSync {
  const database = emptyDatabase();
  const task = fillTables(database, tables, "ann").get("tasks");
  database.exec(
    "delete from tasks; update jobs set chunks_total = 2, episodes_total = 2, pages_total = 3, completed_at = 'end'",
  );
  database.exec("update jobs set chunks_done = 1, episodes_done = 1, pages_done = 2");
  database.exec(
    "update pages set panel_count = 4; update storage_files set artifact = 'analysis', unit = 'k1', deleted_at = null",
  );
  const add = (step: string, unit: string, change: TableRow): void =>
    insertRow(database, "tasks", { ...task, id: unit, step, unit_key: unit, error_message: null, ...change });
  const done: TableRow = { status: "done", attempts: 1, finished_at: "then" };
  const failing: TableRow = { status: "ready", attempts: 3, finished_at: null, error_message: "no answer" };
  for (const [step, units] of [
    ["analysis", ["k1", "k2"]],
    ["layout", ["e1", "e2"]],
    ["render", ["page-0000", "page-0001", "page-0002"]],
  ] as const)
    for (const unit of units) add(step, unit, unit === units.at(-1) ? failing : done);
  add("chunks", "book", done);
  return database;
}

const rows = (database: DatabaseSync, sql: string): object[] =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));

describe("the status views of seed 000", () => {
  it("chunk_analysis_status tells of each chunk whether it is analysed, where, and how often it was tried", () => {
    const columns = "chunk_index, is_analyzed, analysis_path, analyzed_at, retry_count, last_error";
    expect(
      rows(underWay(), `select ${columns} from chunk_analysis_status where job_id = '${job}' order by chunk_index`),
    ).toEqual([
      { chunk_index: 0, is_analyzed: 1, analysis_path: "ann", analyzed_at: "then", retry_count: 0, last_error: null },
      {
        chunk_index: 1,
        is_analyzed: 0,
        analysis_path: null,
        analyzed_at: null,
        retry_count: 2,
        last_error: "no answer",
      },
    ]);
  });

  it("layout_status counts the pages and panels of each episode", () => {
    const columns = "episode_number, is_generated, total_pages, total_panels, generated_at, retry_count";
    expect(rows(underWay(), `select ${columns} from layout_status order by episode_number`)).toEqual([
      { episode_number: 1, is_generated: 1, total_pages: 1, total_panels: 4, generated_at: "then", retry_count: 0 },
      { episode_number: 2, is_generated: 0, total_pages: 0, total_panels: 0, generated_at: null, retry_count: 2 },
    ]);
  });

  it("render_status tells of each page its picture, its size and its episode", () => {
    const columns = "episode_number, page_number, is_rendered, image_path, thumbnail_path, width, height, file_size";
    expect(rows(underWay(), `select ${columns} from render_status order by page_number`)).toEqual([
      { episode_number: null, page_number: 0, is_rendered: 1, ...noPicture },
      {
        episode_number: 1,
        page_number: 1,
        is_rendered: 1,
        image_path: "ann",
        thumbnail_path: "ann",
        width: 1,
        height: 1,
        file_size: 1,
      },
      { episode_number: null, page_number: 2, is_rendered: 0, ...noPicture },
    ]);
  });

  it("fall back to the counters of the job when its tasks are purged", () => {
    const database = underWay();
    database.exec("delete from tasks");
    const purged = (view: string, columns: string): object[] =>
      rows(database, `select ${columns} from ${view} where user_id = 'ann users' order by 1`);
    expect(purged("chunk_analysis_status", "chunk_index, is_analyzed, analyzed_at")).toEqual([
      { chunk_index: 0, is_analyzed: 1, analyzed_at: "end" },
      { chunk_index: 1, is_analyzed: 0, analyzed_at: null },
    ]);
    expect(purged("layout_status", "episode_number, is_generated, total_pages, total_panels")).toEqual([
      { episode_number: 1, is_generated: 1, total_pages: 1, total_panels: 4 },
      { episode_number: 2, is_generated: 0, total_pages: 0, total_panels: 0 },
    ]);
    expect(purged("render_status", "page_number, episode_number, is_rendered, image_path, file_size")).toEqual([
      { page_number: 0, episode_number: null, is_rendered: 1, image_path: null, file_size: null },
      { page_number: 1, episode_number: 1, is_rendered: 1, image_path: "ann", file_size: 1 },
      { page_number: 2, episode_number: null, is_rendered: 0, image_path: null, file_size: null },
    ]);
  });

  it("give as many rows as units whatever their number, and each with an id of its own", () => {
    const database = underWay();
    database.exec("delete from tasks");
    for (const total of [0, 1, 9, 10, 11, 99, 100, 101, 1_001, 4_321]) {
      database.exec(`update jobs set pages_total = ${total}, pages_done = ${total}`);
      const told = rows(
        database,
        `select count(distinct id) as ids, max(page_number) as last, coalesce(sum(is_rendered), 0) as done from render_status where job_id = '${job}'`,
      );
      expect(told).toEqual([{ ids: total, last: total === 0 ? null : total - 1, done: total }]);
    }
  });

  it("settings has the places of a book once for each of its illustrated editions", () => {
    const database = underWay();
    const [edition] = database.prepare("select * from vivid_pages").all();
    expect(edition).toBeDefined();
    database.exec(
      "insert into vivid_pages (id, user_id, novel_id, style_preset, llm_model, image_model, settings, created_at, updated_at) select 'second', user_id, novel_id, 'noir', 'm', 'm', '{}', 't', 't' from vivid_pages",
    );
    expect(rows(database, "select id, vivid_page_id, user_id, name from settings order by vivid_page_id")).toEqual([
      { id: "ann places", vivid_page_id: "ann vivid_pages", user_id: "ann users", name: "ann" },
      { id: "ann places", vivid_page_id: "second", user_id: "ann users", name: "ann" },
    ]);
  });
});

const noPicture = { image_path: null, thumbnail_path: null, width: null, height: null, file_size: null };
