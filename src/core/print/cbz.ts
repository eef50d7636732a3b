import { pngSize } from "../image/png-size.ts";
import { type Binder, type Bindery, type Comic, utf8 } from "./comic.ts";
import { type ComicPage, comicInfo } from "./comic-info.ts";
import { contentsStarts } from "./episode-starts.ts";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";

/** The comic as CBZ (F1): stored pictures, the cover first, then ComicInfo. */
export const bindCbz: Binder = (comic, bindery, name) => [
  { path: `${name}.cbz`, chunks: () => writeStoredZip(entriesOf(comic, bindery)) },
];

/** Pages without a role tell the story as a strip does. */
const types = { title: "InnerCover", strip: "Story", credits: "Editorial", back: "BackCover" } as const;

/** Cover first, then the pages, then ComicInfo, which must know every picture's size. Names count the pictures, since the book's own pages have numbers apart. */
async function* entriesOf(comic: Comic, { printOf }: Bindery): AsyncGenerator<ArchiveEntry> {
  const { cover, pages } = comic;
  const digits = Math.max(4, String(pages.length).length);
  const starts = new Map(contentsStarts(comic).map(({ page, title }) => [page, title]));
  const listed: ComicPage[] = [];
  for (const [index, page] of [cover, ...pages].entries()) {
    const bytes = await printOf(page.number);
    const isCover = page === cover;
    listed.push({
      type: isCover ? "FrontCover" : types[page.role ?? "strip"],
      ...pngSize(bytes),
      bytes: bytes.length,
      bookmark: starts.get(page.number) ?? null,
    });
    yield { name: `${String(index).padStart(digits, "0")}${isCover ? "_cover" : ""}.png`, bytes };
  }
  yield { name: "ComicInfo.xml", bytes: utf8(comicInfo(comic, listed)) };
}
