import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import { databaseAt } from "../src/entry/database.ts";
import { nodeHealthSubject, openStoreThere } from "../src/entry/health.ts";
import { health, healthLimits, type HealthSubject } from "../src/ops/health.ts";
import { healthAnswer, type HealthCheck, type HealthFinding } from "../src/ops/health-answer.ts";
import { queuePatience } from "../src/ops/health-queue.ts";
import { deleteExpired } from "../src/ops/retention-expired.ts";
import { fabula } from "./host.ts";
import { addPerson, jobDesk, planOf, step, task } from "./job-fixture.ts";
import { type KeptStudio, keptStudio } from "./kept-studio.ts";

const minute = 60_000;
const migrations = await databaseAt("file:none", "0.0.0-test").migrations();

let studio: KeptStudio;
let time: number;
let troubles: string[];
beforeEach(async () => {
  studio = await keptStudio();
  time = studio.clock.now;
  troubles = [];
});
afterEach(() => studio.remove());

/** The studio on the disk as an entry shows it to `health`; `changes` are what goes wrong. */
function subject(changes: Partial<HealthSubject> = {}): HealthSubject {
  const { place } = studio;
  const openStore = () => openStoreThere(place.storage);
  return {
    ...nodeHealthSubject(
      { environment: "production" },
      { migrating: place.migrating, path: place.database, openStore, version: "1.2.3" },
      (check, error) => void troubles.push(`${check}: ${String(error)}`),
    ),
    now: () => time,
    ...changes,
  };
}

/** A database each of whose queries takes as long as `pause` says. */
function pausing(db: Database, pause: () => Promise<void>): Database {
  const kysely = db.kysely.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await pause();
      return result;
    },
  });
  return { ...db, kysely };
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const never = () => new Promise<never>(() => undefined);

const records = () =>
  studio.db.kysely.selectFrom("health_checks").selectAll().orderBy("timestamp").orderBy("check_type").execute();

describe("a studio that is well", () => {
  it("answers 200 with the fields of the contract, and the version and environment that it runs with", async () => {
    const { status, body } = await health(subject());
    expect(status).toBe(200);
    const number: unknown = expect.any(Number);
    const details: unknown = expect.any(String);
    const check = { status: "healthy", response_time: number, details };
    expect(body).toStrictEqual({
      status: "healthy",
      timestamp: "2026-01-10T12:00:00.000Z",
      checks: {
        database: check,
        application: { status: "healthy", response_time: number, version: "1.2.3" },
        storage: check,
        queue: check,
      },
      environment: "production",
    });
    for (const { response_time } of Object.values(body.checks)) {
      expect(Number.isInteger(response_time)).toBe(true);
      expect(response_time).toBeLessThan(1_000);
    }
    expect(body.checks.database.details).toBe(`Its schema is at version ${migrations.length}.`);
    const development = await health(subject({ environment: "development" }));
    expect(development.body).toMatchObject({ environment: "development" });
  });
});

describe("the record of health", () => {
  it("is of all four parts, once a minute", async () => {
    await health(subject());
    time += minute - 1;
    await health(subject());
    expect((await records()).map(({ check_type, status }) => `${check_type} ${status}`)).toEqual([
      "application healthy",
      "database healthy",
      "queue healthy",
      "storage healthy",
    ]);
    time += 1;
    await health(subject());
    expect((await records()).map(({ timestamp }) => timestamp.slice(11, 19))).toEqual([
      ...Array<string>(4).fill("12:00:00"),
      ...Array<string>(4).fill("12:01:00"),
    ]);
  });

  it("is written once by ten calls at once, each with a connection of its own", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => health(subject())));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    expect(await records()).toHaveLength(4);
  });

  it("is written on by a clock that was ahead and was put back", async () => {
    const times = async () => [...new Set((await records()).map(({ timestamp }) => timestamp.slice(11, 19)))];
    time += 400 * minute;
    await health(subject());
    expect(await times()).toEqual(["18:40:00"]);
    time -= 400 * minute;
    await health(subject());
    await health(subject());
    expect(await times()).toEqual(["12:00:00"]);
    time += minute;
    await health(subject());
    time -= minute * 10;
    await health(subject());
    expect(await times()).toEqual(["11:51:00", "12:01:00"]);
  });

  it("is kept for seven days", async () => {
    const day = 24 * 60 * minute;
    await health(subject());
    expect(await deleteExpired(studio.db, time + 7 * day - 1)).toMatchObject({ health_checks: 0 });
    expect(await deleteExpired(studio.db, time + 7 * day)).toMatchObject({ health_checks: 4 });
    time += 7 * day;
    await health(subject());
    expect(await records()).toHaveLength(4);
  });

  it("of a part in a poor way says so, with the time that it took", async () => {
    rmSync(studio.place.storage, { recursive: true });
    await health(
      subject({ openDatabase: async () => pausing(await studio.place.migrating.place.open(), () => sleep(5)) }),
    );
    const rows = await records();
    expect(rows.find(({ check_type }) => check_type === "storage")).toMatchObject({ status: "unhealthy" });
    expect(rows.find(({ check_type }) => check_type === "database")?.response_time).toBeGreaterThanOrEqual(5);
  });
});

