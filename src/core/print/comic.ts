import type { Artist, Sheets } from "../art/artist.ts";
import type { Book } from "../book/book.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { LeanPage } from "../page/lean-page.ts";
import type { Page } from "../page/page.ts";
import type { Script } from "../script/script.ts";
import type { Story } from "../story/story.ts";
import type { Edition } from "./edition.ts";

/** A whole comic, laid out and ready to be bound. */
export interface Comic {
  title: string;
  book: Book;
  story: Story;
  script: Script;
  sheets: Sheets;
  cover: Page;
  /** All pages after the cover, in the order in which they are bound: title, story pages, credits (see `Page.role`), without their shapes. */
  pages: readonly LeanPage[];
  seed: number;
  edition: Edition;
}

/** What a binder may ask for; every picture and every whole page is made or fetched when it is needed (F6). */
export interface Bindery {
  fonts: Fonts;
  artist: Artist;
  /** SVG to PNG, so many pixels wide; as wide as the SVG says where that is missing. */
  toPng(svg: string, width?: number): Promise<Uint8Array>;
  /** A PNG that `toPng` or `printOf` gave as WebP. */
  toWebp(png: Uint8Array): Promise<Uint8Array>;
  /** The printed picture (PNG) of a page; 0 is the cover. */
  printOf(page: number): Promise<Uint8Array>;
  /** A page of the comic with its shapes. */
  wholePage(page: LeanPage): Promise<Page>;
}

/** A file to take away; its bytes are made when they are asked for (F6). */
export interface OutputFile {
  /** Path inside the output folder, with `/`. */
  path: string;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Makes one format's files of a comic. `name` is the title as a file name, without an ending. */
export type Binder = (comic: Comic, bindery: Bindery, name: string) => OutputFile[];

/** A file of one chunk. */
export function oneFile(path: string, bytes: () => Uint8Array | Promise<Uint8Array>): OutputFile {
  return {
    path,
    async *chunks() {
      yield await bytes();
    },
  };
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
