import { type Binder, type Bindery, type Comic, utf8 } from "./comic.ts";
import { type ComicPage, comicInfo } from "./comic-info.ts";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";

/** The comic as CBZ (F1): stored pictures, the cover first, then ComicInfo. */
export const bindCbz: Binder = (comic, bindery, name) => [
  { path: `${name}.cbz`, chunks: () => writeStoredZip(entriesOf(comic, bindery)) },
];

/** Cover first, then the pages, then ComicInfo, which must know every picture's size. */
async function* entriesOf({ book, script, cover, pages }: Comic, { printOf }: Bindery): AsyncGenerator<ArchiveEntry> {
  const digits = Math.max(4, String(pages.length).length);
  const titles = new Map(script.episodes.map((episode) => [episode.id, episode.title]));
  const listed: ComicPage[] = [];
  let episode: string | null = null;
  for (const page of [cover, ...pages]) {
    const bytes = await printOf(page.number);
    const isCover = page === cover;
    const opens = !isCover && page.episode !== episode;
    if (!isCover) episode = page.episode;
    listed.push({
      type: isCover ? "FrontCover" : "Story",
      width: page.width,
      height: page.height,
      bytes: bytes.length,
      bookmark: opens ? (titles.get(page.episode) ?? null) : null,
    });
    yield { name: `${String(page.number).padStart(digits, "0")}${isCover ? "_cover" : ""}.png`, bytes };
  }
  yield { name: "ComicInfo.xml", bytes: utf8(comicInfo(book, script.direction, listed)) };
}