describe("a database that fails", () => {
  const unhealthy = (details: string) => ({
    status: 503,
    body: {
      status: "unhealthy",
      error: `database: ${details}`,
      checks: { database: { status: "unhealthy", details } },
    },
  });

  it("is unhealthy where its file is gone, also while somebody has it open", async () => {
    expect((await health(subject())).status).toBe(200);
    for (const ending of ["", "-wal", "-shm"]) rmSync(`${studio.place.database}${ending}`, { force: true });
    expect((await studio.db.kysely.selectFrom("users").select("id").execute()).length).toBe(1);
    const answer = await health(subject());
    expect(answer).toMatchObject(unhealthy("There is no database."));
    expect(Object.keys(answer.body).toSorted()).toEqual(["checks", "error", "status", "timestamp"]);
    expect(answer.body.checks.application.status).toBe("healthy");
  });

  it("is unhealthy where another program keeps it for itself, and says so in time", async () => {
    await studio.close();
    const other = new DatabaseSync(studio.place.database);
    other.exec("pragma locking_mode = exclusive; begin exclusive");
    const start = performance.now();
    expect(await health(subject())).toMatchObject(unhealthy("It is in use by another program."));
    expect(performance.now() - start).toBeLessThan(5_000);
    other.close();
    expect((await health(subject())).status).toBe(200);
    expect(troubles.join()).toContain("SqlError");
  });

  it("is unhealthy where it is none, and tells neither its path nor what the engine says", async () => {
    await studio.close();
    for (const ending of ["-wal", "-shm"]) rmSync(`${studio.place.database}${ending}`, { force: true });
    writeFileSync(studio.place.database, "This is no database. ".repeat(500));
    const answer = await health(subject());
    expect(answer).toMatchObject(unhealthy("It is damaged."));
    expect(JSON.stringify(answer)).not.toContain(studio.folder);
  });

  it("is unhealthy where it does not answer, within the limit, and the look ends when it does", async () => {
    expect(healthLimits.check + healthLimits.record).toBeLessThan(5_000);
    const { promise, resolve } = Promise.withResolvers<void>();
    let closed = 0;
    const openDatabase = async () => {
      const db = pausing(await studio.place.migrating.place.open(), () => promise);
      return { ...db, close: () => db.close().then(() => void (closed += 1)) };
    };
    const start = performance.now();
    const answer = await health(subject({ openDatabase }), { check: 200, record: 100 });
    expect(answer).toMatchObject(unhealthy("There was no answer within 200 ms."));
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(troubles.join()).toContain("health-timeout");
    expect(closed).toBe(0);
    resolve();
    await expect.poll(() => closed).toBe(2);
  });

  it("hides an address and a password that an engine writes into its messages", async () => {
    const openDatabase = () => Promise.reject(new Error("connect postgres://me:hunter2@10.0.0.7:5432"));
    const answer = await health(subject({ openDatabase }));
    expect(answer).toMatchObject(unhealthy("It failed; the log says how."));
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|10\.0/);
    expect(troubles[0]).toContain("hunter2");
  });
});

