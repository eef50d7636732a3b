import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { WatchOrder, WatchReport } from "./watch-message.ts";

/** Milliseconds until a process that died is begun again; twice as long each time, and never longer than a minute. */
const patience = 1_000;
/** Times that one file may end the process. */
const mostDeaths = 2;

const program = fileURLToPath(new URL(`./watch-child${import.meta.filename.slice(-3)}`, import.meta.url));

/** A folder that is watched in a process of its own: reading a book keeps nobody waiting, and one that takes all memory takes no server with it. */
export interface FolderWatching {
  folder: string;
  /** Whether the folder was there when it was looked at last. */
  isThere(): boolean;
  end(): void;
}

export function openFolderWatch(order: Omit<WatchOrder, "tooHeavy">, tell: (text: string) => void): FolderWatching {
  const over = new AbortController();
  const deaths = new Map<string, number>();
  let [child, isThere, lastTrouble]: [ChildProcess | null, boolean, string] = [null, false, ""];

  /** Runs until the process has ended, and gives the file that it was reading then. */
  function watchOnce(): Promise<string | null> {
    return new Promise((resolve) => {
      let reading: string | null = null;
      const begun = fork(program, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      child = begun;
      begun.on("message", (message) => {
        // `watch-child.ts` sends nothing else.
        const report = message as WatchReport;
        if ("reading" in report) reading = report.reading;
        else if ("isThere" in report) noteThere(report.isThere);
        else tellOnce(`! ${order.folder}: ${report.trouble}\n`);
      });
      begun.once("error", () => resolve(reading));
      begun.once("exit", () => resolve(reading));
      const tooHeavy = [...deaths].flatMap(([state, times]) => (times >= mostDeaths ? [state] : []));
      begun.send({ ...order, tooHeavy } satisfies WatchOrder, () => undefined);
    });
  }

  function noteThere(now: boolean): void {
    isThere = now;
    if (now) lastTrouble = "";
    else tellOnce(`! ${order.folder} is not there; it is watched as soon as it comes back.\n`);
  }

  function tellOnce(text: string): void {
    if (text !== lastTrouble) tell(text);
    lastTrouble = text;
  }

  async function keepWatching(): Promise<void> {
    for (let wait = patience; !over.signal.aborted; wait = Math.min(60_000, wait * 2)) {
      const began = performance.now();
      const reading = await watchOnce();
      if (over.signal.aborted) return;
      if (reading !== null) deaths.set(reading, (deaths.get(reading) ?? 0) + 1);
      if (performance.now() - began > 60_000) wait = patience;
      await pause(wait, null, { signal: over.signal }).catch(() => null);
    }
  }

  void keepWatching();
  return {
    folder: order.folder,
    isThere: () => isThere,
    end() {
      over.abort();
      child?.kill("SIGTERM");
    },
  };
}
