/** First folder of a blob's key: what a file is for (docs/data-model.md, storage_files). */
export const fileCategories = [
  "novels",
  "chunks",
  "analysis",
  "layouts",
  "renders",
  "outputs",
  "audio",
  "images",
  "thumbnails",
  "exports",
  "backups",
] as const;
export type FileCategory = (typeof fileCategories)[number];

/** A file of a person that is whole in the store: its row is written after its blob, and hidden before the blob goes. */
export interface StoredFile {
  id: string;
  owner: string;
  /** `{category}/{owner}/{id}.{ending}`, the same on every store. */
  key: string;
  category: FileCategory;
  /** Safe for any system; null where the product made the file and nobody named it. */
  name: string | null;
  mime: string;
  /** Bytes. */
  size: number;
  /** Of the content, in hex. */
  sha256: string;
  novelId: string | null;
  jobId: string | null;
  /** What of the job's work it is, and of which unit of it: there is one file for each. */
  artifact: string | null;
  unit: string | null;
  /** ISO 8601, UTC. */
  createdAt: string;
}
