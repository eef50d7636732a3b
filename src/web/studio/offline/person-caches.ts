import { listsOf, personPrefix } from "./cache-names.ts";

const place = "fabula.person";

/** Whose pages these are, as this browser knows it without asking; null before the first visit and after one has left. */
export function knownPerson(): string | null {
  try {
    return localStorage.getItem(place);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** From now on what is seen is kept for this person; what was kept of another goes. */
export async function rememberPerson(id: string): Promise<void> {
  try {
    localStorage.setItem(place, id);
  } catch (error) {
    // A browser that keeps nothing has nothing to be kept for.
    if (error instanceof DOMException) return;
    throw error;
  }
  const store = await usableCaches();
  if (store === null) return;
  const names = await store.keys();
  const others = names.filter((name) => name.startsWith(personPrefix) && !name.startsWith(`${personPrefix}${id}-`));
  await Promise.all(others.map((name) => store.delete(name)));
  await store.open(listsOf(id));
}

/** Takes away all that this browser keeps of anybody: for who signs out. */
export async function forgetPerson(): Promise<void> {
  try {
    localStorage.removeItem(place);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  const store = await usableCaches();
  if (store === null) return;
  const names = (await store.keys()).filter((name) => name.startsWith(personPrefix));
  await Promise.all(names.map((name) => store.delete(name)));
}

/** Null where the browser keeps nothing: in a private window, or on an address without encryption. */
export async function usableCaches(): Promise<CacheStorage | null> {
  if (!("caches" in globalThis)) return null;
  try {
    await caches.keys();
    return caches;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
