import { Zip, ZipPassThrough } from "fflate";

export interface ArchiveEntry {
  name: string;
  bytes: Uint8Array;
}

/** Noon of the first day that ZIP can tell, read as local time, so that every time zone writes the same bytes (T3). */
const fixedTime = "1980-01-01T12:00:00";

/** A ZIP of stored entries in the given order, as chunks; only one entry is in memory at a time (F1, F6). */
export async function* writeStoredZip(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  function* take(): Generator<Uint8Array> {
    if (failure) throw new Error("The archive could not be written", { cause: failure });
    const chunks = ready;
    ready = [];
    yield* chunks;
  }
  for await (const { name, bytes } of entries) {
    const file = new ZipPassThrough(name);
    file.mtime = fixedTime;
    zip.add(file);
    file.push(bytes, true);
    yield* take();
  }
  zip.end();
  yield* take();
}
