import { keptOf, partPlace, seenOf } from "../../../../web/studio/offline/cache-names.ts";
import { usableCaches } from "../../../../web/studio/offline/person-caches.ts";
import { ProblemError } from "../../../../web/studio/api/problem-error.ts";

/** Keeps what was seen of a comic, so that it stays readable when the studio does not answer. */
export interface PageMemory {
  /** Asks; where there is no answer, gives what was answered before. Throws `ProblemError` where there is neither. */
  through<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer>;
  keepPicture(address: string): Promise<void>;
  /** An address of the kept picture, to be given back to `URL.revokeObjectURL`; null where it was never seen. */
  recallPicture(address: string): Promise<string | null>;
}

/** Comics whose pages are kept without being asked for at most; the one that was begun first goes first. */
const mostComics = 4;

/** `person`: who reads; null keeps nothing. `name` tells comics apart. `onReach` hears of each request whether the studio answered it. */
export function pageMemory(person: string | null, name: string, onReach: (isReached: boolean) => void): PageMemory {
  const opened = person === null ? Promise.resolve(null) : openStore(person, name);
  /** What the person asked to keep is whole; what was only seen may have gaps. A kept page has one size, which stands for all. */
  const recall = async (place: string): Promise<Response | undefined> => {
    const store = await usableCaches();
    const kept = person === null ? "" : keptOf(person, name);
    if (store !== null && kept !== "" && (await store.has(kept))) {
      const found = await (await store.open(kept)).match(place, { ignoreSearch: true });
      if (found) return found;
    }
    return (await opened)?.match(place);
  };
  return {
    async through(part, ask) {
      const place = partPlace(part);
      try {
        const answer = await ask();
        onReach(true);
        await (await opened)?.put(place, Response.json(answer));
        return answer;
      } catch (error) {
        if (!(error instanceof ProblemError && error.status === 0)) throw error;
        onReach(false);
        const kept = await recall(place);
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
      const kept = await recall(address);
      return kept === undefined ? null : URL.createObjectURL(await kept.blob());
    },
  };
}

/** Null where the browser keeps nothing. */
async function openStore(person: string, name: string): Promise<Cache | null> {
  const store = await usableCaches();
  if (store === null) return null;
  const own = seenOf(person, name);
  const seen = (await store.keys()).filter((each) => each.startsWith(seenOf(person, "")) && each !== own);
  await Promise.all(seen.slice(0, Math.max(0, seen.length - mostComics + 1)).map((each) => store.delete(each)));
  return store.open(own);
}
