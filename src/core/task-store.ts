import type { ArtifactName, Artifacts } from "./pipeline.ts";

/** Where finished work is kept: in memory and files for the command line, in rows and blobs for the studio. What is found there is not made again. */
export interface TaskStore {
  /** Null where the work is still to be done. `unit` is `book`, `k1` …, `e1` … or `page-0001` …. */
  load<Name extends ArtifactName>(name: Name, unit: string): Promise<Artifacts[Name] | null>;
  save<Name extends ArtifactName>(name: Name, unit: string, value: Artifacts[Name]): Promise<void>;
}

/** What must be there by now. */
export async function demand<Name extends ArtifactName>(
  store: TaskStore,
  name: Name,
  unit: string,
): Promise<Artifacts[Name]> {
  const found = await store.load(name, unit);
  if (found === null) throw new Error(`The task store has no ${name} of ${unit}`);
  return found;
}
