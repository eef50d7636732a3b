import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import type { OutputFile } from "../core/print/comic.ts";
import type { TaskStore } from "../core/task-store.ts";
import { Refused } from "../core/text/result.ts";
import { codeOf, guarded, makeFolders } from "./file-errors.ts";
import { createFileTaskStore } from "./file-task-store.ts";
import { openPartialFolder, sweepAbandoned } from "./partial-folder.ts";

/** A folder that is filled beside its place and put there at the end. */
export interface OutputFolder {
  /** Keeps documents in memory, laid-out and printed pages on disk, so that memory stays flat (F6). */
  store: TaskStore;
  /** Streams a file into the folder; gives its size. */
  write(file: OutputFile): Promise<number>;
  /** Puts everything in its place. Pictures of an earlier run that this one does not have go; nothing else is touched. */
  publish(): Promise<void>;
  /** Removes what was begun. Does nothing after `publish`. */
  discard(): Promise<void>;
}

/** Something outside that removes a folder should this process die; the result calls it off. */
export type Guard = (folder: string) => () => void;

/** What a run leaves in its folder. */
export interface OutputKind {
  /** Names that every such output has. */
  owns: ReadonlySet<string>;
  /** The file that says that the folder is a whole output of ours: it is put in place last. */
  seal: string;
  /** Pictures of an earlier run, which go when this one does not have them: the folder below the output's, and their names. */
  pictures: readonly { folder: string; name: RegExp }[];
}

export const comicOutput: OutputKind = {
  owns: new Set(["pages", "cast", "index.html", "report.json", "timings.json"]),
  seal: "report.json",
  pictures: [
    { folder: "pages", name: /^\d{4,}\.png$/ },
    { folder: "cast", name: /^n\d+\.png$/ },
  ],
};

export const sheetOutput: OutputKind = {
  owns: new Set(["sheets.json"]),
  seal: "sheets.json",
  pictures: [{ folder: ".", name: /^(?:cast|places)-\d+\.png$/ }],
};

/**
 * Opens a place for the files of one run. Throws `Refused` at once where the folder cannot be written, or where it holds
 * files of the same names that are not an output of ours.
 */
export async function openOutputFolder(target: string, kind: OutputKind, guard: Guard): Promise<OutputFolder> {
  await refuseForeign(target, kind, (name) => kind.owns.has(name));
  const exists = await isFolder(target);
  const home = exists ? target : dirname(target);
  const isNewHome = !exists && !(await isFolder(home));
  const partial = await guarded(target, async () => {
    await makeFolders(home);
    await sweepAbandoned(home);
    return openPartialFolder(home, target);
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
      await refuseForeign(target, kind, (name) => written.includes(name) || kind.owns.has(name));
      await guarded(target, () => putInPlace(files, target, kind, written));
    },
    discard: async () => {
      await rm(partial.path, { recursive: true, force: true });
      callOff();
      if (isNewHome) await removeEmpty(home);
    },
  };
}

/** A folder that holds something by now, or that somebody took away, is left as it is. */
async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(codeOf(error) ?? "")) throw error;
  }
}

/** Throws where a folder holds names that the output would take, unless they are ours already. */
async function refuseForeign(target: string, { seal }: OutputKind, taken: (name: string) => boolean): Promise<void> {
  const names = await namesIn(target);
  if (names.some(taken) && !(await isOurs(join(target, seal)))) throw new Refused("out-occupied", target);
}

async function namesIn(target: string): Promise<string[]> {
  try {
    return await readdir(target);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new Refused("out-unwritable", target, { cause: error });
  }
}

/** Whether a seal is that of an earlier run: it names the program. */
async function isOurs(seal: string): Promise<boolean> {
  try {
    const told: unknown = JSON.parse(await readFile(seal, "utf8"));
    if (typeof told !== "object" || told === null || !("program" in told)) return false;
    const { program } = told;
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

/** Moves file by file; the seal last. */
async function putInPlace(
  files: string,
  target: string,
  { seal, pictures }: OutputKind,
  written: readonly string[],
): Promise<void> {
  for (const path of [...written.filter((name) => name !== seal), seal].filter((name) => written.includes(name))) {
    await makeFolders(dirname(join(target, path)));
    await rename(join(files, path), join(target, path));
  }
  const kept = new Set(written.map((path) => normalize(path)));
  for (const { folder, name } of pictures)
    for (const found of await namesIn(join(target, folder)))
      if (name.test(found) && !kept.has(join(folder, found))) await rm(join(target, folder, found), { force: true });
}
