import type { Artist, Sheets } from "./art/artist.ts";
import { flatSheets } from "./art/palette-people.ts";
import { bookOfChapters, type PartRange, scriptOfPages, withOtherChapters } from "./asked-part.ts";
import type { Book } from "./book/book.ts";
import { readAs } from "./book/read-as.ts";
import { readBook } from "./book/read-book.ts";
import { scriptOfLength } from "./fit-length.ts";
import type { Fonts } from "./lettering/fonts.ts";
import { canLetter } from "./lettering/scripts.ts";
import { coverPage } from "./page/cover.ts";
import { layOutEpisode, type LayOutOptions } from "./page/lay-out-episode.ts";
import { type LeanPage, leanPage } from "./page/lean-page.ts";
import { type OwnPages, ownPages, storyPagesOf } from "./page/own-pages.ts";
import { type Page, pageSize, pageSizeOf, type PageSize } from "./page/page.ts";
import { staturesOf } from "./page/stature.ts";
import { bindFiles } from "./print/bind-files.ts";
import type { OutputFile } from "./print/comic.ts";
import { type Edition, pixelWidth, screenEdition } from "./print/edition.ts";
import type { FormatName } from "./print/formats.ts";
import { pageSvg } from "./print/page-svg.ts";
import type { PaceName } from "./script/pace.ts";
import type { Episode, Script } from "./script/script.ts";
import { writeScript } from "./script/write-script.ts";
import { type Analysis, type Question, speakersAnswer, speakersQuestion, withAnalyses } from "./story/ask-speakers.ts";
import type { RosterEntry } from "./story/cast.ts";
import { type Chunk, cutChunks } from "./story/chunks.ts";
import type { Story } from "./story/story.ts";
import { understand } from "./story/understand.ts";
import { Refused, unwrap } from "./text/result.ts";

/** The order in which the folders of core may import each other; `test/boundaries.test.ts` holds them to it. */
export const folders = ["book", "story", "script", "lettering", "page", "art", "print"] as const;

/** Everything that flows from a file of bytes to finished comic files. */
export interface Artifacts {
  source: Uint8Array;
  book: Book;
  /** The story as the rules read it. */
  draft: Story;
  chunks: Chunk[];
  /** One stretch of the book; the unit of asking a text model. */
  chunk: Chunk;
  /** What a text model says of one chunk; nothing where there is none. */
  analysis: Analysis;
  story: Story;
  script: Script;
  sheets: Sheets;
  /** One part of the script; the unit of laying out. */
  episode: Episode;
  /** How far the episodes before this one have come. */
  pagesBefore: PagesBefore;
  /** The pages of one episode. */
  pages: Page[];
  cover: Page;
  /** Title page and credits. */
  ownPages: OwnPages;
  /** One page: the cover (number 0), a story page or one of the book's own; the unit of printing. */
  page: Page;
  /** A page as SVG with all letters outlined. */
  drawing: string;
  /** A page as PNG. */
  print: Uint8Array;
  /** What the person takes away, each file as a stream of chunks. */
  files: OutputFile[];
}

/** What laying out an episode needs of the pages before it. */
export interface PagesBefore {
  count: number;
  /** Layout of the last one, where there is one (P3). */
  layout: string | null;
}

export type ArtifactName = keyof Artifacts;
export type Unit = "book" | "chunk" | "episode" | "page";

export type PaceGoal = PaceName | { totalPages: number };

/** What a run is made with; the same settings and source give the same bytes (T3). */
export interface Settings {
  seed: number;
  /** `auto` follows the book. */
  direction: "auto" | "ltr" | "rtl";
  /** How much is told (T4), by name or by the number of story pages; `comic` where it is missing. */
  pace?: PaceGoal;
  /** Who is in the book, where a person has said so. */
  roster: readonly RosterEntry[] | null;
  /** What to bind beside the pictures and `index.html`; CBZ where it is missing. */
  formats?: readonly FormatName[];
  /** Paper, resolution and colour; for screens where it is missing. */
  edition?: Edition;
  /** Chapters that are told, and pages that are printed; all where it is missing. */
  chapters?: PartRange;
  pages?: PartRange;
  /** Read the book as one in this language, whatever it says. */
  language?: "en" | "ja";
  /** Name of the book's file without its ending, for books without a title. */
  fileName: string;
}

