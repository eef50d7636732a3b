import type { Compilable } from "kysely";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { isGuardFailure } from "../../../backends/sql/guard.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import { type CounterName, counterNames, type JobPlans, type TaskHandler, type TaskOutcome } from "../task-handler.ts";
import { failureOf } from "../task-failure.ts";
import type { ClaimedWork } from "./claim-tasks.ts";
import { updateProgress } from "./job-progress.ts";
import { holdJob } from "./leases.ts";
import { followPriority, insertTasks, readyWaitingTasks } from "./new-tasks.ts";
import { notifyOfEnd } from "./notifications.ts";
import { historyRow } from "./step-history.ts";

/** Work that has been done, and what it leaves. */
export interface FinishedWork extends ClaimedWork {
  outcome: TaskOutcome;
}

/** Whether finished work counted: `lost` where its lease had gone to another, `failed` where it could not be stored. */
export type Completion = { status: "done" } | { status: "lost" } | { status: "failed"; error: unknown };

interface Given {
  now: number;
  newId: () => string;
}

/**
 * Ends tasks: result, history, following tasks, fan-in, the job's counters, percent, step, status and notification in one batch for the tasks
 * of one job. Tells by task id what became of each; of those that are not done nothing is stored.
 */
export async function completeTasks(
  db: Database,
  plans: JobPlans,
  finished: readonly FinishedWork[],
  given: Given,
): Promise<ReadonlyMap<string, Completion>> {
  const completions = new Map<string, Completion>();
  const byJob = Map.groupBy(finished, ({ job }) => job.id);
  for (const ofJob of byJob.values())
    for (const [id, completion] of await completeOfJob(db, plans, ofJob, given)) completions.set(id, completion);
  return completions;
}

async function completeOfJob(
  db: Database,
  plans: JobPlans,
  finished: readonly FinishedWork[],
  given: Given,
): Promise<[string, Completion][]> {
  const all = (completion: Completion): [string, Completion][] => finished.map(({ task }) => [task.id, completion]);
  try {
    await db.atomic(endTasks(db, plans, finished, given));
    return all({ status: "done" });
  } catch (error) {
    // A database that is away is away for all of them.
    if (failureOf(error).class === "transient") return all({ status: "failed", error });
    if (finished.length === 1) return all(isGuardFailure(error) ? { status: "lost" } : { status: "failed", error });
    const alone: [string, Completion][] = [];
    for (const each of finished) alone.push(...(await completeOfJob(db, plans, [each], given)));
    return alone;
  }
}

function endTasks(
  db: Database,
  plans: JobPlans,
  finished: readonly FinishedWork[],
  { now, newId }: Given,
): Compilable[] {
  const [first] = finished;
  if (!first) return [];
  const { job } = first;
  const plan: readonly TaskHandler[] = plans[job.type] ?? [];
  const next = finished.flatMap(({ outcome }) => outcome.next ?? []);
  const priority = first.task.priority;
  return [
    ...holdJob(
      db,
      job.id,
      finished.map(({ task }) => task),
      now,
    ),
    ...markDone(db, finished, now),
    ...insertRows(
      db,
      "job_step_history",
      finished.map(({ task, outcome }) => historyRow(task, { now, metadata: outcome.metadata ?? null })),
    ),
    ...insertTasks(db, { jobId: job.id, plan, priority, tasks: next }, { now, newId }),
    ...(next.length > 0 ? [followPriority(db, job.id)] : []),
    readyWaitingTasks(db, job.id, now),
    updateProgress(db, { jobId: job.id, plan, counters: summed(finished) }, now),
    notifyOfEnd(db, job.id, now),
  ];
}

/** Tasks with results one by one, all others at once. The lease stays in the row: it says who did the work. */
function markDone(db: Database, finished: readonly FinishedWork[], now: number): Compilable[] {
  const done = db.kysely.updateTable("tasks").set({
    status: "done",
    lease_until: null,
    error_class: null,
    error_code: null,
    error_message: null,
    finished_at: timeText(now),
    updated_at: timeText(now),
  });
  const [plain, withResult] = [[] as string[], [] as Compilable[]];
  for (const { task, outcome } of finished)
    if (outcome.result === undefined) plain.push(task.id);
    else withResult.push(done.set({ result: jsonText(outcome.result) }).where("id", "=", task.id));
  if (plain.length === 0) return withResult;
  return [done.set({ result: null }).where("id", "in", db.capabilities.valuesOf(plain)), ...withResult];
}

function summed(finished: readonly FinishedWork[]): Partial<Record<CounterName, number>> {
  const sum = (name: CounterName): number =>
    finished.reduce((all, { outcome }) => all + (outcome.counters?.[name] ?? 0), 0);
  return Object.fromEntries(counterNames.map((name) => [name, sum(name)]));
}
