import { globSync, readFileSync } from "node:fs";
import { type CompiledQuery, sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import { testDatabase } from "./database.ts";
import { makeTables } from "./engine-schema.ts";
import { pglitePlace } from "./engines/pglite.ts";
import { planOf } from "./query-plan.ts";
import { queryCalls } from "./query-plan-calls.ts";
import { recording } from "./query-plan-recorder.ts";
import { grown, grownTables } from "./query-plan-rows.ts";

interface Opened {
  db: Database;
  /** Lets tables grow, and the planner count their rows; whether it does. */
  grow(): Promise<boolean>;
  close(): Promise<void>;
}

/** SQLite takes tables for large where nothing was said of them. */
async function sqlite(): Promise<Opened> {
  const db = await testDatabase();
  return { db, grow: async () => false, close: () => db.close() };
}

async function postgres(): Promise<Opened> {
  const place = await pglitePlace();
  const db = await place.connect();
  await makeTables(db, "postgres");
  return { db, grow: () => grown(db).then(() => true), close: () => db.close().then(place.remove) };
}

/** What may be read from its beginning, and why that stays small. */
const read: Readonly<Record<string, string>> = {
  "tasks by tasks_ready": "only tasks that are ready, in the order in which they are claimed, until there are enough",
  "tasks by tasks_by_lease": "only tasks that run",
  "tasks by tasks_by_provider": "only tasks that run",
  "users by users_ending": "only accounts that are about to end",
  "jobs by jobs_failed": "only jobs that have failed",
  "tasks by tasks_failed": "only tasks that have failed",
  "health_checks by health_checks_by_time": "the last hundred looks",
  "job_notifications by job_notifications_to_send": "only what is not told yet",
  "storage_files by storage_files_to_sweep": "only files that were deleted and are still to be swept",
  "users by users_admins": "only who is ADMIN",
  "storage_files by storage_files_printed": "the last fifty pictures of pages",
};

/** What may read tables that grow from end to end, by the function that asks. */
const whole: Readonly<Record<string, { tables: readonly string[]; why: string }>> = {
  "accounts/mailsOfOtherKeys": {
    tables: ["mails"],
    why: "once at a start; mail that was not sent is kept for 30 days",
  },
  "jobs/workGauges": { tables: ["jobs"], why: "all jobs are counted, for who watches over the studio" },
  "accounts/rowsOfPerson": {
    tables: ["job_step_history", "chunks", "episodes"],
    why: "a person takes all of theirs away, page by page",
  },
  "accounts/planDeletion": { tables: ["users"], why: "whether anybody else is there: the first other row is enough" },
  "accounts/shutAccount": { tables: ["users"], why: "the same, once in the life of an account" },
  "accounts/eraseRows": {
    tables: ["verification_tokens", "mails"],
    why: "once in the life of an account, rows of a few hours",
  },
  "admin/storageUse": { tables: ["storage_files", "users"], why: "all files are counted, for who runs the studio" },
  "admin/healthRecord": {
    tables: ["backups", "deployments", "schema_migrations"],
    why: "as many rows as there were backups, releases and migrations",
  },
  retention: { tables: ["jobs", "tasks", "storage_files"], why: "once a day, and what it looks for may be anywhere" },
};

/** Names that a query gives to what is in it. */
function derivedIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/\)\s+as\s+"?(\w+)"?|\bwith\s+"?(\w+)"?\s+as/g), ([, a, b]) => a ?? b ?? ""));
}

/**
 * What a query reads from end to end. Where rows were counted (PostgreSQL), the planner's own choice tells it of tables that have many, and of the
 * others, whether an index could help if there were more.
 */