/** What the stages need from outside. */
export interface Tools {
  fonts: Fonts;
  artist: Artist;
  /** SVG to PNG, so many pixels wide; as wide as the SVG says where that is missing. */
  toPng(svg: string, width?: number): Promise<Uint8Array>;
  /** A PNG that `toPng` made as WebP. */
  toWebp(png: Uint8Array): Promise<Uint8Array>;
  /** Asks a text model and gives its words; null where there is no model. */
  ask: ((question: Question) => Promise<string>) | null;
  /** How many pages may be under way at once. */
  concurrency: number;
  /** What is said of each chunk, in order, once all are read. */
  analyses(): AsyncIterable<Analysis>;
  /** The story pages that are printed, in order, once all are laid out. */
  allPages(): AsyncIterable<Page>;
  /** The whole page of which that is the lean one. */
  wholePage(page: LeanPage): Promise<Page>;
  /** The printed picture of a page (0 is the cover). */
  printOf(page: number): Promise<Uint8Array>;
}

export interface Stage {
  gives: ArtifactName;
  /** What a person reads while it runs. */
  title: string;
  unit: Unit;
  from: readonly ArtifactName[];
  run(inputs: Partial<Artifacts>, tools: Tools, settings: Settings): unknown;
}

/** Ties a stage's inputs and output to the types of the artifacts that it names. */
function stage<Gives extends ArtifactName, From extends ArtifactName>(definition: {
  gives: Gives;
  title: string;
  unit: Unit;
  from: readonly From[];
  run(inputs: Pick<Artifacts, From>, tools: Tools, settings: Settings): Artifacts[Gives] | Promise<Artifacts[Gives]>;
}): Stage {
  return definition;
}

