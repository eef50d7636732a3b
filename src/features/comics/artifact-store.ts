import type { ArtifactName, Artifacts } from "../../core/pipeline.ts";
import type { TaskStore } from "../../core/task-store.ts";

/** Where one kind of artifact is kept: in files of the job, or in rows. */
export interface ArtifactShelf<Value> {
  /** Null where there is none yet. */
  read(unit: string): Promise<Value | null>;
  /** Keeps the first where two write the same. */
  write(unit: string, value: Value): Promise<void>;
}

export type ArtifactShelves = { readonly [Name in ArtifactName]?: ArtifactShelf<Artifacts[Name]> };

/**
 * A task store over the shelves of a job. What belongs to the whole book is read once and then kept in memory; pages and pictures
 * are read when they are asked for (F6). An artifact without a shelf lives in memory, and a page's drawing nowhere.
 */
export function artifactStore(shelves: ArtifactShelves): TaskStore {
  const memory = new Map<string, unknown>();
  const ofBook = (name: ArtifactName, unit: string): string | null => (unit === "book" ? name : null);
  return {
    async load<Name extends ArtifactName>(name: Name, unit: string): Promise<Artifacts[Name] | null> {
      const key = ofBook(name, unit);
      // `load` and `save` alone write to the memory, under the name that ties the value to its type.
      if (key !== null && memory.has(key)) return memory.get(key) as Artifacts[Name];
      const shelf: ArtifactShelf<Artifacts[Name]> | undefined = shelves[name];
      const found = (await shelf?.read(unit)) ?? null;
      if (key !== null && found !== null) memory.set(key, found);
      return found;
    },
    async save<Name extends ArtifactName>(name: Name, unit: string, value: Artifacts[Name]) {
      const shelf: ArtifactShelf<Artifacts[Name]> | undefined = shelves[name];
      await shelf?.write(unit, value);
      const key = ofBook(name, unit);
      if (key !== null && !shelf) memory.set(key, value);
    },
  };
}
