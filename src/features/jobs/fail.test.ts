import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { BlobError } from "../../backends/blobs/blob-error.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { Refused } from "../../core/text/result.ts";
import type { ClaimedWork } from "./queries/claim-tasks.ts";
import { failTask } from "./queries/fail-task.ts";
import { retryJob } from "./queries/job-control.ts";
import { stepHistory } from "./queries/step-history.ts";
import { longestWait, retryPolicy, verdictOn } from "./retry-policy.ts";
import { failureOf, TaskFailed, type TaskFailure } from "./task-failure.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const plans = planOf({ ...step("page"), maxAttempts: 5 });
const failure = (more: Partial<TaskFailure> = {}): TaskFailure => ({
  class: "transient",
  code: "network",
  message: "no answer",
  retryAfter: null,
  ...more,
});

function desk() {
  const made = jobDesk(db, plans);
  const fail = ({ task: claimed }: ClaimedWork, why: TaskFailure) =>
    failTask(db, { task: claimed, failure: why, verdict: verdictOn(why, claimed, 0) }, made.clock.now());
  return { ...made, fail };
}

describe("failing tasks", () => {
  it("[J5] wait and come again after a transient failure, longer each time", async () => {
    const { create, claim, claimOne, clock, fail, job } = desk();
    const id = await create([task("page", "a")]);
    for (const wait of [500, 1_000, 2_000]) {
      expect(await fail(await claimOne(), failure())).toBe(true);
      clock.pass(wait - 1);
      expect(await claim()).toEqual([]);
      clock.pass(1);
    }
    expect((await claimOne()).task.attempt).toBe(4);
    expect(await job(id)).toMatchObject({ status: "processing", error: null });
    const attempts = (await stepHistory(db, "ann", id)).map(({ attempt, status, errorCode }) => [
      attempt,
      status,
      errorCode,
    ]);
    expect(attempts).toEqual([1, 2, 3].map((attempt) => [attempt, "failed", "network"]));
  });

  it("[J5] wait as long as a provider asks", async () => {
    const { create, claim, claimOne, clock, fail } = desk();
    await create([task("page", "a")]);
    await fail(await claimOne(), failure({ class: "rate-limited", retryAfter: 90_000 }));
    clock.pass(89_999);
    expect(await claim()).toEqual([]);
    clock.pass(1);
    expect(await claim()).toHaveLength(1);
  });

  it.each(["refused", "permanent"] as const)("[J5] end with their job after a %s failure", async (kind) => {
    const { create, claim, claimOne, fail, job, tasks } = desk();
    const id = await create([task("page", "a"), task("page", "b")]);
    expect(await fail(await claimOne(), failure({ class: kind, code: "no-text", message: "nothing to read" }))).toBe(
      true,
    );
    expect(await job(id)).toMatchObject({
      status: "failed",
      error: { code: "no-text", message: "nothing to read", step: "page" },
    });
    expect(await tasks()).toEqual(["page/a: failed", "page/b: ready"]);
    expect(await claim()).toEqual([]);
  });

  it("[J5] are parked with their error when their attempts are used up, and their job fails", async () => {
    const { create, claimOne, clock, fail, job, tasks } = desk();
    const id = await create([task("page", "a")]);
    for (let attempt = 1; attempt <= 3; attempt++) {
      clock.pass(longestWait);
      await fail(await claimOne(), failure({ class: "crash", code: "internal", message: `boom ${attempt}` }));
    }
    expect(await tasks()).toEqual(["page/a: parked"]);
    const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      error_class: "crash",
      error_code: "internal",
      error_message: "boom 3",
      lease_until: null,
    });
    expect(await job(id)).toMatchObject({
      status: "failed",
      error: { code: "internal", message: "boom 3", step: "page" },
    });
  });

  it("[J7] leave what else was running its result, and the job its first error", async () => {
    const { create, claim, fail, finish, job, tasks } = desk();
    const id = await create([task("page", "a"), task("page", "b"), task("page", "c")]);
    const [a, b, c] = await claim();
    if (!a || !b || !c) throw new Error("Three pages are ready.");
    await fail(a, failure({ class: "permanent", code: "first" }));
    await fail(b, failure({ class: "permanent", code: "second" }));
    expect(await finish([c], { counters: { pagesDone: 1 } })).toEqual(["done"]);
    expect(await tasks()).toEqual(["page/a: failed", "page/b: failed", "page/c: done"]);
    expect(await job(id)).toMatchObject({ status: "failed", error: { code: "first" }, counters: { pagesDone: 1 } });
  });

  it("[J1] do nothing where the lease was lost", async () => {
    const { create, claimOne, fail, finish, job } = desk();
    const id = await create([task("page", "a")]);
    const work = await claimOne();
    await finish([work]);
    expect(await fail(work, failure({ class: "permanent" }))).toBe(false);
    expect(await job(id)).toMatchObject({ status: "completed", error: null });
    expect(await stepHistory(db, "ann", id)).toHaveLength(1);
  });

  it("[J7] have all their attempts again when their job is retried", async () => {
    const { create, claim, claimOne, fail, finish, job, tasks } = desk();
    const id = await create([task("page", "a"), task("page", "b")]);
    const [a, b] = await claim();
    if (!a || !b) throw new Error("Two pages are ready.");
    await finish([a]);
    await fail(b, failure({ class: "permanent" }));
    expect(await retryJob(db, "eve", id, 0)).toBe(false);
    expect(await retryJob(db, "ann", id, 0)).toBe(true);
    expect(await retryJob(db, "ann", id, 0)).toBe(false);
    expect(await job(id)).toMatchObject({ status: "pending", attempts: 1, error: null, completedAt: null });
    expect(await tasks()).toEqual(["page/a: done", "page/b: ready"]);
    const again = await claimOne();
    expect(again.task).toMatchObject({ unit: "b", attempt: 1, idempotencyKey: b.task.idempotencyKey });
    await finish([again]);
    expect(await job(id)).toMatchObject({ status: "completed" });
  });
});

