import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** The name of this process among the workers of a database: machine, process id, and when the process began, since ids are used again. */
export function workerName(): string {
  return `${hostname()}#${process.pid}#${startOf(process.pid) ?? "?"}`;
}

/** Whether a worker of this name was a process of this machine that is gone. Of other machines nothing is known. */
export function workerIsDead(name: string): boolean {
  const [machine, id, start] = name.split("#");
  if (machine !== hostname() || id === undefined) return false;
  if (!isAlive(Number(id))) return true;
  const now = startOf(Number(id));
  return now !== null && start !== "?" && start !== now;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process began, in ticks since the machine did (proc(5), field 22); null where the system does not say. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    // There is no such file on macOS and Windows, nor of a process that has ended.
    return null;
  }
}
