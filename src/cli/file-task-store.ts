import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArtifactName, Artifacts } from "../core/pipeline.ts";
import type { TaskStore } from "../core/run-pipeline.ts";

/** A task store for one run: documents in memory, printed pages in a folder, drawings nowhere (F6). */
export function createFileTaskStore(prints: string, guarded: <T>(work: () => Promise<T>) => Promise<T>): TaskStore {
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
        await guarded(() => writeFile(join(prints, unit), value));
        documents.set(key(name, unit), true);
      }
    },
  };
}
