import type { NamedFile } from "./import-queue.ts";

/** How many files of dropped folders are taken at most. */
export const mostFiles = 500;
/** What is in nearly every folder and never a book. */
const never = /^\.|^(Thumbs\.db|desktop\.ini)$|\.(jpe?g|png|gif|webp|svg|mp[34]|m4a|avi|mov|css|js|exe|dmg|iso)$/i;

export const isPerhapsBook = (name: string): boolean => !never.test(name);

/** All files of what was dropped, those of folders too, at most `mostFiles`. Must be called while the event is handled: afterwards the browser has let go. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = [...data.files];
  const found: NamedFile[] = [];
  if (entries.every((entry) => entry === null)) return plain.map((file) => ({ name: file.name, content: file }));
  for (const entry of entries) if (entry) await collect(entry, found, true);
  return found;
}

/** `isMeant`: it was dropped itself, so that it is tried whatever it is called. */
async function collect(entry: FileSystemEntry, found: NamedFile[], isMeant: boolean): Promise<void> {
  if (found.length >= mostFiles) return;
  if (isFile(entry)) {
    if (isMeant || isPerhapsBook(entry.name)) found.push({ name: entry.name, content: await fileOf(entry) });
  } else if (isFolder(entry)) {
    for (const inner of await contentsOf(entry)) await collect(inner, found, false);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a folder in parts, and an empty one at its end. */
async function contentsOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all.toSorted((a, b) => a.name.localeCompare(b.name));
    all.push(...part);
  }
}
