import { timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { Book } from "../../core/book/book.ts";
import { openZip } from "../../core/book/open-zip.ts";
import { type Result, unwrap } from "../../core/text/result.ts";
import { findLinkedFile } from "../files/queries/find-files.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import { type StoreFailure, storeFile, type Storing } from "../files/store-file.ts";
import type { StoredFile } from "../files/stored-file.ts";

/** Bytes that the picture of a cover has at most. */
export const largestCover = 20 * 2 ** 20;

const pictures = ["png", "jpeg", "webp", "avif", "gif"] as const;

/** Keeps a picture as the cover of a book; what is no picture is refused. */
export async function keepCover(
  db: Database,
  storing: Storing,
  owner: string,
  novel: string,
  content: Uint8Array,
): Promise<Result<StoredFile, StoreFailure>> {
  const file = { category: "images", content, name: null, type: null, novelId: novel } as const;
  const limits = { types: pictures, size: largestCover, quota: await personQuota(db, owner) };
  const stored = await storeFile(db, storing, owner, file, limits);
  if (stored.ok) await noteCover(db, owner, novel, stored.value, storing);
  return stored;
}

async function noteCover(
  db: Database,
  owner: string,
  novel: string,
  { key, size }: StoredFile,
  { now, newId }: Pick<Storing, "now" | "newId">,
): Promise<void> {
  const [id, at] = [newId(), timeText(now())];
  const picture = db.kysely.insertInto("images").values({
    id,
    user_id: owner,
    type: "UPLOADED",
    purpose: "cover",
    status: "COMPLETED",
    title: "Cover",
    storage_key: key,
    file_size: size,
    created_at: at,
    updated_at: at,
  });
  await db.atomic([picture, coverUpdate(db, owner, novel, { image: id, at })]);
}

/** A book without a cover of its own: the pictures that it had stay with its files. */
export async function removeCover(db: Database, owner: string, novel: string, now: number): Promise<void> {
  await db.atomic([coverUpdate(db, owner, novel, { image: null, at: timeText(now) })]);
}

function coverUpdate({ kysely }: Database, owner: string, novel: string, to: { image: string | null; at: string }) {
  return kysely
    .updateTable("novels")
    .set({ cover_image_id: to.image, updated_at: to.at })
    .where("id", "=", novel)
    .where("user_id", "=", owner);
}

/** The picture that a book of the person's has as its cover; null where it has none. */
export async function coverFile(db: Database, owner: string, image: string): Promise<StoredFile | null> {
  const row = await db.kysely
    .selectFrom("images")
    .select("storage_key as key")
    .where("id", "=", image)
    .where("user_id", "=", owner)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row?.key ? findLinkedFile(db, { key: row.key }) : null;
}

/** Keeps the cover that an EPUB brings with it. One that is no picture of a kind that browsers show is left out: the book is there without it. */
export async function keepOwnCover(
  db: Database,
  storing: Storing,
  owner: string,
  novel: string,
  { book, content }: { book: Pick<Book, "format" | "cover">; content: Uint8Array },
): Promise<void> {
  if (book.format !== "epub" || book.cover === null) return;
  const zip = unwrap(await openZip(content));
  const picture = await zip.read(book.cover);
  if (picture) await keepCover(db, storing, owner, novel, picture);
}
