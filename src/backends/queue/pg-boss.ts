import { type ConstructorOptions, PgBoss } from "pg-boss";
import { pause } from "./bell.ts";
import { type PumpOptions, pumpLoop } from "./pump-loop.ts";
import type { TaskPump, TaskSender, TaskSource } from "./task-queue.ts";

interface SenderOptions {
  /** A `postgres:` address, or a database that pg-boss can be driven on. */
  connection: string | Pick<ConstructorOptions, "db" | "backend">;
  /** Gets what goes wrong on the way. Rows are the truth: what is not sent is found at a poll. */
  onError: (error: unknown) => void;
}

export type PgBossPumpOptions = PumpOptions & SenderOptions;

/** pg-boss keeps its tables in a schema of its own, beside those of the migrations. */
const schema = "pgboss";
const queueName = "fabula-tasks";

/** Milliseconds between two messages of one process: what is told in between goes into the next. */
const breath = 20;
/** Ids that a message names; where there are more it only says "look". */
const mostIds = 100;
/** Milliseconds until pg-boss is started again where it could not be. */
const startDelay = 2_000;
/** Milliseconds that a message waits for a free hand in a process that is full, before it is let go. */
const longestHold = 60_000;

/**
 * A pump whose wakes go through pg-boss to every process on the database: NOTIFY wakes their listeners, one of them takes the message and looks into the rows.
 * Who finds as much as it has hands for sends another, and who is full when one comes sends it on, so that all get up while there is work.
 * At most one message waits at a time. With a `concurrency` of 0 it only sends.
 */
export function pgBossPump<Work>(source: TaskSource<Work>, options: PgBossPumpOptions): TaskPump {
  const { boss, tell, giveUp, close } = openSender(options);
  if (options.concurrency <= 0) return { wake: tell, stop: close, idle: async () => undefined };
  const loop = pumpLoop(source, options, () => tell([]));

  async function answer(): Promise<void> {
    if (loop.isFull()) tell([]);
    const looked = new AbortController();
    const looking = loop.look().then(() => looked.abort());
    await pause(longestHold, looked.signal);
    if (looked.signal.aborted) await looking;
  }

  async function listen(): Promise<void> {
    // One at a time: a second message is of use to others only.
    await (await boss)?.work(queueName, { batchSize: 1 }, answer);
  }

  async function end(): Promise<void> {
    await loop.stop();
    giveUp();
    await listening;
    await (await boss)?.offWork(queueName, { wait: true });
    // What was given back is for others.
    tell([]);
    await close();
  }

  const listening = listen().catch(options.onError);
  let ended: Promise<void> | null = null;
  return {
    wake(ids) {
      loop.wake(ids);
      tell(ids);
    },
    stop: () => (ended ??= end()),
    idle: () => loop.idle(),
  };
}

/** What a process without workers sends by. It opens its connections at once. */
export function pgBossSender(options: SenderOptions): TaskSender {
  const { tell, close } = openSender(options);
  return { wake: tell, close };
}

function openSender({ connection, onError }: SenderOptions) {
  const opening = new AbortController();
  const closing = new AbortController();
  const told = new Set<string>();
  let isTold = false;
  let telling: Promise<void> | null = null;
  const boss = started();

  async function started(): Promise<PgBoss | null> {
    while (!opening.signal.aborted) {
      const each = newBoss(connection).on("error", onError);
      try {
        await each.start();
        await each.createQueue(queueName, queueOptions);
        return each;
      } catch (error) {
        onError(error);
        await each.stop({ graceful: false }).catch(onError);
        await pause(startDelay, opening.signal);
      }
    }
    return null;
  }

  function tell(ids: readonly string[]): void {
    if (closing.signal.aborted) return;
    for (const id of ids) told.add(id);
    isTold = true;
    telling ??= sendAll();
  }

  async function sendAll(): Promise<void> {
    const opened = await boss;
    while (isTold && opened) {
      const ids = told.size > mostIds ? [] : [...told];
      told.clear();
      isTold = false;
      await opened.send(queueName, { ids }).catch(onError);
      await pause(breath, closing.signal);
    }
    telling = null;
  }

  /** Tries no more to start what could not be. */
  function giveUp(): void {
    opening.abort();
  }

  async function end(): Promise<void> {
    giveUp();
    closing.abort();
    await telling;
    await (await boss)?.stop({ graceful: false }).catch(onError);
  }

  let ended: Promise<void> | null = null;
  return { boss, tell, giveUp, close: () => (ended ??= end()) };
}

function newBoss(connection: SenderOptions["connection"]): PgBoss {
  return new PgBoss({
    ...(typeof connection === "string" ? { connectionString: connection } : connection),
    schema,
    application_name: "fabula tasks",
    max: 2,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    schedule: false,
    monitorVacuum: false,
    reindex: false,
    maintenanceIntervalSeconds: 300,
  });
}

/** Only one message waits at a time, nobody tries it again, and it is forgotten soon: it says no more than "look". */
const queueOptions = {
  policy: "short",
  notify: true,
  retryLimit: 0,
  expireInSeconds: (2 * longestHold) / 1_000,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 60,
} as const;
