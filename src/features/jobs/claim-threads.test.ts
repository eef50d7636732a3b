import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";

it("[J1] [J2] three threads that claim and finish at one time on a file do every task once, and the job's counters are right", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-claims-"));
  const path = join(folder, "rows.sqlite");
  const db = await testDatabase(path);
  await addPerson(db);
  const desk = jobDesk(db, planOf(step("page")));
  const providers = [null, "paid"];
  const tasks = Array.from({ length: 200 }, (_, i) =>
    task("page", `page-${i}`, { provider: providers[i % 2] ?? null }),
  );
  const id = await desk.create(tasks);

  const gate = new Int32Array(new SharedArrayBuffer(4));
  const program = new URL("../../../test/claiming-thread.ts", import.meta.url);
  const threads = Array.from(
    { length: 10 },
    (_, i) => new Worker(program, { workerData: { path, name: `t${i}`, gate } }),
  );
  await Promise.all(threads.map((thread) => once(thread, "message")));
  const ends = threads.map((thread) => once(thread, "message"));
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
  const done = (await Promise.all(ends)).flatMap(([units]: unknown[]) => units as string[]);

  expect(done.toSorted()).toEqual(tasks.map(({ unit }) => unit).toSorted());
  expect(await desk.job(id)).toMatchObject({ status: "completed", percent: 100, counters: { pagesDone: 200 } });
  const history = await db.kysely.selectFrom("job_step_history").select("id").execute();
  expect(history).toHaveLength(200);
  await db.close();
  rmSync(folder, { recursive: true });
});
