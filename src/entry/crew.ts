import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Crew } from "../cli/host.ts";

/** Milliseconds until a worker that died is begun again; twice as long each time, and never longer than a minute. */
const patience = 1_000;
/** Milliseconds in which a worker gives its tasks back when it is told to stop. */
const grace = 8_000;

/**
 * A process of its own that works on the queue (`work --stay`), so that drawing keeps nobody waiting who reads, and a book that takes all memory
 * does not take the server with it. It is begun again where it dies, and ends with this process, however that ends: its channel closes.
 */
export function openCrew(program: URL, tell: (text: string) => void): Crew {
  const over = new AbortController();
  let worker: ChildProcess | null = null;
  let running: Promise<void> | null = null;

  async function keepWorking(): Promise<void> {
    for (let wait = patience; !over.signal.aborted; wait = Math.min(60_000, wait * 2)) {
      const began = performance.now();
      const code = await workOnce();
      if (over.signal.aborted) return;
      if (performance.now() - began > 60_000) wait = patience;
      tell(`! The worker has ended (${code}); it is begun again in ${wait / 1000} s.\n`);
      await pause(wait, null, { signal: over.signal }).catch(() => null);
    }
  }

  function workOnce(): Promise<string> {
    return new Promise((resolve) => {
      const child = fork(program, ["work", "--stay", "--quiet"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      worker = child;
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, signal) => {
        worker = null;
        resolve(signal ?? `code ${code}`);
      });
    });
  }

  return {
    begin() {
      running ??= keepWorking();
    },
    wake() {
      // A worker that is just ending has nothing to be woken for.
      if (worker?.connected) worker.send("wake", () => undefined);
    },
    async end() {
      over.abort();
      const child = worker;
      child?.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), grace);
      await running;
      clearTimeout(late);
    },
  };
}
