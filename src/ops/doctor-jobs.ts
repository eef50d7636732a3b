import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { readyWaitingTasks } from "../features/jobs/queries/new-tasks.ts";
import { sweepTasks } from "../features/jobs/queries/sweep-tasks.ts";
import { usualLeaseLength } from "../features/jobs/worker.ts";
import { type Finding, found, type Patient } from "./doctor-finding.ts";

/** Jobs and tasks that nobody will ever get on with, or that tell what is not so. */
export async function examineJobs(patient: Patient): Promise<Finding[]> {
  return [
    ...(await staleLeases(patient)),
    ...(await staleLocks(patient)),
    ...(await tasksWaitingForNothing(patient)),
    ...(await jobsWithoutTasks(patient)),
    ...(await wrongCounters(patient)),
  ];
}

async function staleLeases({ db, now, jitter }: Patient): Promise<Finding[]> {
  const rows = await db.kysely
    .selectFrom("tasks")
    .select("id")
    .where("status", "=", "running")
    .where("lease_until", "<", timeText(now))
    .execute();
  return found("leases-stale", idsOf(rows), {
    title: "Tasks of workers that did not come back",
    remedy: "--fix gives them to the next worker; `fabula work` does so too",
    async mend() {
      let taken = 0;
      for (let more = 1; more > 0; taken += more)
        more = (await sweepTasks(db, { now, leaseLength: usualLeaseLength, jitter })).length;
      return taken;
    },
  });
}

async function staleLocks({ db, now }: Patient): Promise<Finding[]> {
  const old = db.kysely.selectFrom("locks").select("name").where("lease_until", "<", timeText(now));
  const names = (await old.execute()).map(({ name }) => name);
  return found("locks-stale", names, {
    title: "Locks of programs that did not come back",
    remedy: "--fix takes them away",
    mend: async () => {
      const gone = db.kysely.deleteFrom("locks").where("lease_until", "<", timeText(now)).returning("name");
      return (await gone.execute()).length;
    },
  });
}

const isOpen = sql<boolean>`jobs.status in ('pending', 'processing', 'paused')`;

async function tasksWaitingForNothing({ db, now }: Patient): Promise<Finding[]> {
  const { rows } = await sql<{ id: string; job_id: string }>`
    select tasks.id, tasks.job_id from tasks join jobs on jobs.id = tasks.job_id
    where tasks.status = 'waiting' and ${isOpen} and not exists (select 1 from tasks as earlier
      where earlier.job_id = tasks.job_id and earlier.step_index < tasks.step_index and earlier.status <> 'done')
    order by tasks.id`.execute(db.kysely);
  return found("tasks-waiting", idsOf(rows), {
    title: "Tasks that wait although all before them is done",
    remedy: "--fix makes them ready",
    async mend() {
      await db.atomic([...new Set(rows.map((row) => row.job_id))].map((job) => readyWaitingTasks(db, job, now)));
      return rows.length;
    },
  });
}

async function jobsWithoutTasks({ db, now }: Patient): Promise<Finding[]> {
  const stranded = sql<boolean>`${isOpen} and not exists (select 1 from tasks
    where tasks.job_id = jobs.id and tasks.status in ('waiting', 'ready', 'running'))`;
  const rows = await db.kysely.selectFrom("jobs").select("id").where(stranded).orderBy("id").execute();
  const isDone = sql`(exists (select 1 from tasks where tasks.job_id = jobs.id)
    and not exists (select 1 from tasks where tasks.job_id = jobs.id and tasks.status <> 'done'))`;
  const at = timeText(now);
  return found("jobs-stranded", idsOf(rows), {
    title: "Jobs that are under way without a task that could get them on",
    remedy: "--fix marks them as completed where all is done, else as failed; nothing of theirs is deleted",
    async mend() {
      const { rows: ended } = await sql<{ id: string }>`
        update jobs set status = case when ${isDone} then 'completed' else 'failed' end,
          progress_percent = case when ${isDone} then 100 else progress_percent end,
          error_code = case when ${isDone} then null else coalesce(error_code, 'tasks-lost') end,
          completed_at = coalesce(completed_at, ${at}), updated_at = ${at}
        where ${stranded} returning id`.execute(db.kysely);
      return ended.length;
    },
  });
}

/** Which tasks each counter of a comic counts. */
const counted = [
  ["chunks_done", "analysis"],
  ["episodes_done", "layout"],
  ["pages_done", "render"],
] as const;

async function wrongCounters({ db, now }: Patient): Promise<Finding[]> {
  const truth = counted.map(
    ([column, step]) =>
      [
        sql.ref(column),
        sql`(select count(*) from tasks where tasks.job_id = jobs.id
      and tasks.step = ${step} and tasks.status = 'done')`,
      ] as const,
  );
  const differs = sql.join(
    truth.map(([column, tasks]) => sql`${column} <> ${tasks}`),
    sql` or `,
  );
  const wrong = sql<boolean>`job_type = 'manga' and tasks_purged_at is null
    and exists (select 1 from tasks where tasks.job_id = jobs.id) and (${differs})`;
  const rows = await db.kysely.selectFrom("jobs").select("id").where(wrong).orderBy("id").execute();
  const corrections = sql.join(truth.map(([column, tasks]) => sql`${column} = ${tasks}`));
  return found("jobs-counters", idsOf(rows), {
    title: "Jobs that count other than their tasks",
    remedy: "--fix counts the tasks again",
    async mend() {
      const { rows: mended } = await sql<{ id: string }>`
        update jobs set ${corrections}, updated_at = ${timeText(now)} where ${wrong} returning id`.execute(db.kysely);
      return mended.length;
    },
  });
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** People who have other coins than their ledger says. */
export async function examineCoins({ db, now, maker }: Patient): Promise<Finding[]> {
  const sum = sql<number>`(select coalesce(sum(amount), 0) from coin_ledger where coin_ledger.user_id = users.id)`;
  const wrong = sql<boolean>`coins <> ${sum}`;
  const rows = await db.kysely.selectFrom("users").select(["id", "coins"]).where(wrong).orderBy("id").execute();
  return found("coins", idsOf(rows), {
    title: "People whose coins are not the sum of their ledger",
    remedy: "--fix takes the sum of the ledger, where it is not below 0, and notes it in the audit log",
    async mend() {
      let mended = 0;
      for (const { id, coins } of rows) mended += await correctCoins(db, { id, coins }, { now, newId: maker.newId });
      return mended;
    },
  });
}

async function correctCoins(
  db: Database,
  { id, coins }: { id: string; coins: number },
  { now, newId }: { now: number; newId(): string },
): Promise<number> {
  const sum = sql<number>`(select coalesce(sum(amount), 0) from coin_ledger where user_id = ${id})`;
  const isLess = sql<boolean>`${sum} >= 0 and coins <> ${sum}`;
  const note = db.kysely
    .insertInto("audit_log")
    .columns(["id", "actor_id", "action", "subject_type", "subject_id", "details", "created_at"])
    .expression(sql`select ${newId()}, null, 'coins.corrected', 'user', id, ${JSON.stringify({ before: coins })}, ${timeText(now)}
      from users where id = ${id} and ${isLess}`);
  const change = db.kysely.updateTable("users").set({ coins: sum }).where("id", "=", id).where(isLess).returning("id");
  const [, changed] = await db.atomic([note, change]);
  return changed?.length ?? 0;
}
