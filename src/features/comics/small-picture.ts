import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { unwrap } from "../../core/text/result.ts";
import { shrunkPng } from "./shrink-picture.ts";
import { openContent } from "../files/open-file.ts";
import { findArtifact } from "../files/queries/find-files.ts";
import { storeFile, type Storing } from "../files/store-file.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { wholeContent } from "../files/whole-content.ts";

/** Widths in pixels in which small pictures are kept: for a contact sheet, for a phone, for a window. */
const widths = [160, 320, 640] as const;

/** A page's picture at least so many pixels wide: the whole one, or a small one, which is made once and then kept. */
export async function pictureOfWidth(
  db: Database,
  storing: Storing & { blobs: BlobStore },
  picture: StoredFile,
  asked: number | null,
): Promise<StoredFile> {
  const width = widths.find((each) => asked !== null && asked <= each);
  const { owner, jobId, unit } = picture;
  if (width === undefined || jobId === null || unit === null) return picture;
  const place = { jobId, artifact: `print-${width}`, unit };
  const kept = await findArtifact(db, owner, place);
  if (kept) return kept;
  const whole = await wholeContent(unwrap(await openContent(storing.blobs, picture)).content, picture);
  const file = { category: "thumbnails", content: shrunkPng(whole, width), name: null, type: "png" } as const;
  const novelId = picture.novelId;
  // Whose space is full can still look at what they have: these are small, and there are at most three of a page.
  return unwrap(
    await storeFile(
      db,
      storing,
      owner,
      { ...file, novelId, artifact: place },
      { types: null, size: 2 ** 26, quota: null },
    ),
  );
}
