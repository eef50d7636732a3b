import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { derivedId } from "../../backends/sql/derived-id.ts";
import { Refused } from "../../core/text/result.ts";
import { importNovel, largestBookFile } from "../library/import-novel.ts";
import { changeImport, hasNothing, type KnownImport, listImports, noteImport } from "../library/queries/import-jobs.ts";
import { beginComic, type BeginningParts } from "./begin-comic.ts";
import { comicSettings } from "./schema.ts";

/** The stories that come with the program. */
export const sampleNames = ["english", "japanese"] as const;
export type SampleName = (typeof sampleNames)[number];

export interface FirstShelfParts extends BeginningParts {
  blobs: BlobStore;
  samples(name: SampleName): Promise<{ content: Uint8Array; name: string }>;
}

/**
 * Puts the sample stories on the shelf of somebody who has nothing yet, and begins a comic of each: once for ever, however often and from how many
 * places it is called, and on from where a call was cut off. What was given is remembered apart from the books, so that one that was thrown away
 * stays away. Throws what the import throws; the next call goes on.
 */
export async function giveSamples(parts: FirstShelfParts, owner: string): Promise<void> {
  for (const sample of await samplesToGive(parts, owner)) {
    const bookId = await giveSample(parts, owner, sampleNamed(sample.thing));
    await changeImport(parts.db, owner, sample.id, { ...given, bookId }, parts.now());
  }
}

const given = { status: "completed", bookId: null, error: null, settings: {} } as const;

/** The samples that a person is to have and has not. Who had books before there were samples is left alone. */
async function samplesToGive({ db, now, newId }: FirstShelfParts, owner: string): Promise<KnownImport[]> {
  const known = await listImports(db, owner, "sample");
  const isNew = known.length === 0 && (await hasNothing(db, owner));
  const status = isNew || known.some((each) => each.status === "failed") ? "failed" : "completed";
  for (const name of sampleNames.filter((each) => known.every(({ thing }) => thing !== each)))
    await noteImport(db, owner, { ...given, source: "sample", thing: name, name, status }, { now: now(), newId });
  return (await listImports(db, owner, "sample")).filter((each) => each.status === "failed").toReversed();
}

function sampleNamed(thing: string): SampleName {
  const name = sampleNames.find((known) => known === thing);
  if (name === undefined) throw new Error(`There is no sample ${thing}`);
  return name;
}

/** The book of a sample, whose comic is begun; null where the person has thrown it away meanwhile. */
async function giveSample(parts: FirstShelfParts, owner: string, name: SampleName): Promise<string | null> {
  const { db } = parts;
  // Two who give the same at once give the same book.
  const id = await derivedId(owner, "sample", name);
  const file = { ...(await parts.samples(name)), id };
  // What the house gives counts for nobody's limit.
  const { novel } = await importNovel(db, parts, owner, file, { size: largestBookFile, quota: null });
  try {
    await beginComic(parts, owner, { book: novel.id, chosen: comicSettings.parse({}), key: `first shelf ${name}` });
  } catch (error) {
    if (error instanceof Refused && error.code === "book-unknown") return null;
    throw error;
  }
  return novel.id;
}
