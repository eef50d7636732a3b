import { createContext, use } from "react";
import type { SampleName } from "../../../../web/studio/api/books.ts";
import type { NamedFile } from "./import-queue.ts";

/** How a page puts books on the shelf. */
export interface Desk {
  add(files: readonly NamedFile[]): void;
  /** Asks for files, or for a folder. */
  choose(what: "files" | "folder"): void;
  openPaste(): void;
  /** Shows what came from the watched folder. */
  openWatched(): void;
  addSample(name: SampleName): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("books are put on the shelf inside <ImportDesk>");
  return desk;
}
