import type { Database } from "../../backends/sql/database.ts";
import type { Book, Span } from "../../core/book/book.ts";
import type { Surroundings } from "../../core/pipeline-run.ts";
import type { Artifacts, Settings } from "../../core/pipeline.ts";
import { pageSvg } from "../../core/print/page-svg.ts";
import { demand } from "../../core/task-store.ts";
import { Refused } from "../../core/text/result.ts";
import { secondsPerPage } from "../jobs/queries/time-left.ts";
import { bookPart, toldSpan } from "./book-part.ts";
import type { ComicTools } from "./comic-tools.ts";
import { type LaidOut, layOut, tellPart, type ToldPart } from "./preview-run.ts";
import { bytesPerPage } from "./queries/page-bytes.ts";
import type { Preview } from "./schema.ts";

/** Letters up to which a book is read whole for its preview. */
const whole = 60_000;
/** Letters of a longer one that are read: its first chapters, from which the rest is reckoned. The first page should not take five seconds. */
const lead = 10_000;
/** Width of the picture in pixels. */
const width = 744;
/** Previews and readings that are kept. */
const kept = { previews: 24, readings: 4 } as const;
/** Seconds that a page takes beside its drawing, where the machine has not been measured yet. */
const usualSeconds = 0.6;

/** A book whose first page is asked for. */
export interface PreviewOf {
  contentHash: string;
  book: Book;
  settings: Settings;
}

export interface Previews {
  /**
   * The first story page as it will be, and what the whole will take. Throws `Refused`, as the pipeline does, and the signal's reason when it aborts.
   */
  preview(of: PreviewOf, signal: AbortSignal): Promise<Preview>;
}

/** Makes previews and keeps the last ones, with what was read for them. `clock` gives milliseconds from any moment. */
export function previews(db: Database, tools: ComicTools, clock: () => number): Previews {
  const made = new Map<string, Promise<Preview>>();
  const readings = new Map<string, Promise<Artifacts["draft"]>>();
  return {
    async preview(of, signal) {
      const { formats: _, ...drawn } = of.settings;
      const key = JSON.stringify([of.contentHash, drawn]);
      for (;;) {
        const known = made.get(key);
        const making = known ?? makePreview(db, tools, { ...of, clock, readings, signal });
        remember(made, key, making, kept.previews);
        try {
          return await making;
        } catch (error) {
          // Somebody else asked for it first, and went away: it is made again for who stays.
          if (!known || signal.aborted || error instanceof Refused) throw error;
        }
      }
    },
  };
}

/** Keeps a promise as the newest of so many; one that fails is forgotten. */
function remember<Value>(map: Map<string, Promise<Value>>, key: string, value: Promise<Value>, size: number): void {
  map.delete(key);
  map.set(key, value);
  value.catch(() => map.get(key) === value && map.delete(key));
  for (const oldest of map.keys()) if (map.size > size) map.delete(oldest);
}

interface Making extends PreviewOf {
  clock: () => number;
  readings: Map<string, Promise<Artifacts["draft"]>>;
  signal: AbortSignal;
}

async function makePreview(db: Database, tools: ComicTools, making: Making): Promise<Preview> {
  const { settings, clock, signal } = making;
  const spans = spansOf(making.book, settings);
  const share = lengthOf(spans.whole) / Math.max(1, lengthOf(spans.told));
  const { toPng, toWebp, concurrency } = tools.rasterizer();
  const fonts = await tools.fonts();
  const artist = await tools.artist();
  const told = await readPart(making, spans.told, share, { fonts, artist, toPng, toWebp, concurrency, ask: null });
  const laid = await layOut(told, clock, signal);
  const start = clock();
  const sheets = await demand(told.store, "sheets", "book");
  const png = await toPng(pageSvg(laid.first, { artist, sheets, fonts, seed: settings.seed }), width);
  const seconds = (await secondsPerPage(db)) ?? usualSeconds + (clock() - start) / 1000 / concurrency;
  const bytes = (await bytesPerPage(db)) ?? png.length * (1240 / width) ** 2;
  return { ...pictureOf(laid, png), ...costOf(making, laid, { share, seconds, bytes }) };
}

/** What of a book is read for its preview, and what the comic will tell. Throws `Refused`. */
function spansOf(book: Book, { chapters }: Settings): { told: Span; whole: Span } {
  const all = toldSpan(book, chapters, whole);
  const spans = all && lengthOf(all.whole) > whole ? toldSpan(book, chapters, lead) : all;
  if (spans === null) throw new Refused(chapters ? "part-missing" : "nothing-to-draw");
  return spans;
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** Understands a stretch of the book, unless it was just understood, and tells it at the pace that was chosen. */
async function readPart(
  { book, settings, contentHash, readings, signal }: Making,
  span: Span,
  share: number,
  surroundings: Surroundings,
): Promise<ToldPart> {
  const { chapters: _, ...others } = settings;
  // Pages are fitted to a number by laying all of them out, again and again: of a stretch of the book nobody knows its share of them.
  const isFitted = typeof settings.pace !== "object" || share === 1;
  const paced = isFitted ? others : { ...others, pace: "comic" as const };
  const reading = `${contentHash} ${span.start} ${span.end} ${settings.language ?? ""}`;
  const known = (await readings.get(reading)) ?? null;
  const told = await tellPart(bookPart(book, span), paced, known, surroundings, signal);
  remember(readings, reading, demand(told.store, "draft", "book"), kept.readings);
  return told;
}

function pictureOf({ first }: LaidOut, png: Uint8Array): Pick<Preview, "picture" | "width" | "height" | "direction"> {
  return {
    picture: `data:image/png;base64,${base64(png)}`,
    width,
    height: Math.round((width * first.height) / first.width),
    direction: first.direction,
  };
}

/** What the whole will take: with cover, title and credits, each page drawn once and bound into every format. */
function costOf(
  { book, settings }: Making,
  laid: LaidOut,
  { share, seconds, bytes }: { share: number; seconds: number; bytes: number },
): Pick<Preview, "pages" | "seconds" | "bytes" | "isExact"> {
  const { pace, formats = ["cbz"] } = settings;
  const story = typeof pace === "object" ? pace.totalPages : Math.max(1, Math.round(laid.pages * share));
  const pages = story + 3;
  return {
    pages,
    seconds: Math.ceil(pages * seconds + book.text.length / 150_000),
    bytes: Math.ceil(pages * bytes * (1 + formats.length)),
    isExact: typeof pace === "object" || (share === 1 && laid.isWhole),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
