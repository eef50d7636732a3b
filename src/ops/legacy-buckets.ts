import { type FileCategory, fileCategories } from "../features/files/stored-file.ts";

/** The buckets of the predecessor and what was in them (seed 000, Storage Migration Mapping). */
const categoryOfBucket: Readonly<Record<string, FileCategory>> = {
  NOVEL_STORAGE: "novels",
  CHUNKS_STORAGE: "chunks",
  ANALYSIS_STORAGE: "analysis",
  LAYOUTS_STORAGE: "layouts",
  RENDERS_STORAGE: "renders",
  OUTPUTS_STORAGE: "outputs",
};

/** What a key of a store says: one of ours, an object of a bucket of the predecessor, or somebody's. */
export type KeyKind = { kind: "ours" } | { kind: "legacy"; category: FileCategory } | { kind: "foreign" };

export function kindOfKey(key: string): KeyKind {
  const [first = "", ...rest] = key.split("/");
  const category = categoryOfBucket[first];
  if (category !== undefined && rest.length > 0) return { kind: "legacy", category };
  const isOurs = rest.length === 2 && fileCategories.some((each) => each === first);
  return isOurs ? { kind: "ours" } : { kind: "foreign" };
}
