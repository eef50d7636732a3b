import { type LeanPage, leanPage } from "../page/lean-page.ts";
import type { OwnPages } from "../page/own-pages.ts";
import { type Bindery, type Comic, type OutputFile, oneFile, utf8 } from "./comic.ts";
import { type Edition, screenEdition } from "./edition.ts";
import { epubWarnings } from "./epub-picture.ts";
import { binders, type FormatName } from "./formats.ts";
import { indexHtml } from "./index-html.ts";
import { portraitSvg } from "./portrait.ts";
import { picturePath, portraitPath, readerData } from "./reader-data.ts";
import { type Report, reportOf } from "./report.ts";

export interface BindSettings {
  seed: number;
  fileName: string;
  pace?: Report["settings"]["pace"];
  formats?: readonly FormatName[];
  edition?: Edition;
}

/** What is bound; `pages` are those of the story that are printed. */
interface Parts extends Pick<Comic, "book" | "story" | "script" | "sheets" | "cover"> {
  ownPages: OwnPages;
  pages: readonly LeanPage[];
}

/** People with a portrait: those who are seen, most mentioned first. */
const mostPortraits = 24;

/** The comic's files: the formats asked for, page pictures, portraits, `index.html` and `report.json`. */
export function bindFiles(
  { ownPages, pages, ...bound }: Parts,
  bindery: Bindery,
  { seed, fileName, pace = "comic", formats = ["cbz"], edition = screenEdition }: BindSettings,
): OutputFile[] {
  const { book, story, script, sheets, cover } = bound;
  const { artist, fonts, printOf, toPng } = bindery;
  const leaves = [leanPage(ownPages.title), ...pages, leanPage(ownPages.credits)];
  const title = book.title ?? fileName;
  const seen = new Set(
    pages.flatMap((page) => page.panels.flatMap((panel) => panel.figures.map((figure) => figure.person))),
  );
  const portrayed = story.cast
    .filter((person) => seen.has(person.id) && sheets.people[person.id])
    .slice(0, mostPortraits);
  const portraits = new Set(portrayed.map((person) => person.id));
  const warnings = formats.includes("epub") ? epubWarnings({ cover, edition }) : [];
  const report = () => reportOf({ title, book, story, script, sheets, pages, seed, pace, artist: artist.id, warnings });
  const comic = { ...bound, title, pages: leaves, seed, edition };
  return [
    ...formats.flatMap((format) => binders[format](comic, bindery, fileNameOf(title))),
    ...[cover, ...leaves].map(({ number }) => oneFile(picturePath(number), () => printOf(number))),
    ...portrayed.map(({ id }) =>
      oneFile(portraitPath(id), () => toPng(portraitSvg(id, { artist, fonts, sheets, seed }))),
    ),
    oneFile("index.html", () =>
      utf8(indexHtml(readerData({ book, story, script, title, cover, pages: leaves, portraits }))),
    ),
    oneFile("report.json", () => utf8(`${JSON.stringify(report(), null, 1)}\n`)),
  ];
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
