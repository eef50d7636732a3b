import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { importSample } from "../../../../web/studio/api/books.ts";
import { uploadBook } from "../../../../web/studio/api/upload.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useGlobalKeys } from "../../../../web/studio/ui/global-keys.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../schema.ts";
import { type Desk, DeskContext } from "./desk-context.ts";
import { droppedFiles, isPerhapsBook, mostFiles } from "./dropped-files.ts";
import { DropCurtain } from "./drop-curtain.tsx";
import { createImportQueue, type NamedFile } from "./import-queue.ts";
import { refreshShelf } from "./refresh-shelf.ts";

const ImportDock = lazy(async () => ({ default: (await import("./import-dock.tsx")).ImportDock }));
const PasteDialog = lazy(async () => ({ default: (await import("./paste-dialog.tsx")).PasteDialog }));
const WatchedDialog = lazy(async () => ({ default: (await import("./watched-dialog.tsx")).WatchedDialog }));
const RecognisedDialog = lazy(async () => ({ default: (await import("./recognised-dialog.tsx")).RecognisedDialog }));

/** The place where books come in, whatever page is open: by a drop anywhere, by choosing files, by pasting. */
export function ImportDesk({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const words = useWords();
  const [tellDone, tellProblem] = [useTellDone(), useTellProblem()];
  const [isPasting, setPasting] = useState(false);
  const [isWatchShown, setWatchShown] = useState(false);
  const [corrected, setCorrected] = useState<BookView | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [queue] = useState(() =>
    createImportQueue(
      ({ name, content }, parts) => uploadBook({ file: content, name, ...parts }),
      () => void refreshShelf(client),
    ),
  );
  const imports = useSyncExternalStore(queue.watch, queue.list);
  const { mutate: addSample } = useMutation({
    mutationFn: importSample,
    onSuccess: async ({ book, isNew }) => {
      await refreshShelf(client);
      tellDone(`${book.title}: ${isNew ? words.importNew : words.importKnown}`);
    },
    onError: tellProblem,
  });
  const take = (found: readonly NamedFile[]): void => {
    if (found.length >= mostFiles) tellDone(words.folderTooLarge);
    queue.add(found.slice(0, mostFiles));
  };
  const [desk] = useState<Desk>(() => ({
    add: take,
    choose: (what) => (what === "files" ? files : folder).current?.click(),
    openPaste: () => setPasting(true),
    openWatched: () => setWatchShown(true),
    addSample,
  }));
  useGlobalKeys({ a: () => desk.choose("files") });
  const isDragging = useDrops(async (data) => take(await droppedFiles(data)));
  return (
    <DeskContext value={desk}>
      {children}
      <FileField ref={files} onFiles={take} />
      <FileField ref={folder} onFiles={(found) => take(found.filter(({ name }) => isPerhapsBook(name)))} isFolder />
      {isDragging && <DropCurtain />}
      <Suspense fallback={null}>
        {imports.length > 0 && <ImportDock imports={imports} queue={queue} onCorrect={setCorrected} />}
        {isPasting && <PasteDialog onClose={() => setPasting(false)} />}
        {isWatchShown && <WatchedDialog onClose={() => setWatchShown(false)} />}
        {corrected && (
          <RecognisedDialog
            book={corrected}
            onClose={() => setCorrected(null)}
            onChanged={(book) => queue.replace(book)}
          />
        )}
      </Suspense>
    </DeskContext>
  );
}

function FileField({
  onFiles,
  isFolder = false,
  ref,
}: {
  onFiles: (files: NamedFile[]) => void;
  isFolder?: boolean;
  ref: Ref<HTMLInputElement>;
}) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-hidden
      tabIndex={-1}
      {...(isFolder && { webkitdirectory: "" })}
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])].map((file) => ({ name: file.name, content: file })));
        currentTarget.value = "";
      }}
    />
  );
}

/** Takes files that are dropped anywhere in the window, and tells whether some are held over it. */
function useDrops(onDrop: (data: DataTransfer) => Promise<void>): boolean {
  const [isDragging, setDragging] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    // Entering a part of the page comes before leaving the one around it: counted, they say when the window is left.
    let depth = 0;
    const show = (by: number) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      depth = Math.max(0, depth + by);
      setDragging(depth > 0);
    };
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const take = (event: DragEvent): void => {
      depth = 0;
      setDragging(false);
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void drop(event.dataTransfer);
    };
    const listeners = { dragenter: show(1), dragleave: show(-1), dragover: allow, drop: take } as const;
    const each = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of each) addEventListener(name, listener);
    return () => {
      for (const [name, listener] of each) removeEventListener(name, listener);
    };
  }, []);
  return isDragging;
}
