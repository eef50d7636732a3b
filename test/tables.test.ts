import type { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { wayToOwner } from "../scripts/schema-document.ts";
import { emptyDatabase, migrationFiles, readAreas } from "../scripts/schema-tables.ts";
import { fillTables, insertRow } from "./table-rows.ts";

const all = readAreas().flatMap((area) => area.tables);
const tables = all.filter(({ kind }) => kind === "table");
/** The tables whose rows belong to nobody, or say of a person only what outlives the account. */
const ofNobody =
  "verification_tokens coin_codes price_list schema_migrations locks guard health_checks deployments backups cache audit_log mails instance_settings".split(
    " ",
  );
const ofPeople = tables.filter(({ name }) => !ofNobody.includes(name));

/** All that a person can have, for two people. */
function lively(limits: Parameters<typeof emptyDatabase>[0] = {}): {
  database: DatabaseSync;
  rows: ReturnType<typeof fillTables>;
} {
  const database = emptyDatabase(limits);
  const rows = fillTables(
    database,
    tables.filter(({ name }) => name !== "guard"),
    "ann",
  );
  fillTables(database, ofPeople, "bob");
  return { database, rows };
}

/** Of D1, by its documentation and by trying with workerd; lower than what SQLite has by itself. */
const d1Limits = {
  length: 2_000_000,
  sqlLength: 100_000,
  column: 100,
  exprDepth: 100,
  compoundSelect: 5,
  vdbeOp: 25_000,
  functionArg: 32,
  attach: 0,
  likePatternLength: 50,
  variableNumber: 100,
  triggerDepth: 10,
};

const count = (database: DatabaseSync, table: string): number =>
  Number(database.prepare(`select count(*) as n from ${table}`).get()?.["n"]);

/** For what is refused, and for plans: nobody changes it. */
const unchanged = lively();

describe("the tables", () => {
  it("every foreign key is the beginning of an index of all rows, so that deleting a parent looks through no table", () => {
    const bare = tables.flatMap(({ name, columns, indexes }) =>
      columns
        .filter(
          ({ refersTo, name: column }) =>
            refersTo && !indexes.some((index) => !index.partial && index.columns[0] === column),
        )
        .map((column) => `${name}.${column.name}`),
    );
    expect(bare).toEqual([]);
  });

  it("every table belongs to people by a column or a cascade, but for a list of those that are nobody's", () => {
    expect(tables.filter((table) => wayToOwner(table, tables) === null).map(({ name }) => name)).toEqual([
      "users",
      ...ofNobody,
    ]);
  });

  it("deleting a user deletes everything of theirs and nothing of another's", () => {
    const { database } = lively();
    const before = new Map(ofPeople.map(({ name }) => [name, count(database, name)]));
    expect([...before].filter(([, rows]) => rows < 2)).toEqual([]);
    database.prepare("delete from users where id = ?").run("ann users");
    expect(
      ofPeople.filter(({ name }) => count(database, name) * 2 !== before.get(name)).map(({ name }) => name),
    ).toEqual([]);
    const left = ofPeople.flatMap(({ name, columns }) =>
      columns
        .filter(({ type }) => type === "TEXT")
        .flatMap((column) => {
          const row = database.prepare(`select count(*) as n from ${name} where ${column.name} like 'ann%'`).get();
          return row?.["n"] === 0 ? [] : [`${name}.${column.name}`];
        }),
    );
    expect(left).toEqual([]);
  });

  it("deleting a novel or a job leaves the rows of its files, so that the blobs can be swept", () => {
    const { database } = lively();
    database.exec("delete from novels where id = 'ann novels'");
    expect(count(database, "storage_files")).toBe(2);
    expect(database.prepare("select novel_id, job_id from storage_files where user_id = 'ann users'").get()).toEqual({
      novel_id: null,
      job_id: null,
    });
  });

  it("a key of a file can be changed, and pictures and tracks follow", () => {
    const { database } = lively();
    database.exec("update storage_files set key = 'elsewhere' where key = 'ann'");
    expect(database.prepare("select storage_key as key from images where user_id = 'ann users'").get()).toEqual({
      key: "elsewhere",
    });
    expect(database.prepare("select blob_key as key from reference_tracks where user_id = 'ann users'").get()).toEqual({
      key: "elsewhere",
    });
  });

  it("every column with a list of values refuses another one", () => {
    const { database } = unchanged;
    const listed = tables.flatMap(({ name, columns }) =>
      columns.filter(({ values }) => values).map((column) => ({ name, column })),
    );
    expect(listed.map(({ name, column }) => `${name}.${column.name}`)).toEqual(expect.arrayContaining(closed));
    const lax = listed.filter(
      ({ name, column }) =>
        !refuses(
          () =>
            database.prepare(`update ${name} set ${column.name} = ?`).run(column.type === "TEXT" ? "no such value" : 7),
          /CHECK/,
        ),
    );
    expect(lax.map(({ name, column }) => `${name}.${column.name}`)).toEqual([]);
  });

  it.each([
    ["users", "coins = -1"],
    ["users", "storage_quota = -1"],
    ["users", `email = '${"x".repeat(256)}'`],
    ["jobs", "progress_percent = 101"],
    ["jobs", "pages_done = -1"],
    ["storage_files", "size = -1"],
    ["storage_files", "sha256 = 'short'"],
    ["quotes", "confidence = 1.5"],
    ["quotes", "end_offset = start_offset"],
    ["images", "status = 'PENDING'"],
    ["coin_ledger", "amount = -5"],
    ["coin_ledger", "balance_after = -1"],
    ["user_settings", "day_start_hour = 24"],
    ["character_relations", "other_character_id = character_id"],
    ["lane_templates", "bpm = 301"],
  ])("%s refuses %s", (table, change) => {
    const { database } = unchanged;
    expect(() => database.exec(`update ${table} set ${change}`)).toThrow(/CHECK/);
  });

  it("what is unique is refused a second time under another id", () => {
    const { database, rows } = unchanged;
    const keyed = tables.filter(
      ({ columns, uniqueKeys }) => uniqueKeys.length > 0 && columns.some(({ name }) => name === "id"),
    );
    const lax = keyed.filter(
      ({ name }) => !refuses(() => insertRow(database, name, { ...rows.get(name), id: "another" }), /UNIQUE/),
    );
    expect(lax.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ["users", "email"],
    ["accounts", "provider, provider_account_id"],
    ["sessions", "token"],
    ["authenticators", "credential_id"],
    ["storage_files", "key"],
    ["storage_files", "job_id, artifact, unit"],
    ["tasks", "job_id, step, unit_key"],
    ["job_notifications", "job_id, status, attempt"],
    ["chunks", "job_id, chunk_index"],
    ["episodes", "job_id, episode_number"],
    ["pages", "job_id, page_number"],
    ["panels", "page_id, panel_number"],
    ["shares", "token_hash"],
    ["scenes", "novel_id, chapter_number, scene_number"],
    ["quotes", "novel_id, start_offset, end_offset"],
    ["character_embeddings", "character_id"],
    ["setting_embeddings", "setting_id"],
    ["storyboards", "vivid_page_id, anchor_start, anchor_end"],
    ["storyboard_history", "storyboard_id, version_number"],
    ["coin_ledger", "user_id, idempotency_key"],
    ["coin_ledger", "hold_id"],
    ["log_events", "user_id, sequence"],
    ["log_events", "user_id, idempotency_key"],
    ["quests", "rule_id, occurs_on"],
    ["focus_sessions", "user_id"],
    ["skill_trees", "user_id"],
  ])("%s are unique by %s", (table, key) => {
    expect(all.find(({ name }) => name === table)?.uniqueKeys.map(({ columns }) => columns.join(", "))).toContain(key);
  });

  it("an artifact of a job is unique among the files that are not deleted", () => {
    const { database, rows } = lively();
    const again = { ...rows.get("storage_files"), id: "another", key: "another", deleted_at: null };
    const third = { ...again, id: "a third", key: "a third" };
    database.exec("update storage_files set deleted_at = '2026-01-01T00:00:00.000Z'");
    insertRow(database, "storage_files", again);
    expect(refuses(() => insertRow(database, "storage_files", third), /UNIQUE/)).toBe(true);
  });

  it.each([
    "novels",
    "jobs",
    "images",
    "storage_files",
    "outputs",
    "vivid_pages",
    "token_usage",
    "quests",
    "reference_tracks",
  ])("a page of %s of a person is read by an index, in order", (table) => {
    const plan = planOf(
      `select * from ${table} where user_id = 'u' and (created_at, id) < ('t', 'i') order by created_at desc, id desc limit 100`,
    );
    expect(plan).toMatch(/^SEARCH \w+ USING INDEX/);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it("ready tasks are claimed by an index, in order", () => {
    const plan = planOf(
      "select id from tasks where status = 'ready' and provider is null and run_after <= 't' order by priority, run_after, job_id, id limit 20",
    );
    expect(plan).toMatch(/^SEARCH tasks USING (?:COVERING )?INDEX tasks_ready \(provider=\?\)$/);
  });
});

/** Columns by whose names one expects a list of values, but for those that people or providers fill. */
const closed = tables.flatMap(({ name, columns }) =>
  columns
    .filter((column) =>
      /^(?:status|kind|type|mode|purpose|direction|scope|operation|gender|category|environment|enabled|is_\w+|\w+_(?:type|status))$/.test(
        column.name,
      ),
    )
    .map((column) => `${name}.${column.name}`)
    .filter(
      (column) =>
        !/^accounts\.(?:scope|token_type)$|\.(?:event|streak|mime|scale)_type$|^(?:audit_log|infobase)/.test(column),
    ),
);

describe("the migrations", () => {
  it("taken back in the opposite order they leave nothing but the tables of their runner, whatever is in the tables, and can be applied again", () => {
    const { database } = lively();
    const whole = objects(database);
    for (const { down } of migrationFiles().toReversed()) database.exec(down);
    expect(
      objects(database)
        .map(({ name }) => name)
        .filter((name) => !String(name).startsWith("sqlite_")),
    ).toEqual(["guard", "locks", "schema_migrations"]);
    for (const { up } of migrationFiles()) database.exec(up);
    expect(objects(database)).toEqual(whole);
  });

  it("keep within 100 columns and 50 indexes a table, and say of each table which seed it is from", () => {
    expect(tables.filter(({ columns, indexes }) => columns.length > 100 || indexes.length > 50)).toEqual([]);
    expect(
      all.filter(({ text }) => !/(?:Seeds? \d{3}[^.]*|Added by the design)\.$/.test(text)).map(({ name }) => name),
    ).toEqual([]);
  });

  it("are within the limits of D1, and so are the views and the deletion of an account", () => {
    const { database } = lively(d1Limits);
    for (const { name } of all) database.prepare(`select * from ${name}`).all();
    database.exec("delete from users where id = 'ann users'");
    expect(count(database, "panels")).toBe(1);
  });

  it("have no word that one of the engines does not know", () => {
    const strange = migrationFiles().filter(({ up, down }) =>
      /\b(?:autoincrement|without rowid|strict|pragma|datetime|jsonb?|glob|boolean|serial|varchar)\b(?=[^'\n]*$|[ (])/im.test(
        withoutComments(up + down),
      ),
    );
    expect(strange.map(({ file }) => file)).toEqual([]);
  });

  it("have a file for PostgreSQL where bytes are stored or text is in their order, the same but for how that is said", () => {
    for (const { file, up, postgres } of migrationFiles()) {
      const own = /\bBLOB\b/.test(withoutComments(up)) || postgres?.includes(' COLLATE "C"');
      expect([file, postgres === null]).toEqual([file, !own]);
      if (postgres !== null)
        expect(withoutComments(postgres).replaceAll(' COLLATE "C"', "")).toBe(
          withoutComments(up).replaceAll(" BLOB ", " BYTEA "),
        );
    }
  });
});

function refuses(change: () => void, why: RegExp): boolean {
  try {
    change();
    return false;
  } catch (error) {
    return error instanceof Error && why.test(error.message);
  }
}

function planOf(query: string): string {
  const plan = unchanged.database.prepare(`explain query plan ${query}`).all();
  return plan.map(({ detail }) => String(detail)).join("\n");
}

function objects(database: DatabaseSync): { name: unknown }[] {
  return database
    .prepare("select type, name, sql from sqlite_master order by name")
    .all()
    .map(({ type, name, sql }) => ({ type, name, sql }));
}

function withoutComments(sql: string): string {
  return sql.replaceAll(/ *--.*$/gm, "").trim();
}
