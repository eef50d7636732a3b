import { newBell, pause } from "./bell.ts";
import type { TaskPump, TaskSource } from "./task-queue.ts";

export interface PumpOptions {
  /** Tasks that run at once in this process. */
  concurrency: number;
  /** Milliseconds between looks when nothing wakes it: how late a lost message is made good. */
  poll?: number;
  /** Milliseconds between renewals of leases and looks for lost workers; a third of a lease or less. */
  beat?: number;
  /** Milliseconds that running tasks have to end when the pump stops. */
  grace?: number;
  /** Gets what the source throws: a database that is away. The pump goes on. */
  onError: (error: unknown) => void;
}

/** A pump as whatever carries its wakes drives it. */
export interface PumpLoop extends TaskPump {
  /** Looks as soon as a hand is free; resolves when it has looked, or when the pump stops. */
  look(): Promise<void>;
  /** Whether all hands are at work, so that a look would take nothing. */
  isFull(): boolean;
}

/**
 * Claims as much as it has hands for, sleeps when there is nothing to do, and looks again when it is woken, when a task has ended, and at every poll.
 * `onFull` is told of each look that took all it could: there may be more, for others.
 */
export function pumpLoop<Work>(
  source: TaskSource<Work>,
  options: PumpOptions,
  onFull: () => void = () => undefined,
): PumpLoop {
  const { concurrency, poll = 1_000, beat = 15_000, grace = 10_000, onError } = options;
  const running = new Map<Work, Promise<void>>();
  const stopping = new AbortController();
  let bell = newBell();
  const idlers: (() => void)[] = [];
  const lookers: (() => void)[] = [];

  async function begin(work: Work): Promise<void> {
    await attempt(() => source.run(work, stopping.signal));
    running.delete(work);
    bell.ring();
  }

  async function attempt<Result>(act: () => Promise<Result>): Promise<Result | null> {
    try {
      return await act();
    } catch (error) {
      onError(error);
      return null;
    }
  }

  async function look(): Promise<void> {
    const free = concurrency - running.size;
    if (free <= 0) return;
    // Who comes while the rows are asked may know of work that the answer does not.
    const [idling, looking] = [idlers.length, lookers.length];
    const claimed = await attempt(() => source.claim(free));
    for (const work of claimed ?? [])
      if (stopping.signal.aborted) await attempt(() => source.release(work));
      else running.set(work, begin(work));
    if (claimed?.length === free) onFull();
    if (claimed?.length === 0 && running.size === 0) resolveFirst(idlers, idling);
    resolveFirst(lookers, looking);
  }

  async function pump(): Promise<void> {
    while (!stopping.signal.aborted) {
      bell = newBell();
      await look();
      await bell.rings(poll);
    }
  }

  async function tend(): Promise<void> {
    // Leases of this process come first: they may have run out while it computed.
    await attempt(() => source.heartbeat());
    await attempt(() => source.sweep());
  }

  async function beats(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(beat, stopping.signal);
      if (!stopping.signal.aborted) await tend();
    }
  }

  async function end(): Promise<void> {
    stopping.abort(new DOMException("The pump stops.", "AbortError"));
    bell.ring();
    await looking;
    const ended = new AbortController();
    const allEnded = Promise.all(running.values()).then(() => ended.abort());
    await pause(grace, ended.signal);
    if (running.size > 0) await Promise.all([...running.keys()].map((work) => attempt(() => source.release(work))));
    else await allEnded;
    await beating;
    resolveFirst(idlers, idlers.length);
    resolveFirst(lookers, lookers.length);
  }

  // What dead workers left is there at the first look.
  const tended = tend();
  const looking = tended.then(pump);
  const beating = tended.then(beats);
  let ended: Promise<void> | null = null;

  function whenDone(waiting: (() => void)[]): Promise<void> {
    return new Promise((resolve) => {
      if (ended) return resolve(ended);
      waiting.push(resolve);
      bell.ring();
    });
  }

  return {
    wake: () => bell.ring(),
    look: () => whenDone(lookers),
    isFull: () => running.size >= concurrency,
    stop: () => (ended ??= end()),
    idle: () => whenDone(idlers),
  };
}

function resolveFirst(waiting: (() => void)[], count: number): void {
  for (const resolve of waiting.splice(0, count)) resolve();
}
