/** A file of a watched folder. */
export interface WatchedFile {
  /** From the folder, with slashes. */
  path: string;
  /** Bytes. */
  size: number;
  /** Last change, in milliseconds since 1970, as its disk tells it. */
  modified: number;
}

/** A folder that others put files into. */
export interface WatchedFolder {
  /** All files in it and in the folders right in it; null while it is not there. */
  list(): Promise<WatchedFile[] | null>;
  /** The bytes of a file; null where it is another one by now, or none. Throws `Refused("file-unreadable")`. */
  read(file: WatchedFile): Promise<Uint8Array | null>;
}

/** What is in nearly every folder and never a book, and what somebody is still fetching. */
const passedOver =
  /^[.~]|^(Thumbs\.db|desktop\.ini)$|~$|\.(part|partial|crdownload|download|tmp|temp|!ut|aria2)$|\.(jpe?g|png|gif|webp|svg|opf|nfo|mp[34]|m4a|avi|mov|css|js|exe|dmg|iso)$/i;

const partsOf = (path: string): string[] => path.split("/");

/** Whether a file may be a book that has come whole, by its name. An empty one is still to be filled. */
export function isPerhapsBook({ path, size }: WatchedFile): boolean {
  const parts = partsOf(path);
  return size > 0 && parts.length <= 2 && parts.every((part) => !passedOver.test(part));
}

/** The name of a file without its folder. */
export const fileNameOf = (path: string): string => partsOf(path).at(-1) ?? path;

/** The name of the folder in the watched one that a file lies in; null for one that lies in the watched one itself. */
export const seriesOf = (path: string): string | null => (path.includes("/") ? (partsOf(path)[0] ?? null) : null);

/** What tells a file from the same one after a change. */
export const stateOf = ({ path, size, modified }: WatchedFile): string => JSON.stringify([path, size, modified]);

/** Milliseconds for which a file must stay as it is before it counts as whole. */
const steadiness = 2_000;

/** Knows of each file how long it has been as it is. `now` in milliseconds from any moment that does not jump. */
export function steadyFiles() {
  const seen = new Map<string, number>();
  return {
    /** The files that have been as they are for long enough. */
    among(files: readonly WatchedFile[], now: number): WatchedFile[] {
      const states = new Map(files.map((file) => [stateOf(file), file]));
      for (const state of seen.keys()) if (!states.has(state)) seen.delete(state);
      for (const state of states.keys()) if (!seen.has(state)) seen.set(state, now);
      return [...states].flatMap(([state, file]) => (now - (seen.get(state) ?? now) >= steadiness ? [file] : []));
    },
  };
}
