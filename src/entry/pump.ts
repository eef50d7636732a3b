import { localPump } from "../backends/queue/local.ts";
import type { TaskPump, TaskSender, TaskSource } from "../backends/queue/task-queue.ts";
import type { Config } from "../config.ts";

interface PumpChoice {
  concurrency: number;
  /** Gets what goes wrong between tasks. */
  onError: (error: unknown) => void;
}

/** Begins to work on the tasks of a configuration's database: by messages between processes where it is a server, alone where it is a file. */
export async function openPump<Work>(
  { database }: Config,
  source: TaskSource<Work>,
  { concurrency, onError }: PumpChoice,
): Promise<TaskPump> {
  if (database.kind !== "postgres") return localPump(source, { concurrency, onError });
  const { pgBossPump } = await import("../backends/queue/pg-boss.ts");
  return pgBossPump(source, { connection: database.url.reveal(), concurrency, onError: await asSqlErrors(onError) });
}

/** Opens what wakes workers in other processes. Those over a file look for themselves, once in a second. */
export async function openSender({ database }: Config, onError: (error: unknown) => void): Promise<TaskSender> {
  if (database.kind !== "postgres") return { wake: () => undefined, close: async () => undefined };
  const { pgBossSender } = await import("../backends/queue/pg-boss.ts");
  return pgBossSender({ connection: database.url.reveal(), onError: await asSqlErrors(onError) });
}

/** pg-boss speaks to the driver itself, whose errors a person cannot read. */
async function asSqlErrors(onError: (error: unknown) => void): Promise<(error: unknown) => void> {
  const { asPostgresError } = await import("../backends/sql/postgres-errors.ts");
  return (error) => onError(asPostgresError(error));
}
