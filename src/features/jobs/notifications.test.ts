import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { failTask } from "./queries/fail-task.ts";
import { retryJob } from "./queries/job-control.ts";
import { deliverNotifications, type JobNotification } from "./queries/notifications.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

function desk() {
  const made = jobDesk(db, planOf(step("page")));
  const letters: string[] = [];
  const keep = ({ owner, status, attempt }: JobNotification): Promise<void> => {
    letters.push(`${owner}: ${status} ${attempt}`);
    return Promise.resolve();
  };
  const deliver = (by = keep) => deliverNotifications(db, { now: made.clock.now, deliver: by });
  const fail = async (): Promise<void> => {
    const { task: claimed } = await made.claimOne();
    const failure = { class: "permanent", code: "broken", message: "no", retryAfter: null } as const;
    await failTask(db, { task: claimed, failure, verdict: { status: "failed" } }, made.clock.now());
  };
  return { ...made, letters, deliver, fail };
}

describe("the outbox of jobs", () => {
  it("[J10] tells once that a job is completed, and nothing before", async () => {
    const { create, claim, finish, deliver, letters } = desk();
    await create([task("page", "a"), task("page", "b")]);
    const [a, b] = await claim();
    if (!a || !b) throw new Error("Two pages are ready.");
    await finish([a]);
    expect(await deliver()).toBe(0);
    await finish([b]);
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(letters).toEqual(["ann: completed 0"]);
  });

  it("[J10] tells a second failure too, after a retry", async () => {
    const { create, deliver, fail, letters } = desk();
    const id = await create([task("page", "a")]);
    await fail();
    await deliver();
    await retryJob(db, "ann", id, 0);
    await fail();
    await deliver();
    expect(letters).toEqual(["ann: failed 0", "ann: failed 1"]);
  });

  it("[J10] tries again what could not be delivered, later each time, with its error in the row", async () => {
    const { create, claim, finish, deliver, letters, clock } = desk();
    await create([task("page", "a")]);
    await finish(await claim());
    const refuse = () => Promise.reject(new Error("no mail server"));
    expect(await deliver(refuse)).toBe(0);
    expect(await deliver()).toBe(0);
    const row = () => db.kysely.selectFrom("job_notifications").selectAll().executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ tries: 1, error_message: "no mail server", delivered_at: null });
    clock.pass(60_000);
    expect(await deliver(refuse)).toBe(0);
    clock.pass(60_000);
    expect(await deliver()).toBe(0);
    clock.pass(60_000);
    expect(await deliver()).toBe(1);
    expect(await row()).toMatchObject({ tries: 3, error_message: null, delivered_at: "2026-01-01T00:03:00.000Z" });
    expect(letters).toEqual(["ann: completed 0"]);
  });

  it.each([
    ["", 6 * 60_000],
    [", also when the clock was put back since", -30 * 24 * 3_600_000],
  ])("[J10] delivers what was taken by a worker that died%s", async (_, passed) => {
    const { create, claim, finish, deliver, clock, letters } = desk();
    await create([task("page", "a")]);
    await finish(await claim());
    const called = Promise.withResolvers<void>();
    void deliver(() => {
      called.resolve();
      return new Promise(() => undefined);
    });
    await called.promise;
    expect(await deliver()).toBe(0);
    clock.pass(passed);
    expect(await deliver()).toBe(1);
    expect(letters).toEqual(["ann: completed 0"]);
  });

  it("[J10] writes into the job what its owner was told last", async () => {
    const { create, claim, finish, deliver } = desk();
    await create([task("page", "a")]);
    await finish(await claim());
    await deliver();
    const row = await db.kysely.selectFrom("jobs").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ last_notified_status: "completed", last_notified_at: "2026-01-01T00:00:00.000Z" });
  });
});
