import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { codeOf } from "./file-errors.ts";

/** A folder that a run fills before its files go to their place. */
export interface PartialFolder {
  path: string;
}

const namePattern = /^\.fabula-partial-(\d+)-\d+$/;
/** Says whose it is; without it nothing is ever swept. */
const marker = "fabula-run.txt";

let opened = 0;

/** Makes a partial folder in a folder that exists: `prints` for pages, `files` for what is taken away. */
export async function openPartialFolder(home: string): Promise<PartialFolder> {
  const path = join(home, `.fabula-partial-${process.pid}-${++opened}`);
  await mkdir(path);
  await writeFile(join(path, marker), hostname());
  await mkdir(join(path, "prints"));
  await mkdir(join(path, "files"));
  return { path };
}

/** Removes what killed runs of this machine left in a folder: marked as ours, and the process gone. */
export async function sweepAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = namePattern.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)) && (await isOurs(join(home, name))))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

async function isOurs(path: string): Promise<boolean> {
  try {
    return (await readFile(join(path, marker), "utf8")) === hostname();
  } catch (error) {
    if (codeOf(error) !== null) return false;
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
