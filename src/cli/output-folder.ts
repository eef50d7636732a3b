import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ArtifactName, Artifacts } from "../core/pipeline.ts";
import type { OutputFile } from "../core/print/bind-files.ts";
import type { TaskStore } from "../core/run-pipeline.ts";
import { Refused } from "../core/text/result.ts";

/** A folder that is filled beside its place and appears whole, or not at all. */
export interface OutputFolder {
  /** Keeps documents in memory and printed pages on disk, so that memory stays flat (F6). */
  store: TaskStore;
  /** Streams a file into the folder; gives its size. */
  write(file: OutputFile): Promise<number>;
  /** Puts everything in its place; what an earlier run left under the same names is replaced, other files stay. */
  publish(): Promise<void>;
  /** Removes what was begun. Does nothing after `publish`. */
  discard(): Promise<void>;
}

/** Opens a place for the files of one run. Throws `Refused` where the folder cannot be written. */
export async function openOutputFolder(target: string): Promise<OutputFolder> {
  const partial = join(dirname(target), `${basename(target)}.partial-${process.pid}`);
  const prints = join(partial, ".prints");
  const files = join(partial, "files");
  await guarded(target, async () => {
    await removeAbandoned(target);
    await mkdir(prints, { recursive: true });
    await mkdir(files, { recursive: true });
  });
  return {
    store: createStore(prints, target),
    write: (file) => guarded(target, () => writeChunks(join(files, ...file.path.split("/")), file.chunks())),
    publish: () =>
      guarded(target, async () => {
        await mkdir(target, { recursive: true });
        for (const name of await readdir(files)) {
          await rm(join(target, name), { recursive: true, force: true });
          await rename(join(files, name), join(target, name));
        }
        await rm(partial, { recursive: true, force: true });
      }),
    discard: () => rm(partial, { recursive: true, force: true }),
  };
}

function createStore(prints: string, target: string): TaskStore {
  const documents = new Map<string, unknown>();
  const key = (name: ArtifactName, unit: string): string => `${name}/${unit}`;
  return {
    async load<Name extends ArtifactName>(name: Name, unit: string): Promise<Artifacts[Name] | null> {
      const found = documents.get(key(name, unit)) ?? null;
      if (found === null || name !== "print") {
        // Only `save` below writes to the map, under the name that ties the value to its type.
        return found as Artifacts[Name] | null;
      }
      const bytes: Artifacts["print"] = new Uint8Array(await readFile(join(prints, unit)));
      return bytes as Artifacts[Name];
    },
    async save(name, unit, value) {
      if (name === "drawing") return;
      if (name !== "print") documents.set(key(name, unit), value);
      else if (value instanceof Uint8Array) {
        await guarded(target, () => writeFile(join(prints, unit), value));
        documents.set(key(name, unit), true);
      }
    },
  };
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

/** Runs that were killed leave `NAME.partial-PID`; those whose process is gone are swept away. */
async function removeAbandoned(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const prefix = `${basename(target)}.partial-`;
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const refusals: Readonly<Record<string, string>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EACCES: "out-unwritable",
  EPERM: "out-unwritable",
  EROFS: "out-unwritable",
  ENOTDIR: "out-unwritable",
  EEXIST: "out-unwritable",
};

/** Turns what a file system says into a refusal that a person can act on. */
async function guarded<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = refusals[codeOf(error) ?? ""];
    if (code) throw new Refused(code, target, { cause: error });
    throw error;
  }
}

/** The system's code of a failed call, such as `ENOENT`; null for other errors. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
