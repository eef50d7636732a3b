import { expect, it } from "vitest";
import { someSettings, someText, testStudio } from "../../../test/comic-studio.ts";
import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { readJob } from "../jobs/queries/jobs.ts";
import { taskWorker } from "../jobs/worker.ts";
import { comicPlan } from "./tasks.ts";

it("reads the pages of an episode again when the database could not give them once", async () => {
  const studio = await testStudio();
  const job = await studio.begin(someText, someSettings);
  let failures = 0;
  const { kysely } = studio.db;
  const faulty = new Proxy(kysely, {
    get(target, name) {
      if (name === "selectFrom")
        return (table: "panels") => {
          if (table !== "panels" || unitUnderWay !== "page-0001" || failures > 0) return target.selectFrom(table);
          failures += 1;
          throw new SqlError("busy", "database is locked");
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const db: Database = { ...studio.db, kysely: faulty };
  let time = Date.now();
  let unitUnderWay = "";
  const { newId } = studio.tools;
  const worker = taskWorker(db, { plans: { manga: comicPlan(studio.tools) }, now: () => time, newId, jitter: () => 0 });
  for (let rounds = 0; rounds < 3; rounds++, time += 10_000)
    for (let claimed = await worker.claim(1); claimed.length > 0; claimed = await worker.claim(1))
      for (const work of claimed) {
        unitUnderWay = work.task.unit;
        await worker.run(work, new AbortController().signal);
      }
  expect(failures).toBe(1);
  expect(await readJob(studio.db, studio.owner, job)).toMatchObject({ status: "completed" });
  const attempts = await kysely.selectFrom("job_step_history").selectAll().where("status", "=", "failed").execute();
  expect(attempts.map(({ step, error_code }) => [step, error_code])).toEqual([["render", "database-busy"]]);
  await studio.db.close();
}, 60_000);
