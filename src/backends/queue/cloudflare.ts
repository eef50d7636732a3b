import { pause } from "./bell.ts";
import type { TaskQueue, TaskSource } from "./task-queue.ts";

/** What is used of a producer's binding of Cloudflare Queues. */
export interface QueueBinding {
  sendBatch(messages: Iterable<{ body: WakeMessage }>): Promise<unknown>;
}

/** A message: a task or job that may have work, or null for "look". */
export interface WakeMessage {
  id: string | null;
}

/** What is used of a batch as the platform hands it to `queue()`. */
export interface WakeBatch {
  readonly messages: readonly {
    ack(): void;
    retry(options?: { delaySeconds?: number }): void;
  }[];
}

export interface CloudflareQueue extends TaskQueue {
  /** As `wake`, for those who can wait until the platform has the messages. Never throws: what is not sent, the next sweep makes good. */
  send(ids: readonly string[]): Promise<void>;
}

interface QueueOptions {
  /** `waitUntil` of the event that is handled: a send that nobody waits for ends with the event. */
  keepAlive: (work: Promise<unknown>) => void;
  /** Gets what the platform refuses; the rows stay, and the next sweep wakes for them. */
  onError: (error: unknown) => void;
}

/**
 * Milliseconds that the platform lets one message be worked on, and so the length of a lease that a Worker claims with: whoever holds one for longer
 * has been ended. https://developers.cloudflare.com/queues/platform/limits/
 */
export const messageLife = 15 * 60_000;

/** Messages that the platform takes at once. */
const batchSize = 100;
/** Characters of an id that is sent; 100 such messages are far below the 256,000 bytes that the platform takes at once. */
const longestId = 500;
/** Seconds until a message comes again that found no database. */
const retryDelay = 10;

/** Wakes by messages of Cloudflare Queues: one for each id, each worth one unit of work. */
export function cloudflareQueue(binding: QueueBinding, { keepAlive, onError }: QueueOptions): CloudflareQueue {
  async function send(ids: readonly string[]): Promise<void> {
    const messages = (ids.length > 0 ? ids : [null]).map((id) => ({
      body: { id: id !== null && id.length > longestId ? null : id },
    }));
    try {
      for (let from = 0; from < messages.length; from += batchSize)
        await binding.sendBatch(messages.slice(from, from + batchSize));
    } catch (error) {
      onError(error);
    }
  }
  return { send, wake: (ids) => keepAlive(send(ids)) };
}

export interface ConsumeOptions<Work> {
  /** Its leases last `messageLife`: code that computes without a pause has no heartbeat. */
  source: TaskSource<Work>;
  /** Where it is told that there may be more. */
  queue: CloudflareQueue;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Gets what the source throws: a database that is away. */
  onError: (error: unknown) => void;
  /** Milliseconds after which no further unit of this batch is begun; what is left of it is sent again. */
  budget?: number;
  /** Milliseconds between renewals of leases, by which a task that was cancelled is aborted. */
  beat?: number;
  /** Milliseconds after which running work is told to end and is given back. */
  patience?: number;
}

/**
 * Handles a batch: for each message one unit of work that is due, whatever the message named, since rows are the truth. Who finds one says so before and
 * after it, so that others take what is left and what has become ready; who finds none says nothing, and so the messages end with the work.
 * Every message is acknowledged, also one whose work failed (that is in the rows); only where the rows cannot be reached is it asked for again.
 * Never throws.
 */
export async function consume<Work>(batch: WakeBatch, options: ConsumeOptions<Work>): Promise<void> {
  const { source, queue, now, onError, budget = 10_000, beat = 30_000, patience = messageLife - 60_000 } = options;
  const began = now();
  for (const message of batch.messages) {
    if (now() - began >= budget) {
      await queue.send([]);
      message.ack();
      continue;
    }
    try {
      const [work] = await source.claim(1);
      if (work !== undefined) {
        await queue.send([]);
        await withHeartbeats(options, { beat, left: patience - (now() - began) }, (signal) => source.run(work, signal));
        await queue.send([]);
      }
      message.ack();
    } catch (error) {
      onError(error);
      message.retry({ delaySeconds: retryDelay });
    }
  }
}

async function withHeartbeats<Work>(
  { source, onError }: ConsumeOptions<Work>,
  { beat, left }: { beat: number; left: number },
  act: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const late = new AbortController();
  async function beats(): Promise<void> {
    for (;;) {
      await pause(beat, ended.signal);
      if (ended.signal.aborted) return;
      await source.heartbeat().catch(onError);
    }
  }
  async function watch(): Promise<void> {
    await pause(left, ended.signal);
    if (!ended.signal.aborted) late.abort(new DOMException("The platform ends the message.", "AbortError"));
  }
  const beating = Promise.all([beats(), watch()]);
  try {
    await act(late.signal);
  } finally {
    ended.abort();
    await beating;
  }
}

/**
 * The net under the messages, for the cron trigger: takes tasks from workers that are gone, and sends a message for each of the first tasks that are due (`due`
 * gives their ids, at most `limit`), whether one was ever sent for it or not. Gives how many. Never throws.
 */
export async function sweepQueue<Work>({
  source,
  queue,
  due,
  onError,
  limit = batchSize,
}: {
  source: TaskSource<Work>;
  queue: CloudflareQueue;
  due: (limit: number) => Promise<readonly string[]>;
  onError: (error: unknown) => void;
  limit?: number;
}): Promise<number> {
  try {
    await source.sweep();
    const ids = await due(limit);
    if (ids.length > 0) await queue.send(ids);
    return ids.length;
  } catch (error) {
    onError(error);
    return 0;
  }
}
