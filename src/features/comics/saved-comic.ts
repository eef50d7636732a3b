import { createHash } from "node:crypto";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { pageOfUnit } from "../../core/pipeline-run.ts";
import type { OutputFile } from "../../core/print/comic.ts";
import { picturePath } from "../../core/print/reader-data.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { openContent } from "../files/open-file.ts";
import { artifactsOf } from "../files/queries/find-files.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { outputArtifact } from "./keep-outputs.ts";

/**
 * All files of a finished comic, as `fabula make` would write them into a folder; empty where the person has none of that job.
 * A file that is not what was kept ends with `Refused("stored-file-lost")`.
 */
export async function savedComic(db: Database, blobs: BlobStore, owner: string, job: string): Promise<OutputFile[]> {
  const outputs = await artifactsOf(db, owner, { jobId: job, artifact: outputArtifact });
  const pictures = await artifactsOf(db, owner, { jobId: job, artifact: "print" });
  return [
    ...outputs.map((file) => outputFile(blobs, file.unit ?? file.id, file)),
    ...pictures.map((file) => outputFile(blobs, picturePath(pageOfUnit(file.unit ?? "")), file)),
  ];
}

function outputFile(blobs: BlobStore, path: string, file: StoredFile): OutputFile {
  return {
    path,
    async *chunks() {
      const hash = createHash("sha256");
      for await (const chunk of unwrap(await openContent(blobs, file)).content) {
        hash.update(chunk);
        yield chunk;
      }
      if (hash.digest("hex") !== file.sha256) throw new Refused("stored-file-lost", file.key);
    },
  };
}
