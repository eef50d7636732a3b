import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { onPostgres, type PostgresPlace } from "../../../test/engines/postgres.ts";
import { makeTables } from "../../../test/engine-schema.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { uuid7Maker } from "../../core/text/uuid7.ts";
import { cancelJob, pauseJob, resumeJob } from "./queries/job-control.ts";

const plans = planOf(step("page"));
const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));

onPostgres("ten connections to PostgreSQL that claim at one time", (open) => {
  let place: PostgresPlace;
  let crowd: Database[];
  let db: Database;
  beforeEach(async () => {
    place = await open();
    crowd = await Promise.all(Array.from({ length: 10 }, () => place.connect({ connections: 2 })));
    db = await place.connect();
    await makeTables(db, "postgres");
    await addPerson(db);
  });
  afterEach(async () => {
    await Promise.all([db, ...crowd].map((each) => each.close()));
    await place.remove();
  });

  it("[J1] [J2] do every task once, and never more of a provider than may run at once", async () => {
    const desk = jobDesk(db, plans, newId);
    const providers = [null, "paid", "other"];
    const tasks = Array.from({ length: 300 }, (_, i) =>
      task("page", `page-${i}`, { provider: providers[i % 3] ?? null }),
    );
    const id = await desk.create(tasks);
    let most = 0;
    const watched = { over: false };
    const watch = async () => {
      while (!watched.over) {
        const running = await sql<{ n: number }>`select count(*) as n from tasks
          where status = 'running' and provider = 'paid'`.execute(db.kysely);
        most = Math.max(most, running.rows[0]?.n ?? 0);
      }
    };
    const watching = watch();
    const done = await Promise.all(
      crowd.map(async (each) => {
        const own = jobDesk(each, plans, newId);
        const units: string[] = [];
        for (let empty = 0; empty < 20;) {
          const work = await own.claim(3, { providerLimits: { paid: 2 } });
          empty = work.length === 0 ? empty + 1 : 0;
          const ends = await own.finish(work, { counters: { pagesDone: 1 } });
          units.push(...work.filter((_, i) => ends[i] === "done").map((of) => of.task.unit));
        }
        return units;
      }),
    );
    watched.over = true;
    await watching;
    expect(done.flat().toSorted()).toEqual(tasks.map(({ unit }) => unit).toSorted());
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(2);
    expect(await desk.job(id)).toMatchObject({ status: "completed", percent: 100, counters: { pagesDone: 300 } });
    const history = await db.kysely.selectFrom("job_step_history").select("id").execute();
    expect(history).toHaveLength(300);
  });

  it("[J3] are never in the way of those who cancel, hold and resume the same jobs", async () => {
    const desk = jobDesk(db, plans, newId);
    for (let round = 0; round < 10; round++) {
      const jobs = [];
      for (let i = 0; i < 5; i++)
        jobs.push(await desk.create(Array.from({ length: 4 }, (_, page) => task("page", `page-${page}`))));
      const [held, ...cancelled] = jobs;
      const claims = crowd.slice(0, 6).map((each) => jobDesk(each, plans, newId).claim(5));
      const [last] = crowd.slice(-1);
      const control = [
        ...cancelled.map((id, i) => cancelJob(crowd[6 + (i % 3)] ?? db, "ann", id, 0)),
        pauseJob(last ?? db, "ann", held ?? "", 0).then(() => resumeJob(last ?? db, "ann", held ?? "", 0)),
      ];
      // A deadlock would fail one of them as busy.
      const [work] = await Promise.all([Promise.all(claims), Promise.all(control)]);
      expect(await Promise.all(control)).toEqual([true, true, true, true, true]);
      const rows = await db.kysely.selectFrom("tasks").select(["status", "job_id"]).execute();
      const ofCancelled = rows.filter(({ job_id }) => cancelled.includes(job_id));
      expect(new Set(ofCancelled.map(({ status }) => status))).toEqual(new Set(["cancelled"]));
      expect(work.flat().length).toBeGreaterThanOrEqual(0);
      await db.kysely.deleteFrom("jobs").execute();
    }
  });

  it("[J3] begin a job whose row another was changing, as soon as that is over", async () => {
    const desk = jobDesk(db, plans, newId);
    const id = await desk.create([task("page", "a")]);
    const changing = crowd[0]?.atomic([
      db.kysely.updateTable("jobs").set({ job_name: "named" }).where("id", "=", id),
      { compile: () => sql`select pg_sleep(0.3)`.compile(db.kysely) },
    ]);
    await sql`select pg_sleep(0.1)`.execute(db.kysely);
    expect(await jobDesk(crowd[1] ?? db, plans, newId).claim()).toHaveLength(1);
    await changing;
    expect(await desk.job(id)).toMatchObject({ status: "processing" });
  });
});
