import type { Database } from "../../backends/sql/database.ts";
import { errorWords } from "../jobs/error-words.ts";
import type { LibraryParts } from "./library-parts.ts";
import { listImports } from "./queries/import-jobs.ts";
import type { Watched } from "./schema.ts";

/** Files that are told of. */
const shown = 50;

/** What a person sees of the folder that is watched for them; nothing of one that is watched for somebody else. */
export async function watchedView(
  db: Database,
  owner: string,
  watched: ReturnType<LibraryParts["watched"]>,
): Promise<Watched> {
  if (watched?.owner !== owner) return { folder: null, isThere: false, items: [] };
  const imports = await listImports(db, owner, "watch", shown);
  const items = imports.map(({ name, bookId, error, createdAt }) => ({
    name,
    bookId,
    error: error && errorWords(error.code),
    createdAt,
  }));
  return { folder: watched.folder, isThere: watched.isThere, items };
}
