import type { Database } from "../../backends/sql/database.ts";
import type { Book } from "../../core/book/book.ts";
import type { Page } from "../../core/page/page.ts";
import { openRun, type Step, steps } from "../../core/pipeline-run.ts";
import type { ArtifactName, Artifacts, Settings } from "../../core/pipeline.ts";
import { pageSvg } from "../../core/print/page-svg.ts";
import { demand, type TaskStore } from "../../core/task-store.ts";
import { Refused } from "../../core/text/result.ts";
import { secondsPerPage } from "../jobs/queries/time-left.ts";
import { bookPart, toldSpan } from "./book-part.ts";
import type { ComicTools } from "./comic-tools.ts";
import { bytesPerPage } from "./queries/page-bytes.ts";
import type { Preview } from "./schema.ts";

/** Letters that are read for a preview: what is behind them is reckoned from these. */
const most = 120_000;
/** Letters up to which the pages of a book are fitted to a number by laying all of them out, again and again. */
const fitted = 90_000;
/** Milliseconds for laying out; what is left then is reckoned. */
const patience = 800;
/** Width of the picture in pixels. */
const width = 744;
/** Previews and readings that are kept. */
const kept = { previews: 24, readings: 4 } as const;
/** Share of one hand's work that more hands save, where the machine has not been measured yet. */
const usualSeconds = 0.6;

/** A book whose first page is asked for. */
export interface PreviewOf {
  contentHash: string;
  book: Book;
  settings: Settings;
}

export interface Previews {
  /** The first story page as it will be, and what the whole will take. Throws `Refused`, as the pipeline does. */
  preview(of: PreviewOf): Promise<Preview>;
}

/** Makes previews and keeps the last ones, with what was read for them. */
export function previews(db: Database, tools: ComicTools, clock: () => number): Previews {
  const made = new Map<string, Promise<Preview>>();
  const readings = new Map<string, Promise<Artifacts["draft"]>>();
  return {
    preview(of) {
      const { formats: _, ...drawn } = of.settings;
      const key = JSON.stringify([of.contentHash, drawn]);
      const known = made.get(key) ?? makePreview(db, tools, { ...of, clock, readings });
      remember(made, key, known, kept.previews);
      return known;
    },
  };
}

/** Keeps a promise as the newest of so many; one that fails is forgotten. */
function remember<Value>(map: Map<string, Promise<Value>>, key: string, value: Promise<Value>, size: number): void {
  map.delete(key);
  map.set(key, value);
  value.catch(() => map.delete(key));
  for (const oldest of map.keys()) if (map.size > size) map.delete(oldest);
}

type Making = PreviewOf & { clock: () => number; readings: Map<string, Promise<Artifacts["draft"]>> };

async function makePreview(db: Database, tools: ComicTools, making: Making): Promise<Preview> {
  const { book, settings, contentHash, clock } = making;
  const spans = toldSpan(book, settings.chapters, most);
  if (spans === null) throw new Refused(settings.chapters ? "part-missing" : "nothing-to-draw");
  const { told, whole } = spans;
  const share = (whole.end - whole.start) / Math.max(1, told.end - told.start);
  const { chapters: _, ...others } = settings;
  const isFitted = typeof settings.pace === "object" && told.end - told.start <= fitted && share === 1;
  const pace = typeof settings.pace === "object" && !isFitted ? ("comic" as const) : (settings.pace ?? "comic");
  const store = memoryStore();
  await store.save("book", "book", bookPart(book, told));
  const [fonts, artist, { toPng, toWebp, concurrency }] = [
    await tools.fonts(),
    await tools.artist(),
    tools.rasterizer(),
  ];
  const surroundings = { fonts, artist, toPng, toWebp, concurrency, ask: null };
  const run = openRun(() => Promise.reject(new Error("The book is read")), { ...others, pace }, surroundings, store);
  const read = `${contentHash} ${told.start} ${told.end} ${settings.language ?? ""}`;
  const known = await making.readings.get(read);
  if (known) await store.save("draft", "book", known);
  for (const step of steps) {
    if (step.name === "cover") break;
    for (const unit of await run.unitsOf(step)) await run.work(step, unit);
    await breath();
  }
  remember(making.readings, read, demand(store, "draft", "book"), kept.readings);

  const { first, pages: counted } = await layOut(run, store, clock);
  const start = clock();
  const sheets = await demand(store, "sheets", "book");
  const svg = pageSvg(first, { artist, sheets, fonts, seed: settings.seed });
  const png = await toPng(svg, width);
  const seconds = (await secondsPerPage(db)) ?? usualSeconds + (clock() - start) / 1000 / concurrency;
  const pages = typeof settings.pace === "object" ? settings.pace.totalPages : Math.max(1, Math.round(counted * share));
  const bytes = (await bytesPerPage(db)) ?? png.length * (1240 / width) ** 2;
  return {
    picture: `data:image/png;base64,${base64(png)}`,
    width,
    height: Math.round((width * first.height) / first.width),
    direction: first.direction,
    pages: pages + 3,
    seconds: Math.ceil((pages + 3) * seconds + book.text.length / 150_000),
    bytes: Math.ceil((pages + 3) * bytes * (1 + (settings.formats ?? ["cbz"]).length)),
  };
}

/** Lets others have their turn: all of this is computed without a pause otherwise. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The first page, and how many there are: counted as far as patience goes, then reckoned by the beats that are left. */
async function layOut(
  run: ReturnType<typeof openRun>,
  store: TaskStore,
  clock: () => number,
): Promise<{ first: Page; pages: number }> {
  const step = steps.find(({ name }) => name === "pages") satisfies Step | undefined;
  if (!step) throw new Error("The pipeline lays out nothing.");
  const { episodes } = await demand(store, "script", "book");
  const start = clock();
  let [first, pages, beats]: [Page | null, number, number] = [null, 0, 0];
  for (const { id, beats: told } of episodes) {
    await run.work(step, id);
    const laid = await demand(store, "pages", id);
    first ??= laid[0] ?? null;
    pages += laid.length;
    beats += told.length;
    await breath();
    if (first !== null && clock() - start > patience) break;
  }
  if (first === null) throw new Refused("nothing-to-draw");
  const all = episodes.reduce((sum, episode) => sum + episode.beats.length, 0);
  return { first, pages: (pages * all) / Math.max(1, beats) };
}

/** Where the artifacts of one preview are kept, and nowhere else. */
function memoryStore(): TaskStore {
  const memory = new Map<string, unknown>();
  return {
    // `save` alone writes to the memory, under the name that ties the value to its type.
    load: async <Name extends ArtifactName>(name: Name, unit: string) =>
      (memory.get(`${name} ${unit}`) ?? null) as Artifacts[Name] | null,
    save: async (name, unit, value) => void memory.set(`${name} ${unit}`, value),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
