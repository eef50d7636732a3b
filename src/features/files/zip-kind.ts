import { ascii, startsWith } from "./file-signatures.ts";

type ZipKind = "epub" | "docx" | "cbz" | "zip";

/** What an archive is by its first entries: their names, and the content of `mimetype` (EPUB 3.3, OCF 4.3). */
export function zipKind(head: Uint8Array): ZipKind {
  const entries = entriesOf(head);
  const names = entries.map(({ name }) => name);
  const [first] = entries;
  if (first?.name === "mimetype" && startsWith(head, ascii("application/epub+zip"), first.contentAt)) return "epub";
  if (names.includes("META-INF/container.xml")) return "epub";
  if (names.some((name) => name === "[Content_Types].xml" || name.startsWith("word/"))) return "docx";
  const files = names.filter((name) => !name.endsWith("/"));
  const isComic = (name: string): boolean => /\.(?:png|jpe?g|webp|avif|gif)$|(?:^|\/)ComicInfo\.xml$/i.test(name);
  return files.length > 0 && files.every(isComic) ? "cbz" : "zip";
}

/** The entries whose headers lie whole in the beginning (APPNOTE 4.3.7). An entry of a size told later ends the walk: then only headers that can be found by their mark follow. */
function entriesOf(head: Uint8Array): { name: string; contentAt: number }[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const entries: { name: string; contentAt: number }[] = [];
  const mark = ascii("PK\x03\x04");
  for (let at = 0; at !== -1 && at + 30 <= head.length;) {
    const nameAt = at + 30;
    const contentAt = nameAt + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (contentAt > head.length) break;
    entries.push({
      name: new TextDecoder().decode(head.subarray(nameAt, nameAt + view.getUint16(at + 26, true))),
      contentAt,
    });
    at = indexOf(head, mark, contentAt + view.getUint32(at + 18, true));
  }
  return entries;
}

function indexOf(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  for (let at = from; at + mark.length <= bytes.length; at++) if (startsWith(bytes, mark, at)) return at;
  return -1;
}
