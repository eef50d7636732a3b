import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "../core/print/bind-files.ts";
import type { TaskStore } from "../core/run-pipeline.ts";
import { Refused } from "../core/text/result.ts";
import { codeOf, guarded, makeFolders } from "./file-errors.ts";
import { createFileTaskStore } from "./file-task-store.ts";
import { openPartialFolder, sweepAbandoned } from "./partial-folder.ts";

/** A folder that is filled beside its place and put there at the end. */
export interface OutputFolder {
  /** Keeps documents in memory and printed pages on disk, so that memory stays flat (F6). */
  store: TaskStore;
  /** Streams a file into the folder; gives its size. */
  write(file: OutputFile): Promise<number>;
  /** Puts everything in its place. Pictures of an earlier comic that this one does not have go; nothing else is touched. */
  publish(): Promise<void>;
  /** Removes what was begun. Does nothing after `publish`. */
  discard(): Promise<void>;
}

/** Something outside that removes a folder should this process die; the result calls it off. */
export type Guard = (folder: string) => () => void;

/**
 * Opens a place for the files of one run. Throws `Refused` at once where the folder cannot be written, or where it holds
 * files of the same names that are not a comic of ours.
 */
export async function openOutputFolder(target: string, guard: Guard): Promise<OutputFolder> {
  await refuseForeign(target, (name) => ownNames.has(name));
  const exists = await isFolder(target);
  const home = exists ? target : dirname(target);
  const partial = await guarded(target, async () => {
    await makeFolders(home);
    await sweepAbandoned(home);
    return openPartialFolder(home);
  });
  const callOff = guard(partial.path);
  const files = join(partial.path, "files");
  const written: string[] = [];
  return {
    store: createFileTaskStore(join(partial.path, "prints"), (work) => guarded(target, work)),
    write: (file) => {
      written.push(file.path);
      return guarded(target, () => writeChunks(join(files, ...file.path.split("/")), file.chunks()));
    },
    publish: async () => {
      await refuseForeign(target, (name) => written.includes(name) || ownNames.has(name));
      await guarded(target, () => putInPlace(files, target, written));
    },
    discard: async () => {
      await rm(partial.path, { recursive: true, force: true });
      callOff();
    },
  };
}

/** Names that every comic has. */
const ownNames: ReadonlySet<string> = new Set(["pages", "cast", "index.html", "report.json", "timings.json"]);

/** Throws where a folder holds names that a comic would take, unless they are a comic's already. */
async function refuseForeign(target: string, taken: (name: string) => boolean): Promise<void> {
  const names = await namesIn(target);
  if (names.some(taken) && !(await isComic(target))) throw new Refused("out-occupied", target);
}

async function namesIn(target: string): Promise<string[]> {
  try {
    return await readdir(target);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new Refused("out-unwritable", target, { cause: error });
  }
}

/** Whether a folder is the output of an earlier run: its report says so. */
async function isComic(target: string): Promise<boolean> {
  try {
    const report: unknown = JSON.parse(await readFile(join(target, "report.json"), "utf8"));
    if (typeof report !== "object" || report === null || !("program" in report)) return false;
    const { program } = report;
    return typeof program === "object" && program !== null && "name" in program && program.name === "fabula";
  } catch {
    // Unreadable, missing or not JSON: not ours.
    return false;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw new Refused("out-unwritable", path, { cause: error });
  }
}

async function writeChunks(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "w");
  let size = 0;
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk);
      size += chunk.length;
    }
  } finally {
    await handle.close();
  }
  return size;
}

/** Moves file by file; the report last, as the seal that the folder is a whole comic. */
async function putInPlace(files: string, target: string, written: readonly string[]): Promise<void> {
  const seal = "report.json";
  for (const path of [...written.filter((name) => name !== seal), seal].filter((name) => written.includes(name))) {
    await makeFolders(dirname(join(target, path)));
    await rename(join(files, path), join(target, path));
  }
  for (const folder of ["pages", "cast"]) {
    const stale = (await namesIn(join(target, folder))).filter(
      (name) => /^(?:\d{4,}|n\d+)\.png$/.test(name) && !written.includes(`${folder}/${name}`),
    );
    for (const name of stale) await rm(join(target, folder, name), { force: true });
  }
}
