import { derivedId } from "../../backends/sql/derived-id.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import type { Storing } from "../files/store-file.ts";
import { notifyOfEnd } from "../jobs/queries/notifications.ts";
import { importNovel, largestBookFile } from "./import-novel.ts";
import { correctNovel } from "./queries/change-novel.ts";
import {
  anyNovelOfContent,
  changeImport,
  type ImportOutcome,
  type KnownImport,
  listImports,
  noteImport,
} from "./queries/import-jobs.ts";
import { shelfRow } from "./queries/shelf.ts";
import {
  fileNameOf,
  isPerhapsBook,
  seriesOf,
  stateOf,
  steadyFiles,
  type WatchedFile,
  type WatchedFolder,
} from "./watched-files.ts";

export interface FolderWatchParts extends Storing {
  db: Database;
  folder: WatchedFolder;
  /** Milliseconds from any moment that does not jump. */
  clock(): number;
  /** Files (`stateOf`) in whose reading the program died, again and again. */
  tooHeavy: ReadonlySet<string>;
  /** Hears which file is being read, and null when it is over. */
  onReading(state: string | null): void;
  /** Hears of what kept a file from being taken and may pass: it is tried again. */
  trouble(error: unknown): void;
}

export interface FolderWatch {
  /** Looks once, and takes what has come whole; gives whether the folder is there. */
  look(): Promise<boolean>;
}

/** States under which one thing was found, newest last: a folder is moved about, but not without end. */
const mostStates = 20;

/**
 * Puts the books of a folder on a person's shelf. What was taken or refused is kept as a job of the type `import`, by the hash of its content: it is not
 * taken again under another name, after a restart, or when its book was thrown away. A refused file is told as a notification, and tried again only when
 * it has changed; one for which there was no room also when it was touched, and after a new start. The files stay as they are.
 */
export async function watchFolder(parts: FolderWatchParts, owner: string): Promise<FolderWatch> {
  const { db, folder, clock } = parts;
  const known = new Map((await listImports(db, owner, "watch")).map((one) => [one.thing, one]));
  const done = new Set(
    [...known.values()].filter((one) => !isWaiting(one)).flatMap(({ settings }) => statesOf(settings)),
  );
  const steady = steadyFiles();

  async function take(file: WatchedFile): Promise<boolean> {
    const found = await thingIn(parts, file);
    if (found === null) return false;
    const before = known.get(found.thing);
    if (before && !isWaiting(before)) await noteAgain(db, owner, before, file, parts.now());
    else if (before) await tryAgain(parts, owner, before, file, found);
    else known.set(found.thing, await firstTime(parts, owner, file, found));
    return true;
  }

  async function takeOrTell(file: WatchedFile): Promise<void> {
    parts.onReading(stateOf(file));
    try {
      if (await take(file)) done.add(stateOf(file));
    } catch (error) {
      parts.trouble(error);
    } finally {
      parts.onReading(null);
    }
  }

  return {
    async look() {
      const files = await folder.list();
      if (files === null) return false;
      const fresh = files.filter((file) => isPerhapsBook(file) && !done.has(stateOf(file)));
      for (const file of steady.among(fresh, clock())) await takeOrTell(file);
      return true;
    },
  };
}

/** What is in a file: its bytes with their hash, or why it is not read. */
type Found = { thing: string; content: Uint8Array } | { thing: string; refused: Refused };

/** Null where the file is no longer what was listed. */
async function thingIn({ folder, tooHeavy }: FolderWatchParts, file: WatchedFile): Promise<Found | null> {
  const unread = async (refused: Refused): Promise<Found> => ({
    thing: await derivedId("unread", stateOf(file)),
    refused,
  });
  if (file.size > largestBookFile) return unread(new Refused("upload-too-large", file.path));
  if (tooHeavy.has(stateOf(file))) return unread(new Refused("worker-lost", file.path));
  try {
    const content = await folder.read(file);
    return content && { thing: await sha256Of(content), content };
  } catch (error) {
    if (error instanceof Refused) return unread(error);
    throw error;
  }
}

/** In hex, as rows of novels have it. */
async function sha256Of(content: Uint8Array): Promise<string> {
  // A view of another kind of memory cannot be hashed; files are read into memory of their own.
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(content));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes what is new, or refuses it, and remembers that. */
async function firstTime(
  parts: FolderWatchParts,
  owner: string,
  file: WatchedFile,
  found: Found,
): Promise<KnownImport> {
  const { db, now, newId } = parts;
  const outcome = await outcomeOf(parts, owner, file, found);
  const note = { ...outcome, name: fileNameOf(file.path), settings: { states: [stateOf(file)] } };
  const at = now();
  const id = await noteImport(db, owner, { ...note, source: "watch", thing: found.thing }, { now: at, newId });
  if (id !== null && outcome.status === "failed") await db.atomic([notifyOfEnd(db, id, at)]);
  return { ...note, id: id ?? "", thing: found.thing, createdAt: new Date(at).toISOString() };
}

async function outcomeOf(
  parts: FolderWatchParts,
  owner: string,
  file: WatchedFile,
  found: Found,
): Promise<ImportOutcome> {
  try {
    if ("refused" in found) throw found.refused;
    return { status: "completed", bookId: await bookOf(parts, owner, file, found), error: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: "failed", bookId: null, error: { code: error.code, message: error.message } };
  }
}

/** The book that a file is: one that was there, be it in the trash, or a new one. Throws `Refused`. */
async function bookOf(
  parts: FolderWatchParts,
  owner: string,
  { path }: WatchedFile,
  { thing, content }: Extract<Found, { content: Uint8Array }>,
): Promise<string> {
  const { db } = parts;
  const there = await anyNovelOfContent(db, owner, thing);
  if (there !== null) return there;
  // Two who watch the same folder bring the same book.
  const id = await derivedId(owner, "watch", thing);
  const file = { content, name: fileNameOf(path), id };
  const limits = { size: largestBookFile, quota: await personQuota(db, owner) };
  const { novel, isNew } = await importNovel(db, parts, owner, file, limits);
  const series = seriesOf(path);
  if (isNew && series !== null) await nameSeries(parts, owner, novel.id, series);
  return novel.id;
}

/** Makes the folder's name the series of a book that says none. */
async function nameSeries({ db, now }: FolderWatchParts, owner: string, id: string, series: string): Promise<void> {
  const row = await shelfRow(db, owner, id);
  if (row && row.series === null) await correctNovel(db, owner, row, { series: series.slice(0, 500) }, now());
}

/** Whether a file was left where it is until there is room: it is tried again when it was touched, and after a new start. */
const isWaiting = ({ error }: KnownImport): boolean => error?.code === "quota-full";

async function tryAgain(parts: FolderWatchParts, owner: string, before: KnownImport, file: WatchedFile, found: Found) {
  const outcome = await outcomeOf(parts, owner, file, found);
  Object.assign(before, outcome);
  await noteAgain(parts.db, owner, before, file, parts.now());
}

/** Remembers that a known thing lies under another name, or was touched. */
async function noteAgain(db: Database, owner: string, before: KnownImport, file: WatchedFile, now: number) {
  const { id, status, bookId, error } = before;
  const states = [...new Set([...statesOf(before.settings), stateOf(file)])].slice(-mostStates);
  before.settings = { states };
  await changeImport(db, owner, id, { status, bookId, error, settings: { states } }, now);
}

function statesOf(settings: unknown): string[] {
  if (typeof settings !== "object" || settings === null || !("states" in settings)) return [];
  return Array.isArray(settings.states) ? settings.states.filter((state) => typeof state === "string") : [];
}
