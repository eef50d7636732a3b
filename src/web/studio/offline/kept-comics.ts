import { readBook } from "../api/books.ts";
import { pageAddress, readComic, readPage } from "../api/comics.ts";
import { keptOf, partPlace } from "./cache-names.ts";
import { knownPerson, usableCaches } from "./person-caches.ts";

/** A comic that can be read without the studio. */
export interface KeptComic {
  id: string;
  bookId: string;
  title: string;
  pages: number;
  /** Bytes of its pictures. */
  bytes: number;
}

/** How far the keeping of a comic is. */
export interface KeepingProgress {
  done: number;
  all: number;
  /** Bytes so far. */
  bytes: number;
}

/** Where what is known of a kept comic lies. It is written last: what has none is not whole. */
const recordPlace = "/kept/record";
/** Pages that are fetched at once. */
const atOnce = 3;

/**
 * Keeps all pages of a finished comic in this browser. Throws what the studio refuses, a `DOMException` where the browser has no room, and the
 * reason of `signal`; what was kept so far is gone then.
 */
export async function keepComic(
  id: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress(progress: KeepingProgress): void },
): Promise<KeptComic> {
  const place = await placeOf(id);
  if (place === null) throw new DOMException("This browser keeps nothing.", "NotSupportedError");
  const { store, name } = place;
  try {
    const cache = await store.open(name);
    const comic = await readComic(id);
    const book = await readBook(comic.bookId);
    await cache.put(partPlace("comic"), Response.json(comic));
    await cache.put(partPlace("book"), Response.json(book));
    const waiting = comic.pages.filter(({ isDrawn }) => isDrawn).map(({ number }) => number);
    const progress = { done: 0, all: waiting.length, bytes: 0 };
    onProgress({ ...progress });
    const work = async (): Promise<void> => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        signal.throwIfAborted();
        progress.bytes += await keepPage(cache, id, number, signal);
        progress.done += 1;
        onProgress({ ...progress });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const kept = { id, bookId: comic.bookId, title: comic.title, pages: progress.all, bytes: progress.bytes };
    await cache.put(recordPlace, Response.json(kept));
    return kept;
  } catch (error) {
    await store.delete(name);
    throw error;
  }
}

/** Keeps a page’s picture and what stands on it; gives the bytes of the picture. */
async function keepPage(cache: Cache, id: string, number: number, signal: AbortSignal): Promise<number> {
  const address = pageAddress(id, number);
  const [geometry, answer] = await Promise.all([readPage(id, number), fetch(address, { signal })]);
  if (!answer.ok) throw new Error(`Page ${number} cannot be had: ${answer.status}.`);
  const picture = await answer.blob();
  await cache.put(address, new Response(picture, { headers: { "Content-Type": picture.type } }));
  await cache.put(partPlace(`page-${number}`), Response.json(geometry));
  return picture.size;
}

export async function dropComic(id: string): Promise<void> {
  const place = await placeOf(id);
  await place?.store.delete(place.name);
}

/** What is kept of a comic; null where nothing is, or not all of it. */
export async function keptComic(id: string): Promise<KeptComic | null> {
  const place = await placeOf(id);
  if (place === null || !(await place.store.has(place.name))) return null;
  const record = await (await place.store.open(place.name)).match(recordPlace);
  return record === undefined ? null : record.json();
}

/** All comics that the person keeps here, the last one first. */
export async function keptComics(): Promise<KeptComic[]> {
  const [person, store] = [knownPerson(), await usableCaches()];
  if (person === null || store === null) return [];
  const prefix = keptOf(person, "");
  const ids = (await store.keys()).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const found = await Promise.all(ids.map(keptComic));
  return found.filter((comic) => comic !== null).toReversed();
}

async function placeOf(id: string): Promise<{ store: CacheStorage; name: string } | null> {
  const [person, store] = [knownPerson(), await usableCaches()];
  return person === null || store === null ? null : { store, name: keptOf(person, id) };
}
