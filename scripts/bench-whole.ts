// `npm run bench:whole -- [BOOK …]`: whole runs of the command line as somebody starts them, with the time of each stage and the largest
// memory of all its processes together.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
/** Milliseconds between two looks at the memory. */
const interval = 100;

interface Timings {
  milliseconds: number;
  stages: { stage: string; milliseconds: number }[];
}

for (const book of books) {
  const out = mkdtempSync(join(tmpdir(), "fabula-bench-"));
  try {
    const peak = await run(resolve(folder, book), out);
    // The program wrote this file itself a moment ago.
    const { milliseconds, stages } = JSON.parse(readFileSync(join(out, "timings.json"), "utf8")) as Timings;
    const told = stages.map((each) => `${each.stage} ${(each.milliseconds / 1000).toFixed(1)} s`).join(", ");
    process.stdout.write(
      `${basename(book)}: ${(milliseconds / 1000).toFixed(1)} s, ${readdirSync(join(out, "pages")).length} pictures, ${peak === null ? "memory unknown" : `${peak.toFixed(0)} MB`} (${told})\n`,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Runs `fabula make`; gives the peak of the memory that its processes share and have alone in MB, or null where the system does not tell. */
function run(book: string, out: string): Promise<number | null> {
  return new Promise((done, failed) => {
    const args = ["src/entry/cli.ts", "make", book, "--out", out, "--quiet"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    let peak: number | null = null;
    const look = setInterval(() => {
      const memory = child.pid === undefined ? null : memoryOf(child.pid);
      if (memory !== null) peak = Math.max(peak ?? 0, memory);
    }, interval);
    child.on("error", failed);
    child.on("exit", (code) => {
      clearInterval(look);
      if (code === 0) done(peak);
      else failed(new Error(`fabula make ${book} ended with ${code}`));
    });
  });
}

/** Proportional memory of a process and its children in MB (Linux: /proc/PID/smaps_rollup). */
function memoryOf(pid: number): number | null {
  try {
    const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + (memoryOf(Number(child)) ?? 0), own);
  } catch {
    // Another system, or the process has ended.
    return null;
  }
}
