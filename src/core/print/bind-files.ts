import type { Sheets } from "../art/artist.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { Book } from "../book/book.ts";
import type { Page } from "../page/page.ts";
import type { Script } from "../script/script.ts";
import type { Story } from "../story/story.ts";
import { type ArchiveEntry, writeStoredZip } from "./cbz.ts";
import { type ComicPage, comicInfo } from "./comic-info.ts";
import { indexHtml } from "./index-html.ts";
import { portraitSvg } from "./portrait.ts";
import { picturePath, portraitPath, readerData } from "./reader-data.ts";
import { type Report, reportOf } from "./report.ts";
import type { Artist } from "../art/artist.ts";

/** A file to take away; its bytes are made when they are asked for (F6). */
export interface OutputFile {
  /** Path inside the output folder, with `/`. */
  path: string;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Bindery {
  fonts: Fonts;
  artist: Artist;
  toPng(svg: string): Promise<Uint8Array>;
  allPages(): Promise<Page[]>;
  printOf(page: number): Promise<Uint8Array>;
}

interface Bound {
  book: Book;
  story: Story;
  script: Script;
  sheets: Sheets;
  cover: Page;
}

/** People with a portrait: those who are seen, most mentioned first. */
const mostPortraits = 24;

/** The comic's files: CBZ, page pictures, portraits, `index.html` and `report.json`. */
export async function bindFiles(
  bound: Bound,
  bindery: Bindery,
  settings: { seed: number; fileName: string; pace?: Report["settings"]["pace"] },
): Promise<OutputFile[]> {
  const { book, story, script, sheets, cover } = bound;
  const { artist, fonts, printOf, toPng } = bindery;
  const pages = await bindery.allPages();
  const title = book.title ?? settings.fileName;
  const seen = new Set(
    pages.flatMap((page) => page.panels.flatMap((panel) => panel.figures.map((figure) => figure.person))),
  );
  const portrayed = story.cast
    .filter((person) => seen.has(person.id) && sheets.people[person.id])
    .slice(0, mostPortraits);
  const portraits = new Set(portrayed.map((person) => person.id));
  const report = reportOf({
    title,
    book,
    story,
    script,
    sheets,
    pages,
    seed: settings.seed,
    pace: settings.pace ?? "comic",
    artist: artist.id,
  });
  const data = readerData({ book, story, script, title, cover, pages, portraits });
  return [
    { path: `${fileNameOf(title)}.cbz`, chunks: () => writeStoredZip(comicEntries(bound, pages, printOf)) },
    ...[cover, ...pages].map(({ number }) => file(picturePath(number), () => printOf(number))),
    ...portrayed.map(({ id }) =>
      file(portraitPath(id), () => toPng(portraitSvg(id, { artist, fonts, sheets, seed: settings.seed }))),
    ),
    file("index.html", () => utf8(indexHtml(data))),
    file("report.json", () => utf8(`${JSON.stringify(report, null, 1)}\n`)),
  ];
}

function file(path: string, bytes: () => Uint8Array | Promise<Uint8Array>): OutputFile {
  return {
    path,
    async *chunks() {
      yield await bytes();
    },
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Cover first, then the pages, then ComicInfo, which must know every picture's size (F1). */
async function* comicEntries(
  { book, script, cover }: Bound,
  pages: readonly Page[],
  printOf: Bindery["printOf"],
): AsyncGenerator<ArchiveEntry> {
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

/** A title as a file name on every system: no separators, control characters or trailing dots; at most 80 characters. */
function fileNameOf(title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return name || "comic";
}
