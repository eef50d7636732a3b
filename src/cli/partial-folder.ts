import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Refused } from "../core/text/result.ts";
import { codeOf } from "./file-errors.ts";

/** A folder that a run fills before its files go to their place. */
export interface PartialFolder {
  path: string;
}

const namePattern = /^\.fabula-partial-(\d+)-\d+$/;
/** Says whose it is; without it nothing is ever swept. */
const marker = "fabula-run.txt";

let opened = 0;

/**
 * Makes a partial folder in a folder that exists: `prints` for pages, `files` for what is taken away. Throws
 * `Refused("out-busy")` where another run began to fill the same target before.
 */
export async function openPartialFolder(home: string, target: string): Promise<PartialFolder> {
  const name = `.fabula-partial-${process.pid}-${++opened}`;
  const path = join(home, name);
  await mkdir(path);
  await writeFile(join(path, marker), `${hostname()}\n${target}`);
  // Looked for after the own mark is there: of two runs that start together, the later one sees the earlier.
  if (await isBusy(home, name, target)) {
    await rm(path, { recursive: true, force: true });
    throw new Refused("out-busy", target);
  }
  await mkdir(join(path, "prints"));
  await mkdir(join(path, "files"));
  return { path };
}

/** Removes what killed runs of this machine left in a folder: marked as ours, and the process gone. */
export async function sweepAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = namePattern.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)) && (await runIn(join(home, name))) !== null)
      await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Whether a run of this machine that is still alive fills the same target, and began before this one. */
async function isBusy(home: string, own: string, target: string): Promise<boolean> {
  const mine = await runIn(join(home, own));
  for (const name of await readdir(home)) {
    const pid = namePattern.exec(name)?.[1];
    if (pid === undefined || name === own || !isAlive(Number(pid))) continue;
    const other = await runIn(join(home, name));
    if (other?.target !== target || mine === null) continue;
    if (other.began < mine.began || (other.began === mine.began && name < own)) return true;
  }
  return false;
}

/** What a partial folder says of its run; null where it is not marked by a run of this machine. */
async function runIn(path: string): Promise<{ target: string; began: bigint } | null> {
  try {
    const [host, target = ""] = (await readFile(join(path, marker), "utf8")).split("\n");
    const { mtimeNs } = await stat(join(path, marker), { bigint: true });
    return host === hostname() ? { target, began: mtimeNs } : null;
  } catch (error) {
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
