import { readdirSync, readFileSync } from "node:fs";

/** What a process of workerd has used: CPU time of all its threads in milliseconds, memory in MiB. */
export interface ProcessFigures {
  cpu: number;
  resident: number;
  /** The most that it had at once. */
  peak: number;
}

/** Milliseconds of a tick of the kernel's clock. */
const tick = 10;

/** The figures of the child of this process that runs workerd and has used most. Linux only (proc(5)). */
export function workerdFigures(): ProcessFigures {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => figuresOf(id))
    .toSorted((a, b) => b.cpu - a.cpu);
  if (!found[0]) throw new Error("This process has started no workerd.");
  return found[0];
}

function figuresOf(id: string): ProcessFigures[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (!stat.includes("(workerd)") || fields[1] !== String(process.pid)) return [];
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    const mebibytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    const cpu = (Number(fields[11]) + Number(fields[12])) * tick;
    return [{ cpu, resident: mebibytes("VmRSS"), peak: mebibytes("VmHWM") }];
  } catch {
    // A process may have ended meanwhile.
    return [];
  }
}