/** The table of contents: bytes → Book → Story → Script → Pages → Drawings → files. */
export const stages: readonly Stage[] = [
  stage({
    gives: "book",
    title: "Reading",
    unit: "book",
    from: ["source"],
    run: async ({ source }, _, { language }) => {
      const book = unwrap(await readBook(source));
      if (!canLetter(book.text)) throw new Refused("script-unsupported");
      return language ? readAs(book, language) : book;
    },
  }),
  stage({
    gives: "draft",
    title: "Understanding",
    unit: "book",
    from: ["book"],
    run: ({ book }, _, { roster }) => understand(book, roster ? { roster } : {}),
  }),
  stage({
    gives: "chunks",
    title: "Understanding",
    unit: "book",
    from: ["book", "draft"],
    run: ({ book, draft }) => cutChunks(book, draft),
  }),
  stage({
    gives: "analysis",
    title: "Understanding",
    unit: "chunk",
    from: ["book", "draft", "chunk"],
    run: async ({ book, draft, chunk }, { ask }) => {
      const question = ask ? speakersQuestion(chunk, book, draft) : null;
      return speakersAnswer(chunk, ask && question ? await ask(question) : "", draft);
    },
  }),
  stage({
    gives: "story",
    title: "Understanding",
    unit: "book",
    from: ["draft"],
    run: async ({ draft }, { analyses }) => {
      const all: Analysis[] = [];
      for await (const analysis of analyses()) all.push(analysis);
      return withAnalyses(draft, all);
    },
  }),
  stage({
    gives: "script",
    title: "Writing the script",
    unit: "book",
    from: ["book", "story"],
    run: ({ book: whole, story }, { fonts }, { seed, direction, pace = "comic", chapters, edition }) => {
      const book = bookOfChapters(whole, chapters);
      const options = { seed, ...(direction === "auto" ? {} : { direction }) };
      const script =
        typeof pace === "string"
          ? writeScript(book, story, { pace, ...options })
          : scriptOfLength(pace.totalPages, {
              book,
              story,
              countPages: (tried) => countPages({ book, story, script: tried, fonts, seed, edition }),
              ...options,
            });
      if (script.episodes.every((episode) => episode.beats.length === 0)) throw new Refused("nothing-to-draw");
      return chapters ? withOtherChapters(script, whole) : script;
    },
  }),
  stage({
    gives: "sheets",
    title: "Casting",
    unit: "book",
    from: ["story"],
    run: ({ story }, { artist }, { seed, edition }) => {
      const sheets = artist.sheets(story.cast, story.places, seed, story.world);
      return edition?.colour === "flat" ? flatSheets(sheets) : sheets;
    },
  }),
  stage({
    gives: "cover",
    title: "Cover",
    unit: "book",
    from: ["book", "story", "script"],
    run: ({ book, story, script }, { fonts }, { seed, fileName, edition }) =>
      coverPage(
        { size: sizeFor(edition), title: book.title ?? fileName, book, story, direction: script.direction },
        fonts,
        seed,
      ),
  }),
  stage({
    gives: "pages",
    title: "Laying out",
    unit: "episode",
    from: ["book", "story", "script", "episode", "pagesBefore"],
    run: ({ book, story, script, episode, pagesBefore }, { fonts }, { seed, edition }) =>
      layOutEpisode(episode, layOutOptions({ book, story, script, fonts, seed, edition, pagesBefore })),
  }),
  stage({
    gives: "ownPages",
    title: "Laying out",
    unit: "book",
    from: ["book", "story", "script"],
    run: async ({ book, story, script }, { fonts, allPages }, { seed, pace = "comic", fileName, edition }) => {
      const { direction } = script;
      const source = { title: book.title ?? fileName, book, story, direction, size: sizeFor(edition) };
      return ownPages(source, { seed, pace, pages: await storyPagesOf(allPages()) }, fonts);
    },
  }),
  stage({
    gives: "drawing",
    title: "Drawing",
    unit: "page",
    from: ["page", "sheets"],
    run: ({ page, sheets }, { artist, fonts }, { seed }) => pageSvg(page, { artist, sheets, fonts, seed }),
  }),
  stage({
    gives: "print",
    title: "Drawing",
    unit: "page",
    from: ["drawing"],
    run: ({ drawing }, { toPng }, { edition = screenEdition }) => toPng(drawing, pixelWidth(edition)),
  }),
  stage({
    gives: "files",
    title: "Binding",
    unit: "book",
    from: ["book", "story", "script", "sheets", "cover", "ownPages"],
    run: async (inputs, tools, settings) => {
      const book = bookOfChapters(inputs.book, settings.chapters);
      const pages: LeanPage[] = [];
      for await (const page of tools.allPages()) pages.push(leanPage(page));
      const script = settings.pages ? scriptOfPages(inputs.script, pages) : inputs.script;
      return bindFiles({ ...inputs, book, script, pages }, tools, settings);
    },
  }),
];

/** The size of an edition's pages; of no paper in particular where there is none. */
function sizeFor(edition: Edition | undefined): PageSize {
  return edition ? pageSizeOf(edition) : pageSize;
}

interface LayOutInputs extends Pick<Artifacts, "book" | "story" | "script" | "pagesBefore"> {
  fonts: Fonts;
  seed: number;
  edition: Edition | undefined;
}

function layOutOptions({ book, story, script, fonts, seed, edition, pagesBefore }: LayOutInputs): LayOutOptions {
  return {
    fonts,
    direction: script.direction,
    size: sizeFor(edition),
    language: book.language,
    firstPage: pagesBefore.count + 1,
    layoutBefore: pagesBefore.layout,
    seed,
    statures: staturesOf(story.cast),
  };
}

/** How far a book has come after one more episode. */
export function pagesThrough(before: PagesBefore, pages: readonly Page[]): PagesBefore {
  return { count: before.count + pages.length, layout: pages.at(-1)?.layout ?? before.layout };
}

/** How many pages the stage `pages` will lay out. */
function countPages(inputs: Omit<LayOutInputs, "pagesBefore">): number {
  let before: PagesBefore = { count: 0, layout: null };
  for (const episode of inputs.script.episodes)
    before = pagesThrough(before, layOutEpisode(episode, layOutOptions({ ...inputs, pagesBefore: before })));
  return before.count;
}