async function slowIn(db: Database, name: string, query: CompiledQuery, counted: boolean): Promise<string[]> {
  const compilable = { compile: () => query };
  const { scanned, walked } = await planOf(db, compilable, !counted);
  const small = counted ? (await planOf(db, compilable, true)).scanned.filter((table) => !grownTables.has(table)) : [];
  const isLarge = (what: string): boolean => !counted || grownTables.has(what.split(" ")[0] ?? "");
  const may = (what: string): boolean => whole[name]?.tables.includes(what.split(" ")[0] ?? "") === true;
  const derived = derivedIn(query.sql);
  const slow = [...scanned.filter(isLarge), ...small].filter((table) => !derived.has(table) && !may(table));
  const slowWalks = walked.filter((what) => isLarge(what) && !(what in read) && !may(what));
  const text = query.sql.replaceAll(/\s+/g, " ").slice(0, 160);
  return [...slow, ...slowWalks].map((what) => `${name} reads all of ${what}: ${text}`);
}

describe.each([
  ["SQLite", sqlite],
  ["PostgreSQL", postgres],
])("on %s", (_, open) => {
  it(
    "every hot query finds its rows by an index, and reads no table that grows from end to end",
    { timeout: 180_000 },
    async () => {
      const { db, grow, close } = await open();
      const recorder = recording(db);
      const asked: [string, CompiledQuery][] = [];
      for (const [name, ask] of await queryCalls(recorder.db)) {
        recorder.taken();
        await ask();
        const taken = recorder.taken();
        expect(taken, `${name} asks nothing`).not.toEqual([]);
        asked.push(...taken.map((query): [string, CompiledQuery] => [name, query]));
      }
      const counted = await grow();
      const slow: string[] = [];
      for (const [name, query] of asked) slow.push(...(await slowIn(db, name, query, counted)));
      expect(slow).toEqual([]);
      expect(asked.length).toBeGreaterThan(150);
      await close();
    },
  );

  it("a query that no index serves is found out", async () => {
    const { db, close } = await open();
    const recorder = recording(db);
    await recorder.db.kysely.selectFrom("jobs").select("id").where("job_name", "=", "x").execute();
    await sql`select count(*) from tasks where error_code = ${"x"}`.execute(recorder.db.kysely);
    const found = await Promise.all(recorder.taken().map((query) => slowIn(db, "a test", query, false)));
    expect(found.flat()).toMatchObject([
      expect.stringMatching(/^a test reads all of jobs/),
      expect.stringMatching(/^a test reads all of tasks/),
    ]);
    await close();
  });
});

/** Functions that ask nothing by themselves: others run what they give, and are looked at with it. */
const parts = new Set([
  "accounts/rolesOf",
  "admin/auditRow",
  "admin/withQuery",
  "admin/adminTurn",
  "admin/mayGo",
  "admin/isJust",
  "comics/episodeRowId",
  "files/fileOf",
  "jobs/claimedTask",
  "jobs/workerOf",
  "jobs/updateProgress",
  "jobs/jobSummary",
  "jobs/holdJob",
  "jobs/insertTasks",
  "jobs/followPriority",
  "jobs/readyWaitingTasks",
  "jobs/notifyOfEnd",
  "jobs/historyRow",
  "library/foundNovel",
  "library/novelTerms",
  "library/tagsOf",
  "library/storyRowId",
]);

/** Functions whose plans are not looked at, and why. */
const cold: Readonly<Record<string, string>> = {
  "accounts/ownedTables": "it asks the database for its tables, and for none of their rows",
};

describe("the functions of the folders of queries", () => {
  it("are each looked at, or said to be cold", async () => {
    const db = await testDatabase();
    const hot = new Set((await queryCalls(db)).map(([name]) => name));
    await db.close();
    const all = globSync("src/features/*/queries/*.ts")
      .filter((file) => !file.endsWith(".test.ts"))
      .flatMap((file) => {
        const feature = file.split("/")[2] ?? "";
        const names = readFileSync(file, "utf8").matchAll(/^export (?:async )?function (\w+)/gm);
        return Array.from(names, ([, name]) => `${feature}/${name}`);
      });
    expect(all.filter((name) => !hot.has(name) && !parts.has(name) && !(name in cold))).toEqual([]);
    expect([...parts, ...Object.keys(cold)].filter((name) => !all.includes(name))).toEqual([]);
  });
});