describe("the policy of retries", () => {
  it("[J5] waits at least half of the back-off, at most all of it, and never longer than the longest wait", () => {
    const classes = fc.constantFrom("transient", "rate-limited", "crash", "lost" as const);
    const inputs = [
      classes,
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    ] as const;
    fc.assert(
      fc.property(...inputs, fc.option(fc.nat(1e9)), (kind, attempt, jitter, retryAfter) => {
        const rule = retryPolicy[kind];
        const verdict = verdictOn(failure({ class: kind, retryAfter }), { attempt, maxAttempts: 20 }, jitter);
        if (verdict.status !== "ready") return verdict.status === "parked" && attempt >= Math.min(rule.attempts, 20);
        const whole = Math.min(rule.longest, rule.base * 2 ** (attempt - 1));
        const asked = Math.min(longestWait, retryAfter ?? 0);
        return (
          verdict.wait <= longestWait &&
          verdict.wait >= Math.max(asked, whole / 2) &&
          verdict.wait <= Math.max(asked, whole)
        );
      }),
    );
  });

  it("[J5] knows a failure by what was thrown", () => {
    const classOf = (error: unknown): string => `${failureOf(error).class} ${failureOf(error).code}`;
    expect(classOf(new Refused("no-text"))).toBe("refused no-text");
    expect(classOf(new SqlError("busy", "locked"))).toBe("transient database-busy");
    expect(classOf(new SqlError("corrupt", "malformed"))).toBe("crash database-corrupt");
    expect(classOf(new SqlError("unique", "tasks.id"))).toBe("crash internal");
    expect(classOf(new BlobError("full", "put", "layouts/1"))).toBe("transient storage-full");
    expect(classOf(new BlobError("exists", "put", "layouts/1"))).toBe("crash internal");
    expect(classOf(new TaskFailed(failure({ class: "rate-limited", code: "quota" })))).toBe("rate-limited quota");
    expect(classOf(new TypeError("x is undefined"))).toBe("crash internal");
    expect(classOf("a string")).toBe("crash internal");
  });
});

it("[J5] tells of broken JSON without a word of it", () => {
  const parse = (): unknown => JSON.parse('{"text": "Call me Ishmael" and so on}');
  let message = "";
  try {
    parse();
  } catch (error) {
    message = failureOf(error).message;
  }
  expect(message).not.toBe("");
  expect(message).not.toContain("Ishmael");
});
