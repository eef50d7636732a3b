import { keptOf, listsOf, partPlace, personPrefix, seenOf } from "./cache-names.ts";

/** Answers that are kept at most; the ones that were kept first go first. */
const mostAnswers = 400;
/** Answers that may come above that before the oldest go: to look through all of them takes long, and covers come by the hundred. */
const slack = 60;
/** Pictures that wait to be kept at most. Who runs along a long shelf sees more, and shall not be slowed down by what only flew by. */
const mostWaiting = 24;
const id = "[\\w-]+";
/** Lists of the shelf, a book with its comics, and covers: nothing else of the interface is kept. */
const lists = new RegExp(`^/api/books(?:/tags|/series|/languages|/${id}(?:/comics|/cover)?)?$`);
const comics = new RegExp(`^/api/comics/(${id})(?:/pages/\\d+/picture|/people/${id}/portrait)?$`);

/** Whether the answer to a request is kept, to be given again when the studio does not answer. */
export const isSeen = ({ method }: Request, path: string): boolean =>
  method === "GET" && (lists.test(path) || comics.test(path));

let [last, waiting, sinceLook]: [Promise<void>, number, number] = [Promise.resolve(), 0, slack];

/**
 * The studio’s own answer, which is kept after it is given; where there is none, what it was last, or what was kept of the comic.
 * The browser does not end the worker before what goes to `isBusyUntil` is done.
 */
export async function seenAnswer(
  request: Request,
  path: string,
  isBusyUntil: (work: Promise<unknown>) => void,
): Promise<Response> {
  const person = await personKept();
  try {
    const answer = await fetch(request);
    if (answer.status === 401) await forgetAll();
    if (answer.ok && person !== null) {
      const kept = keepInTurn(person, request, answer);
      if (kept !== null) isBusyUntil(kept);
    }
    return answer;
  } catch (error) {
    // What a page itself broke off needs no answer.
    if (request.signal.aborted || person === null) throw error;
    const before = await lastAnswer(person, request, path);
    if (before === null) throw error;
    return before;
  }
}

/** Everything that is kept of anybody: after one has signed out. */
export async function forgetAll(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(personPrefix));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Whose lists are kept in this browser; pages say so by opening their cache. */
async function personKept(): Promise<string | null> {
  const name = (await caches.keys()).find((each) => each.startsWith(personPrefix) && each.endsWith("-lists"));
  return name === undefined ? null : name.slice(personPrefix.length, -"-lists".length);
}

/** Keeps a copy after those that came before it; null where it is a picture and too many wait. */
function keepInTurn(person: string, request: Request, answer: Response): Promise<void> | null {
  if (waiting >= mostWaiting && request.destination === "image") return null;
  const copy = answer.clone();
  waiting++;
  const kept = last.then(() => keep(person, request, copy)).finally(() => waiting--);
  // What fails here is told to the browser by the caller; those behind it go on.
  last = kept.catch(() => undefined);
  return kept;
}

async function keep(person: string, request: Request, answer: Response): Promise<void> {
  // Who has left meanwhile has nothing kept any more.
  if (!(await caches.has(listsOf(person)))) return;
  const store = await caches.open(listsOf(person));
  try {
    await store.delete(request);
    await store.put(request, answer);
    if (++sinceLook < slack) return;
    sinceLook = 0;
    const all = await store.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - mostAnswers)).map((old) => store.delete(old)));
  } catch (error) {
    // A full disk keeps nothing; the answer is there all the same.
    if (!(error instanceof DOMException)) throw error;
  }
}

async function lastAnswer(person: string, request: Request, path: string): Promise<Response | null> {
  const before = await (await caches.open(listsOf(person))).match(request);
  if (before) return before;
  const comic = comics.exec(path)?.[1];
  if (comic === undefined) return null;
  const whole = path === `/api/comics/${comic}`;
  for (const name of [keptOf(person, comic), seenOf(person, comic)]) {
    if (!(await caches.has(name))) continue;
    const store = await caches.open(name);
    // A page of any size is better than none.
    const found = await (whole ? store.match(partPlace("comic")) : store.match(request, { ignoreSearch: true }));
    if (found) return found;
  }
  return null;
}
