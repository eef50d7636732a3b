import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { pause } from "../../../src/backends/queue/bell.ts";
import {
  cloudflareQueue,
  consume,
  type QueueBinding,
  sweepQueue,
  type WakeMessage,
} from "../../../src/backends/queue/cloudflare.ts";
import type { TaskPump, TaskSource } from "../../../src/backends/queue/task-queue.ts";
import type { Database } from "../../../src/backends/sql/database.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { ClaimedWork } from "../../../src/features/jobs/queries/claim-tasks.ts";
import { dueTasks } from "../../../src/features/jobs/queries/due-tasks.ts";
import { makeTables } from "../../engine-schema.ts";
import { type PumpTimes, queueContract } from "../../queue-contract.ts";
import { emptied } from "./d1-tables.ts";
import { type Delivery, openInbox } from "./queue-consumer.ts";

queueContract("Cloudflare Queues, over D1", async (connections) => {
  const binding = await emptied(env.DB);
  const databases = Array.from({ length: connections }, () => openD1(binding));
  const [first] = databases;
  if (first) await makeTables(first, "portable");
  return {
    databases,
    pump: (source, times) => workerPump(openD1(binding), source, times),
    close: async () => {
      await Promise.all(databases.map((db) => db.close()));
    },
  };
});

/** A Worker that consumes the local queue, with a cron trigger at every poll. */
function workerPump(db: Database, source: TaskSource<ClaimedWork>, { poll, beat, onError }: PumpTimes): TaskPump {
  const running = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  const { inbox, close } = openInbox();
  const keepAlive = (work: Promise<unknown>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  const queue = cloudflareQueue(env.WAKES, { keepAlive, onError });

  async function handle(delivery: Delivery): Promise<void> {
    const retry = ({ delaySeconds = 0 } = {}): void => void (delivery.retryDelay = delaySeconds);
    const messages = Array.from({ length: delivery.size }, () => ({ ack: () => undefined, retry }));
    await consume({ messages }, { source, queue, now: Date.now, onError, beat });
    delivery.isDone = true;
  }
  async function consumer(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const delivery of inbox.splice(0)) keepAlive(handle(delivery));
      await pause(2, stopping.signal);
    }
  }
  async function cron(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sweepQueue({ source, queue, due: (limit) => dueTasks(db, Date.now(), limit), onError, limit: 10 });
      // A trigger comes once a minute, not many times in the time of a message.
      await pause(Math.max(poll, 50), stopping.signal);
    }
  }

  const consuming = consumer();
  const sweeping = cron();
  const settle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    wake: queue.wake,
    async stop() {
      close();
      stopping.abort();
      await Promise.all([consuming, sweeping]);
      await settle();
    },
    async idle() {
      do {
        await settle();
        await pause(50, stopping.signal);
      } while (running.size > 0 || (await env.WAKES.metrics()).backlogCount > 0);
    },
  };
}

/** A binding that keeps what is sent, and a source of some tasks, for what a real queue does not show. */
function noted(tasks: number) {
  const sent: WakeMessage[][] = [];
  const errors: unknown[] = [];
  const binding: QueueBinding = {
    sendBatch: (messages) => Promise.resolve(void sent.push([...messages].map(({ body }) => body))),
  };
  const queue = cloudflareQueue(binding, { keepAlive: () => undefined, onError: (error) => errors.push(error) });
  let left = tasks;
  const ended: string[] = [];
  const source: TaskSource<string> = {
    claim: (limit) => {
      const given = Array.from({ length: Math.min(limit, left) }, () => `task ${left--}`);
      return Promise.resolve(given);
    },
    run: (work) => Promise.resolve(void ended.push(work)),
    release: () => Promise.resolve(),
    heartbeat: () => Promise.resolve(),
    sweep: () => Promise.resolve(),
  };
  return { sent, errors, binding, queue, source, ended };
}

