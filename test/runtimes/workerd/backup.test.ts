import { env } from "cloudflare:test";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { openR2Blobs } from "../../../src/backends/blobs/r2.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { loadSql } from "../../../src/backends/sql/load-sql.ts";
import { migrateDatabase } from "../../../src/backends/sql/migrate.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import type { DevBindings } from "../../../src/entry/worker-dev-routes.ts";
import worker from "../../../src/entry/worker-dev.ts";
import productionWorker from "../../../src/entry/worker.ts";
import { nightlyWorkerBackup } from "../../../src/entry/worker-backup.ts";
import { statement } from "../../../src/backends/sql/statement.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { gunzipped } from "../../../src/ops/backup-gzip.ts";
import type { Services } from "../../../src/services.ts";
import { addPerson, countedIds, jobDesk, planOf, step, task } from "../../job-fixture.ts";
import { emptied } from "./d1-tables.ts";

interface Answer {
  status: number;
  [name: string]: unknown;
}

const runner = { owner: "the test", tool: "fabula 0", now: Date.now, sleep: async () => undefined, patience: 0 };

// Some hundred queries each way, beside those who write.
it(
  "the rows of D1 are kept in R2 each night, and read into another database while others write",
  { timeout: 90_000 },
  async () => {
    const [db, copy] = [openD1(await emptied(env.DB)), openD1(await emptied(env.EMPTY_DB))];
    const blobs = openR2Blobs(env.FILES);
    const migrations = await readMigrations(migrationFiles);
    await migrateDatabase(db, migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
    await addPerson(db);
    const desk = jobDesk(db, planOf(step("page")), countedIds());
    const first = await desk.create(
      Array.from({ length: 200 }, (_, i) => task("page", `p${i}`, { input: { note: "it's; 🐇 ".repeat(50) } })),
    );
    const clock = { now: Date.UTC(2026, 0, 10, 3) };
    const services: Services = {
      db,
      blobs,
      now: () => clock.now,
      newId: () => crypto.randomUUID(),
      close: async () => undefined,
    };
    let [isOver, late] = [false, 0];
    // Each job has its own person: rows come into tables that were read, and refer to rows that were not there then.
    const writing = (async () => {
      while (!isOver) {
        late += 1;
        await addPerson(db, `late${late}`);
        await desk.create([task("page", `late${late}`)], {}, `late${late}`);
      }
    })();
    const made = await nightlyWorkerBackup(services);
    isOver = true;
    await writing;
    expect(made?.key).toBe("backups/fabula-2026-01-10T03-00-00-000Z.sql.gz");
    expect(await nightlyWorkerBackup(services)).toBeNull();

    const blob = await blobs.get(made?.key ?? "");
    if (!blob) throw new Error("It was just made.");
    expect(await loadSql(copy, gunzipped(blob.content))).toBe(made?.statements);
    const { rows: broken } =
      await sql`select jobs.id from jobs left join users on users.id = jobs.user_id where users.id is null
    union all select tasks.id from tasks left join jobs on jobs.id = tasks.job_id where jobs.id is null`.execute(
        copy.kysely,
      );
    expect(broken).toEqual([]);
    const tasksOf = async (from: typeof db) =>
      (await sql`select * from tasks where job_id = ${first} order by id`.execute(from.kysely)).rows;
    expect(await tasksOf(copy)).toEqual(await tasksOf(db));
    const history = async (from: typeof db) => (await sql`select * from schema_migrations`.execute(from.kysely)).rows;
    expect(await history(copy)).toEqual(await history(db));

    for (let day = 11; day < 26; day++)
      await blobs.put(`backups/fabula-2026-01-${day}T02-00-00-000Z.sql.gz`, new Uint8Array(9));
    clock.now += 16 * 24 * 3_600_000;
    expect((await nightlyWorkerBackup(services))?.removed).toHaveLength(3);
    const { blobs: kept } = await blobs.list("backups/");
    expect(kept).toHaveLength(14);
    expect(kept.at(-1)?.key).toBe("backups/fabula-2026-01-26T03-00-00-000Z.sql.gz");
    for (const { key } of kept) await blobs.delete(key);
    await Promise.all([emptied(env.DB), emptied(env.EMPTY_DB)]);
  },
);

it("POST /dev/backup makes one at once, /dev/restore reads it back by steps, and production has neither", async () => {
  const [db, copy] = [openD1(await emptied(env.DB)), openD1(await emptied(env.EMPTY_DB))];
  const migrations = await readMigrations(migrationFiles);
  await migrateDatabase(db, migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
  await addPerson(db);
  await db.atomic([
    statement("create table many (id integer not null primary key, text text not null)"),
    statement(
      `insert into many with recursive c (n) as (select 1 union all select n + 1 from c where n < 700) select n, hex(zeroblob(25000)) from c`,
    ),
  ]);
  const bindings: DevBindings = {
    ...env,
    TASKS: { sendBatch: async () => undefined },
    ENVIRONMENT: "development",
    VERSION: { id: "v1" },
  };
  const context = { waitUntil: (work: Promise<unknown>) => void work };
  const ask = async (path: string, body: unknown, entry = worker, DB = env.DB): Promise<Answer> => {
    const request = new Request(`http://localhost:8787${path}`, { method: "POST", body: JSON.stringify(body) });
    const response = await entry.fetch(request, { ...bindings, DB }, context);
    // Every answer is an object.
    return { status: response.status, ...((await response.json()) as Readonly<Record<string, unknown>>) };
  };
  const made = await ask("/dev/backup", {});
  expect(made).toMatchObject({ status: 200, key: expect.stringMatching(/^backups\/fabula-.+\.sql\.gz$/) });
  const restore = { backup: "last", confirm: "DB" };
  expect(await ask("/dev/restore", { backup: "last" }, worker, env.EMPTY_DB)).toMatchObject({ status: 400 });
  expect(await ask("/dev/restore", restore)).toMatchObject({
    status: 409,
    error: expect.stringContaining("it has the"),
  });
  expect(await ask("/dev/restore", { ...restore, backup: "none" })).toMatchObject({ status: 409 });
  const steps: Answer[] = [];
  for (let ended: unknown = false; ended !== true; ended = steps.at(-1)?.["ended"])
    steps.push(await ask("/dev/restore", restore, worker, env.EMPTY_DB));
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.at(-1)).toMatchObject({ status: 200, done: made["statements"] });
  const sums = async (of: typeof db) =>
    (await sql`select count(*) as n, sum(id) as ids, sum(length(text)) as units from many`.execute(of.kysely)).rows;
  expect(await sums(copy)).toEqual(await sums(db));
  expect((await copy.catalog.objects()).map(({ name }) => name).toSorted()).toEqual(
    (await db.catalog.objects()).map(({ name }) => name).toSorted(),
  );
  for (const path of ["/dev/backup", "/dev/restore"])
    expect(await ask(path, restore, productionWorker)).toMatchObject({ status: 404 });
  await openR2Blobs(env.FILES).delete(String(made["key"]));
  await Promise.all([emptied(env.DB), emptied(env.EMPTY_DB)]);
}, 90_000);
