import { zipSync } from "fflate";
import type { Zippable } from "fflate";
import type { Book } from "../src/core/book/book.ts";
import { readBook } from "../src/core/book/read-book.ts";

/** A small EPUB for tests: content of bodies by file name, and what differs from the ordinary. */
export interface EpubParts {
  /** File name below OEBPS → the inside of its body, in spine order. */
  pages: Record<string, string>;
  metadata?: string;
  /** More items of the manifest, and more itemrefs behind those of the pages. */
  items?: string;
  refs?: string;
  /** Attributes of the spine element. */
  spine?: string;
  /** The list inside the navigation document; no navigation document without it. */
  nav?: string;
  landmarks?: string;
  /** The list of printed pages inside the navigation document. */
  pageList?: string;
  /** navPoints of an NCX. */
  ncx?: string;
  guide?: string;
  bodyAttributes?: string;
  /** Entries by full name, added last; null takes one away. */
  files?: Record<string, string | Uint8Array | null>;
}

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

export function epubFiles(parts: EpubParts): Record<string, string | Uint8Array | null> {
  const names = Object.keys(parts.pages);
  const items = names.map(
    (name, index) => `<item id="p${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const refs = names.map((_, index) => `<itemref idref="p${index}"/>`);
  if (parts.nav !== undefined)
    items.push('<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>');
  if (parts.ncx !== undefined) items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
  const metadata = parts.metadata ?? "<dc:title>A Test</dc:title><dc:language>en</dc:language>";
  const files: Record<string, string | Uint8Array | null> = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": container,
    "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join("")}${parts.items ?? ""}</manifest><spine toc="ncx" ${parts.spine ?? ""}>${refs.join("")}${parts.refs ?? ""}</spine>${parts.guide ?? ""}</package>`,
  };
  for (const [name, body] of Object.entries(parts.pages)) {
    files[`OEBPS/${name}`] =
      `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body ${parts.bodyAttributes ?? ""}>${body}</body></html>`;
  }
  if (parts.nav !== undefined)
    files["OEBPS/nav.xhtml"] =
      `<html><body><nav epub:type="toc">${parts.nav}</nav><nav epub:type="landmarks">${parts.landmarks ?? ""}</nav><nav epub:type="page-list">${parts.pageList ?? ""}</nav></body></html>`;
  if (parts.ncx !== undefined) files["OEBPS/toc.ncx"] = `<ncx><navMap>${parts.ncx}</navMap></ncx>`;
  return { ...files, ...parts.files };
}

export function makeEpub(parts: EpubParts): Uint8Array {
  return makeZip(epubFiles(parts));
}

/** A ZIP archive of the entries that are not null; only what is large is packed. */
export function makeZip(files: Record<string, string | Uint8Array | null>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    if (content !== null)
      entries[name] = [
        typeof content === "string" ? new TextEncoder().encode(content) : content,
        { level: content instanceof Uint8Array && content.length > 1_000_000 ? 6 : 0 },
      ];
  }
  return zipSync(entries);
}

/** An EPUB of these parts, read. Throws the code of a refusal. */
export async function readMade(parts: EpubParts): Promise<Book> {
  const result = await readBook(makeEpub(parts));
  if (!result.ok) throw new Error(`${result.code}: ${result.detail ?? ""}`);
  return result.value;
}
