import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RasterReply } from "./node-child.ts";
import type { Rasterizer } from "./rasterizer.ts";

interface Job {
  svg: string;
  attempts: number;
  resolve: (png: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Child {
  process: ChildProcess;
  job: Job | null;
  pages: number;
  /** The end of what it wrote to standard error, for the message when it dies. */
  lastWords: string;
}

/** The engine's memory grows with the pages it drew, so a child is replaced after this many. */
const pagesPerChild = 40;

const program = fileURLToPath(new URL(`./node-child${import.meta.filename.slice(-3)}`, import.meta.url));

/**
 * Native resvg in child processes: the engine ends its whole process when a picture goes against its assumptions, which a thread would not survive.
 * A child that dies is replaced and its page tried once more.
 */
export function createNodeRasterizer(children: number): Rasterizer {
  const pool: Child[] = [];
  const waiting: Job[] = [];
  let closed = false;

  function start(): Child {
    const child: Child = {
      process: fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "pipe", "ipc"] }),
      job: null,
      pages: 0,
      lastWords: "",
    };
    child.process.stderr?.on(
      "data",
      (text: Buffer) => (child.lastWords = (child.lastWords + text.toString()).slice(-2000)),
    );
    // `node-child.ts` sends nothing but replies.
    child.process.on("message", (reply) => finish(child, reply as RasterReply));
    child.process.on("error", (error) => fail(child, error));
    child.process.on("exit", () => fail(child, new Error(child.lastWords.trim() || "no last words")));
    pool.push(child);
    return child;
  }

  function finish(child: Child, reply: RasterReply): void {
    const job = child.job;
    child.job = null;
    if ("png" in reply) job?.resolve(reply.png);
    else job?.reject(new Error(`The page could not be rasterised: ${reply.error}`));
    if (++child.pages >= pagesPerChild) retire(child);
    next();
  }

  function retire(child: Child): void {
    const place = pool.indexOf(child);
    if (place >= 0) pool.splice(place, 1);
    child.process.removeAllListeners("exit");
    child.process.kill("SIGKILL");
  }

  function fail(child: Child, cause: Error): void {
    const job = child.job;
    child.job = null;
    retire(child);
    if (job && job.attempts < 2 && !closed) waiting.unshift(job);
    else job?.reject(new Error("The rasteriser died twice on one page", { cause }));
    next();
  }

  function next(): void {
    while (waiting.length > 0 && !closed) {
      const child = pool.find(({ job }) => job === null) ?? (pool.length < children ? start() : null);
      if (!child) return;
      const job = waiting.shift();
      if (!job) return;
      job.attempts++;
      child.job = job;
      child.process.send(job.svg);
    }
  }

  return {
    concurrency: children,
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
      for (const child of pool.slice()) {
        child.job?.reject(stopped);
        retire(child);
      }
    },
  };
}
