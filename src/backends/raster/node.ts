import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RasterReply, RasterTask } from "./node-child.ts";
import type { Rasterizer } from "./rasterizer.ts";

interface Job {
  task: RasterTask;
  attempts: number;
  resolve: (picture: Uint8Array) => void;
  reject: (error: Error) => void;
}

interface Child {
  process: ChildProcess;
  job: Job | null;
  /** Pictures that the engine drew. */
  pictures: number;
  /** The end of what it wrote to standard error, for the message when it dies. */
  lastWords: string;
}

/** The engine's memory grows with the pictures it drew, so a child is replaced after this many. What we draw ourselves leaves nothing behind. */
const picturesPerChild = 40;

/** Megabytes for what lives shortly: with more, what a page leaves behind is thrown away so late that a child takes a third more memory. */
const youngMemory = "--max-semi-space-size=4";

const program = fileURLToPath(new URL(`./node-child${import.meta.filename.slice(-3)}`, import.meta.url));

/**
 * Drawing in child processes, where native resvg draws what is not of our own kind: that engine ends its whole process when a picture goes against its assumptions, which a thread would not survive.
 * A child that dies is replaced and its picture tried once more, which is told as a mishap.
 */
export function createNodeRasterizer(children: number): Rasterizer {
  const pool: Child[] = [];
  const waiting: Job[] = [];
  const mishaps: string[] = [];
  let closed = false;

  function start(): Child {
    const child: Child = {
      process: fork(program, {
        serialization: "advanced",
        stdio: ["ignore", "ignore", "pipe", "ipc"],
        execArgv: [...process.execArgv, youngMemory],
      }),
      job: null,
      pictures: 0,
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
    if ("picture" in reply) job?.resolve(reply.picture);
    else job?.reject(new Error(`The picture could not be rasterised: ${reply.error}`));
    if ("picture" in reply && reply.byEngine && ++child.pictures >= picturesPerChild) retire(child);
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
    if (job && job.attempts < 2 && !closed) {
      mishaps.push(`The rasteriser died and a picture was drawn again: ${cause.message.split("\n")[0]}`);
      waiting.unshift(job);
    } else job?.reject(new Error("The rasteriser died twice on one picture", { cause }));
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
      child.process.send(job.task);
    }
  }

  const made = (task: RasterTask): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error("The rasteriser is closed"));
      waiting.push({ task, attempts: 0, resolve, reject });
      next();
    });

  return {
    concurrency: children,
    toPng: (svg, width) => made(width === undefined ? { svg } : { svg, width }),
    toWebp: (png) => made({ png }),
    async fromWebp(webp, side) {
      const picture = await made({ webp, side });
      return picture.length === 0 ? null : picture;
    },
    mishaps: () => mishaps,
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
