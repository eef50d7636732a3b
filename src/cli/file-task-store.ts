import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArtifactName, Artifacts } from "../core/pipeline.ts";
import type { TaskStore } from "../core/task-store.ts";

/** A task store for one run: laid-out and printed pages in a folder, drawings nowhere, every other document in memory (F6). */
export function createFileTaskStore(folder: string, guarded: <T>(work: () => Promise<T>) => Promise<T>): TaskStore {
  const documents = new Map<string, unknown>();
  const key = (name: ArtifactName, unit: string): string => `${name}-${unit}`;
  return {
    async load<Name extends ArtifactName>(name: Name, unit: string): Promise<Artifacts[Name] | null> {
      const found = documents.get(key(name, unit)) ?? null;
      const format = formats[name];
      const value = found === null || !format ? found : format.read(await readFile(join(folder, key(name, unit))));
      // Only `save` below writes to the map and the folder, under the name that ties the value to its type.
      return value as Artifacts[Name] | null;
    },
    async save(name, unit, value) {
      if (name === "drawing") return;
      const format = formats[name];
      if (format) await guarded(() => writeFile(join(folder, key(name, unit)), format.write(value)));
      documents.set(key(name, unit), format ? "in the folder" : value);
    },
  };
}

interface FileFormat {
  write(value: unknown): string | Uint8Array;
  read(bytes: Buffer): unknown;
}

/** How documents are kept that grow with the pages. */
const formats: Partial<Record<ArtifactName, FileFormat>> = {
  pages: { write: (value) => JSON.stringify(value), read: (bytes) => JSON.parse(bytes.toString()) },
  print: {
    // The pipeline ties the artifact's name to its type.
    write: (value) => value as Artifacts["print"],
    read: (bytes) => new Uint8Array(bytes),
  },
};
