import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { ClaimedWork } from "./queries/claim-tasks.ts";
import { failTask } from "./queries/fail-task.ts";
import { cancelJob, pauseJob, resumeJob, retryJob } from "./queries/job-control.ts";
import { releaseTask } from "./queries/leases.ts";
import { sweepTasks } from "./queries/sweep-tasks.ts";
import { verdictOn } from "./retry-policy.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterAll(() => db.close());

const plans = planOf(
  { ...step("read"), maxAttempts: 4 },
  { ...step("page", undefined, 5), maxAttempts: 4 },
  step("bind"),
);
type Deed =
  | { do: "claim" | "pause" | "resume" | "retry" | "cancel" | "wait" | "die" }
  | { do: "finish" | "fail" | "permanent" | "giveBack"; which: number; pages: number };

const plain = (...names: readonly Exclude<Deed["do"], "finish" | "fail" | "permanent" | "giveBack">[]) =>
  fc.record({ do: fc.constantFrom(...names) });
const aimed = (...names: readonly ("finish" | "fail" | "permanent" | "giveBack")[]) =>
  fc.record({ do: fc.constantFrom(...names), which: fc.nat(20), pages: fc.nat(2) });
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { arbitrary: plain("claim"), weight: 6 },
    { arbitrary: aimed("finish"), weight: 10 },
    { arbitrary: aimed("fail", "giveBack"), weight: 3 },
    { arbitrary: aimed("permanent"), weight: 1 },
    { arbitrary: plain("wait", "die", "pause", "resume", "retry"), weight: 5 },
    { arbitrary: fc.constant({ do: "cancel" as const }), weight: 1 },
  ),
  { minLength: 5, maxLength: 40 },
);

/** A job to which things happen; workers come and go, and late ones still bring their work. */
async function story() {
  await db.kysely.deleteFrom("jobs").execute();
  const desk = jobDesk(db, plans);
  const { clock, leaseLength } = desk;
  const id = await desk.create([task("read")]);
  const taken: ClaimedWork[] = [];
  let pages = 0;
  const fail = (work: ClaimedWork, kind: "transient" | "permanent") => {
    const failure = { class: kind, code: kind, message: kind, retryAfter: null };
    return failTask(db, { task: work.task, failure, verdict: verdictOn(failure, work.task, 0) }, clock.now());
  };
  const finish = (work: ClaimedWork, more: number) => {
    const added = Array.from({ length: pages < 12 ? more : 0 }, () => task("page", `page-${(pages += 1)}`));
    const isRead = work.task.step === "read";
    const next =
      work.task.step === "bind" ? [] : [...added, ...(isRead ? [task("bind", "book", { waits: true })] : [])];
    return desk.finish([work], { next, counters: work.task.step === "page" ? { pagesDone: 1 } : {} });
  };
  const sweep = () => sweepTasks(db, { now: clock.now(), leaseLength, jitter: () => 0 });
  const acts = {
    claim: async () => taken.push(...(await desk.claim(3))),
    pause: () => pauseJob(db, "ann", id, clock.now()),
    resume: () => resumeJob(db, "ann", id, clock.now()),
    retry: () => retryJob(db, "ann", id, clock.now()),
    cancel: () => cancelJob(db, "ann", id, clock.now()),
    wait: async () => clock.pass(10_000),
    die: async () => {
      clock.pass(leaseLength + 1);
      await sweep();
    },
  };
  const aims = {
    finish,
    fail: (work: ClaimedWork) => fail(work, "transient"),
    permanent: (work: ClaimedWork) => fail(work, "permanent"),
    giveBack: (work: ClaimedWork) => releaseTask(db, work.task, clock.now()),
  };
  async function act(deed: Deed): Promise<void> {
    if (!("which" in deed)) await acts[deed.do]();
    else {
      // The last that were claimed, whether they still are or not: what is late must change nothing.
      const work = taken.at(-1 - (deed.which % Math.min(6, taken.length)));
      if (work) await aims[deed.do](work, deed.pages);
    }
  }
  async function seen() {
    const tasks = await db.kysely.selectFrom("tasks").selectAll().where("job_id", "=", id).execute();
    const history = await db.kysely.selectFrom("job_step_history").selectAll().where("job_id", "=", id).execute();
    return { job: await desk.job(id), tasks, history };
  }
  return { act, seen, finish, ...acts, claimed: desk.claim };
}

type Seen = Awaited<ReturnType<Awaited<ReturnType<typeof story>>["seen"]>>;

function expectSound({ job, tasks, history }: Seen, percentBefore: number): void {
  const done = tasks.filter(({ status }) => status === "done");
  const isIn = (...statuses: string[]) => tasks.some(({ status }) => statuses.includes(status));
  expect(job.status === "completed").toBe(done.length === tasks.length);
  expect(job.percent === 100).toBe(job.status === "completed");
  expect(job.percent).toBeGreaterThanOrEqual(percentBefore);
  expect(job.counters.pagesDone).toBe(done.filter((each) => each.step === "page").length);
  if (job.status === "cancelled") expect(isIn("waiting", "ready", "running")).toBe(false);
  else {
    expect(job.status === "failed").toBe(isIn("failed", "parked"));
    expect(job.error === null).toBe(job.status !== "failed");
  }
  const bind = tasks.find((each) => each.step === "bind");
  if (bind && bind.status !== "waiting" && bind.status !== "cancelled")
    expect(done.length).toBeGreaterThanOrEqual(tasks.length - 1);
  if (bind?.status === "waiting") expect(done.length).toBeLessThan(tasks.length - 1);
  const completed = history.filter(({ status }) => status === "completed").map(({ task_id }) => task_id);
  expect(completed.toSorted()).toEqual(done.map(({ id }) => id).toSorted());
  for (const each of tasks) expect(each.lease_until === null).toBe(each.status !== "running");
}

describe("jobs, whatever happens to them", () => {
  it("[J1] [J2] [J6] [J7] [J9] [J11] are sound after every event, and come to their end when things go well again", async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (events) => {
        const { act, seen, finish, resume, retry, die, wait, claimed } = await story();
        let percent = 0;
        const look = async (): Promise<Seen> => {
          const now = await seen();
          expectSound(now, percent);
          percent = now.job.percent;
          return now;
        };
        for (const event of events) {
          await act(event);
          await look();
        }
        await die();
        await resume();
        for (let turn = 0; turn < 60; turn++) {
          await retry();
          await wait();
          for (const work of await claimed()) await finish(work, 0);
        }
        expect(["completed", "cancelled"]).toContain((await look()).job.status);
      }),
      { numRuns: 25 },
    );
  });
});