describe("an application that fails", () => {
  it("is unhealthy where the program cannot read its own migrations; the database is not blamed", async () => {
    const answer = await health(subject({ migrations: () => Promise.reject(new TypeError("no module")) }));
    expect(answer).toMatchObject({
      status: 503,
      body: {
        error: "application: It failed; the log says how.",
        checks: { database: { status: "healthy" }, application: { status: "unhealthy", version: "1.2.3" } },
      },
    });
    expect(troubles).toEqual(["application: TypeError: no module"]);
  });
});

describe("a studio that is degraded", () => {
  const degraded = (checks: Partial<Record<HealthCheck, object>>) => ({
    status: 200,
    body: { status: "degraded", checks },
  });

  it("has a database that takes over a second to answer", async () => {
    const openDatabase = async () => pausing(await studio.place.migrating.place.open(), () => sleep(1_050));
    const answer = await health(subject({ openDatabase }), { check: 6_000, record: 3_000 });
    expect(answer).toMatchObject(degraded({ database: { status: "healthy" } }));
    expect(answer.body.checks.database.details).toMatch(/^It answers slowly\. /);
    expect(answer.body.checks.database.response_time).toBeGreaterThan(1_000);
  });

  it("has migrations that are pending", async () => {
    const next = { version: migrations.length + 1, name: "9999_next", checksum: "c", up: [], down: [] };
    const answer = await health(subject({ migrations: async () => [...migrations, next] }));
    const details = `Its schema is at version ${migrations.length}, and migrations are pending: 1.`;
    expect(answer).toMatchObject(degraded({ database: { status: "healthy", details } }));
    expect((await records()).map(({ check_type, status }) => `${check_type} ${status}`)).toContain("database degraded");
  });

  it("has a database that is still empty", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-empty-"));
    new DatabaseSync(join(folder, "fabula.sqlite")).close();
    const openDatabase = () => databaseAt(`file:${join(folder, "fabula.sqlite")}`, "0").place.open();
    const answer = await health(subject({ openDatabase }));
    expect(answer).toMatchObject(
      degraded({
        database: {
          status: "healthy",
          details: `Its schema is at version 0, and migrations are pending: ${migrations.length}.`,
        },
        queue: { status: "unhealthy", details: "Its tables are not there yet." },
      }),
    );
    expect(troubles).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it("has a schema newer than the program, or another one", async () => {
    const older = await health(subject({ migrations: async () => migrations.slice(0, -1) }));
    expect(older).toMatchObject(degraded({ database: { details: "Its schema is newer than the program." } }));
    await studio.db.kysely.updateTable("schema_migrations").set({ checksum: "x" }).where("version", "=", 1).execute();
    const edited = await health(subject());
    expect(edited).toMatchObject(degraded({ database: { details: "Its schema is not one that the program knows." } }));
  });

  it("has a database that cannot be written to", async () => {
    const openDatabase = () => studio.place.migrating.place.read();
    const answer = await health(subject({ openDatabase }));
    expect(answer).toMatchObject(degraded({ database: { status: "healthy" }, storage: { status: "healthy" } }));
    expect(answer.body.checks.database.details).toMatch(/could not be kept\. It cannot be written to\.$/);
    expect(await records()).toEqual([]);
  });

  it("has a database that another program writes to for too long, and says so in time", async () => {
    const other = new DatabaseSync(studio.place.database);
    other.exec("begin immediate");
    const start = performance.now();
    const answer = await health(subject());
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(answer).toMatchObject(degraded({ database: { status: "healthy" }, queue: { status: "healthy" } }));
    expect(answer.body.checks.database.details).toMatch(/could not be kept\. It is in use by another program\.$/);
    other.exec("rollback");
    other.close();
    expect((await health(subject())).body.status).toBe("healthy");
  });

  it("has a storage that is gone, or hangs", async () => {
    rmSync(studio.place.storage, { recursive: true });
    const gone = await health(subject());
    expect(gone).toMatchObject(degraded({ storage: { status: "unhealthy", details: "It cannot be reached." } }));
    const start = performance.now();
    const hanging = await health(subject({ openStore: async () => ({ list: never }) }), { check: 150, record: 500 });
    expect(hanging).toMatchObject(degraded({ storage: { status: "unhealthy", response_time: expect.any(Number) } }));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("has a queue whose tasks nobody takes, and is well when they are taken or held", async () => {
    const desk = jobDesk(studio.db, planOf(step("read"), step("page")));
    await addPerson(studio.db, "bea");
    const job = await desk.create([task("read")]);
    time = desk.clock.now() + queuePatience - 1;
    expect((await health(subject())).body.status).toBe("healthy");
    time += 1;
    const details = "Tasks are ready, and nobody takes them.";
    expect(await health(subject())).toMatchObject(degraded({ queue: { status: "unhealthy", details } }));
    await sql`update jobs set status = 'paused' where id = ${job}`.execute(studio.db.kysely);
    expect((await health(subject())).body.status).toBe("healthy");
    await sql`update jobs set status = 'pending' where id = ${job}`.execute(studio.db.kysely);
    await desk.create([task("read", "other")]);
    desk.clock.pass(queuePatience);
    await desk.claim(1);
    expect((await health(subject())).body.status).toBe("healthy");
  });

  it("has a queue whose lost tasks nobody sweeps", async () => {
    const desk = jobDesk(studio.db, planOf(step("read")));
    await desk.create([task("read")]);
    await desk.claim(1);
    time = desk.clock.now() + desk.leaseLength + queuePatience;
    expect((await health(subject())).body.status).toBe("healthy");
    time += 1;
    expect(await health(subject())).toMatchObject(
      degraded({ queue: { details: "Tasks of workers that are gone are not taken up again." } }),
    );
  });
});

describe("what follows from findings", () => {
  const well = (check: HealthCheck): HealthFinding => ({ check, grade: "healthy", milliseconds: 1.4, details: "." });
  const all = {
    database: well("database"),
    application: well("application"),
    storage: well("storage"),
    queue: well("queue"),
  };
  const about = { at: 0, version: "1", environment: "development" } as const;

  it("is the worst of the parts, where storage and queue can only degrade the whole", () => {
    const outcome = (check: HealthCheck, grade: HealthFinding["grade"]) => {
      const { status, body } = healthAnswer({ ...all, [check]: { ...all[check], grade } }, about);
      return `${status} ${body.status} ${body.checks[check].status}`;
    };
    for (const check of ["database", "application", "storage", "queue"] as const) {
      const isVital = check === "database" || check === "application";
      expect(outcome(check, "healthy")).toBe("200 healthy healthy");
      expect(outcome(check, "degraded")).toBe("200 degraded healthy");
      expect(outcome(check, "unhealthy")).toBe(isVital ? "503 unhealthy unhealthy" : "200 degraded unhealthy");
    }
  });
});

describe("fabula health", () => {
  it("tells each part, and fails where the studio is unhealthy", async () => {
    const empty = mkdtempSync(join(tmpdir(), "fabula-health-"));
    const none = await fabula(empty, ["health"]);
    expect([none.code, none.stdout.split("\n")[1]]).toMatchObject([1, expect.stringMatching(/^! database: unhealthy/)]);
    expect((await fabula(empty, ["jobs"])).code).toBe(0);
    const told = await fabula(empty, ["health", "--json"]);
    expect(told.code, told.stderr).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({ status: "healthy", environment: "development" });
    rmSync(empty, { recursive: true });
  });

  it("asked by three processes at once is kept once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-health-"));
    expect((await fabula(folder, ["jobs"])).code).toBe(0);
    const program = fileURLToPath(new URL("../src/entry/cli.ts", import.meta.url));
    const env = { ...process.env, FABULA_CWD: folder, ENVIRONMENT: "development", DATABASE_URL: "", DB_PATH: "" };
    const start = () => promisify(execFile)(process.execPath, [program, "health", "--json"], { cwd: folder, env });
    const told = await Promise.all([start(), start(), start()]);
    for (const { stdout } of told) expect(JSON.parse(stdout)).toMatchObject({ status: "healthy" });
    const file = new DatabaseSync(join(folder, "data", "fabula.sqlite"));
    expect(file.prepare("select count(*) as count from health_checks").get()).toEqual({ count: 4 });
    file.close();
    rmSync(folder, { recursive: true });
  });
});