/** A batch of so many messages, and what became of each. */
function batchOf(size: number) {
  const ends = Array.from({ length: size }, () => "open");
  const messages = ends.map((_, i) => ({
    ack: () => void (ends[i] = "acknowledged"),
    retry: ({ delaySeconds = 0 } = {}) => void (ends[i] = `again in ${delaySeconds} s`),
  }));
  return { messages, ends };
}

const onError = (error: unknown): never => {
  throw error;
};

describe("messages of Cloudflare Queues", () => {
  it("[J12] are sent in batches that the platform takes, one for each id", async () => {
    const { sent, queue } = noted(0);
    await queue.send(Array.from({ length: 250 }, (_, i) => `job ${i}`));
    expect(sent.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(sent.flat()[249]).toEqual({ id: "job 249" });
    await queue.send(["x".repeat(100_000)]);
    await queue.send([]);
    expect(sent.slice(3)).toEqual([[{ id: null }], [{ id: null }]]);
  });

  it("[J12] are kept by the real queue, a thousand at once", async () => {
    const queue = cloudflareQueue(env.WAKES, { keepAlive: () => undefined, onError });
    await queue.send(Array.from({ length: 1_000 }, (_, i) => `job ${i}`));
    expect((await env.WAKES.metrics()).backlogCount).toBeGreaterThan(0);
  });

  it("[J12] that cannot be sent are told of, and nothing is thrown", async () => {
    const errors: unknown[] = [];
    const binding = { sendBatch: () => Promise.reject(new Error("Too Many Requests")) };
    const kept: Promise<unknown>[] = [];
    const queue = cloudflareQueue(binding, {
      keepAlive: (work) => kept.push(work),
      onError: (error) => errors.push(error),
    });
    queue.wake(["a job"]);
    await Promise.all(kept);
    expect(errors).toHaveLength(1);
  });

  it("[J12] are worth one unit of work each, which is told of before and after, and end with the work", async () => {
    const { sent, queue, source, ended } = noted(2);
    const { messages, ends } = batchOf(4);
    await consume({ messages }, { source, queue, now: Date.now, onError });
    expect(ended).toHaveLength(2);
    expect(sent).toHaveLength(4);
    expect(ends).toEqual(Array.from({ length: 4 }, () => "acknowledged"));
  });

  it("[J12] for which a batch has no time are sent again", async () => {
    const { sent, queue, source, ended } = noted(5);
    const { messages, ends } = batchOf(3);
    let time = 0;
    const now = (): number => (time += 400);
    await consume({ messages }, { source, queue, now, onError, budget: 1_000 });
    expect(ended).toHaveLength(1);
    expect(sent).toHaveLength(2 + 2);
    expect(ends).toEqual(Array.from({ length: 3 }, () => "acknowledged"));
  });

  it("[J12] come again where the rows cannot be reached", async () => {
    const { errors, queue, source } = noted(0);
    const { messages, ends } = batchOf(2);
    const away = { ...source, claim: () => Promise.reject(new Error("away")) };
    const tell = (error: unknown): void => void errors.push(error);
    await consume({ messages }, { source: away, queue, now: Date.now, onError: tell });
    expect(ends).toEqual(["again in 10 s", "again in 10 s"]);
    expect(errors).toHaveLength(2);
    const due = () => Promise.reject(new Error("away"));
    expect(await sweepQueue({ source, queue, due, onError: tell })).toBe(0);
    expect(errors).toHaveLength(3);
  });

  it("[J4] [J12] renew the leases of long work, and tell it to end before the platform does", async () => {
    const { queue, source } = noted(1);
    let beats = 0;
    const heartbeat = (): Promise<void> => Promise.resolve(void (beats += 1));
    const run = (_: string, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    const { messages, ends } = batchOf(1);
    const long = { ...source, heartbeat, run };
    await consume({ messages }, { source: long, queue, now: Date.now, onError, beat: 10, patience: 100 });
    expect(beats).toBeGreaterThan(2);
    expect(ends).toEqual(["acknowledged"]);
  });
});
