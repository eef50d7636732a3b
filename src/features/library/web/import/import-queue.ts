import type { ImportedBook } from "../../../../web/studio/api/books.ts";
import type { BookView } from "../../schema.ts";

/** A file on its way onto the shelf. */
export interface BookImport {
  id: number;
  name: string;
  state: "waiting" | "sending" | "reading" | "done" | "failed";
  /** Of the file, what is sent: 0 to 1. */
  share: number;
  book: BookView | null;
  isNew: boolean;
  problem: unknown;
}

export interface NamedFile {
  name: string;
  content: Blob;
}

type Send = (
  file: NamedFile,
  parts: { onProgress: (share: number) => void; signal: AbortSignal },
) => Promise<ImportedBook>;

export interface ImportQueue {
  add(files: readonly NamedFile[]): void;
  /** Sends one that failed once more. */
  retry(id: number): void;
  /** Stops one that waits or is being sent, or takes an ended one off the list. */
  drop(id: number): void;
  /** Takes all ended ones off the list. */
  clear(): void;
  /** Puts a book that was changed meanwhile in the place of what was read. */
  replace(book: BookView): void;
  list(): readonly BookImport[];
  watch(watcher: () => void): () => void;
}

/** How many are sent at the same time: the next begins to be sent while one is being read. */
const atOnce = 2;

/** Sends files one after the other and knows of each how far it is. `onBook` is told of each book that has come. */
export function createImportQueue(send: Send, onBook: (imported: ImportedBook) => void): ImportQueue {
  let imports: readonly BookImport[] = [];
  let lastId = 0;
  const files = new Map<number, NamedFile>();
  const stops = new Map<number, AbortController>();
  const watchers = new Set<() => void>();

  const set = (next: readonly BookImport[]): void => {
    imports = next;
    for (const watcher of watchers) watcher();
  };
  const change = (id: number, patch: Partial<BookImport>): void =>
    set(imports.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  const isUnderWay = ({ state }: BookImport): boolean => state === "sending" || state === "reading";

  const run = async (id: number, file: NamedFile): Promise<void> => {
    const stop = new AbortController();
    stops.set(id, stop);
    const onProgress = (share: number): void => change(id, { share, state: share < 1 ? "sending" : "reading" });
    try {
      const imported = await send(file, { onProgress, signal: stop.signal });
      files.delete(id);
      change(id, { state: "done", share: 1, book: imported.book, isNew: imported.isNew });
      onBook(imported);
    } catch (problem) {
      change(id, { state: "failed", problem });
    } finally {
      stops.delete(id);
      begin();
    }
  };
  const begin = (): void => {
    for (const { id } of imports.filter(({ state }) => state === "waiting")) {
      if (imports.filter(isUnderWay).length >= atOnce) return;
      const file = files.get(id);
      if (!file) continue;
      change(id, { state: "sending", share: 0 });
      void run(id, file);
    }
  };

  return {
    add(added) {
      const waiting = added.map((file) => {
        lastId += 1;
        files.set(lastId, file);
        return {
          id: lastId,
          name: file.name,
          state: "waiting" as const,
          share: 0,
          book: null,
          isNew: false,
          problem: null,
        };
      });
      set([...imports, ...waiting]);
      begin();
    },
    retry(id) {
      change(id, { state: "waiting", share: 0, problem: null });
      begin();
    },
    drop(id) {
      stops.get(id)?.abort();
      files.delete(id);
      set(imports.filter((one) => one.id !== id));
    },
    clear() {
      for (const one of imports) if (one.state === "failed") files.delete(one.id);
      set(imports.filter((one) => one.state === "waiting" || isUnderWay(one)));
    },
    replace(book) {
      set(imports.map((one) => (one.book?.id === book.id ? { ...one, book } : one)));
    },
    list: () => imports,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
