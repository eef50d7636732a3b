import { ProblemError } from "../../../../web/studio/api/problem-error.ts";

/** Keeps what was seen of a comic, so that it stays readable when the studio does not answer. */
export interface PageMemory {
  /** Asks; where there is no answer, gives what was answered before. Throws `ProblemError` where there is neither. */
  through<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer>;
  keepPicture(address: string): Promise<void>;
  /** An address of the kept picture, to be given back to `URL.revokeObjectURL`; null where it was never seen. */
  recallPicture(address: string): Promise<string | null>;
}

const prefix = "fabula-comic-";
/** Comics whose pages are kept at most; the one that was begun first goes first. */
const mostComics = 4;

/** `name` tells comics apart. `onReach` hears of each request whether the studio answered it. */
export function pageMemory(name: string, onReach: (isReached: boolean) => void): PageMemory {
  const store = `${prefix}${name}`;
  const opened = openStore(store);
  return {
    async through(part, ask) {
      const place = `/kept/${encodeURIComponent(part)}`;
      try {
        const answer = await ask();
        onReach(true);
        await (await opened)?.put(place, Response.json(answer));
        return answer;
      } catch (error) {
        if (!(error instanceof ProblemError && error.status === 0)) throw error;
        onReach(false);
        const kept = await (await opened)?.match(place);
        if (kept === undefined) throw error;
        return kept.json();
      }
    },
    async keepPicture(address) {
      const cache = await opened;
      if (cache === null || (await cache.match(address)) !== undefined) return;
      // The browser has just loaded it and need not ask again.
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok === true) await cache.put(address, answer);
    },
    async recallPicture(address) {
      const kept = await (await opened)?.match(address);
      return kept === undefined ? null : URL.createObjectURL(await kept.blob());
    },
  };
}

/** Null where the browser keeps nothing: in a private window, or on an address without encryption. */
async function openStore(store: string): Promise<Cache | null> {
  if (!("caches" in globalThis)) return null;
  try {
    const names = (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== store);
    await Promise.all(names.slice(0, Math.max(0, names.length - mostComics + 1)).map((each) => caches.delete(each)));
    return await caches.open(store);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
