import { Worker } from "node:worker_threads";
import type { Rasterizer } from "./rasterizer.ts";

interface Job {
  svg: string;
  attempts: number;
  resolve: (png: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
  pages: number;
}

/** The engine's memory grows with the pages it drew, so a thread is replaced after this many. */
const pagesPerThread = 40;

/** Native resvg in worker threads. A thread that dies is replaced and its page tried once more. */
export function createNodeRasterizer(threads: number): Rasterizer {
  const pool: Thread[] = [];
  const waiting: Job[] = [];
  let closed = false;

  function start(): Thread {
    const worker = new Worker(new URL(`./node-thread${import.meta.filename.slice(-3)}`, import.meta.url));
    const thread: Thread = { worker, job: null, pages: 0 };
    worker.on("message", (reply: { png: Uint8Array } | { error: string }) => {
      const job = thread.job;
      thread.job = null;
      if ("png" in reply) job?.resolve(reply.png);
      else job?.reject(new Error(`The page could not be rasterised: ${reply.error}`));
      if (++thread.pages >= pagesPerThread) replace(thread);
      next();
    });
    worker.on("error", (error) => fail(thread, error));
    pool.push(thread);
    return thread;
  }

  function replace(thread: Thread): void {
    pool.splice(pool.indexOf(thread), 1);
    void thread.worker.terminate();
  }

  function fail(thread: Thread, error: unknown): void {
    const job = thread.job;
    thread.job = null;
    replace(thread);
    if (job && job.attempts < 2 && !closed) waiting.unshift(job);
    else job?.reject(new Error("The rasteriser's thread died twice on one page", { cause: error }));
    next();
  }

  function next(): void {
    while (waiting.length > 0 && !closed) {
      const thread = pool.find((t) => t.job === null) ?? (pool.length < threads ? start() : null);
      if (!thread) return;
      const job = waiting.shift();
      if (!job) return;
      job.attempts++;
      thread.job = job;
      thread.worker.postMessage(job.svg);
    }
  }

  return {
    concurrency: threads,
    toPng: (svg) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The rasteriser is closed"));
        waiting.push({ svg, attempts: 0, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      const stopped = new Error("The rasteriser was closed");
      for (const job of waiting.splice(0)) job.reject(stopped);
      for (const thread of pool) thread.job?.reject(stopped);
      await Promise.all(pool.splice(0).map((thread) => thread.worker.terminate()));
    },
  };
}
