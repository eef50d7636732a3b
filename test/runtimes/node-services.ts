import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createMemoryBlobs } from "../../src/backends/blobs/memory.ts";
import { readVendoredFonts } from "../../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../../src/backends/raster/node.ts";
import { inkArtist } from "../../src/core/art/ink-artist.ts";
import { openFonts } from "../../src/core/lettering/fonts.ts";
import { uuid7Maker } from "../../src/core/text/uuid7.ts";
import { comicJobType, comicPlan } from "../../src/features/comics/tasks.ts";
import { taskWorker } from "../../src/features/jobs/worker.ts";
import { testDatabase } from "../database.ts";
import { beginComic, comicHashes } from "../short-comic.ts";
import { steadyNumbers } from "../steady-numbers.ts";

// What the suites in workerd ask of Node: vitest.config.ts binds it to their Worker.

const root = new URL("../../", import.meta.url);

/** The folder of fonts, as the platform's static assets give it. */
export async function fontsOfNode(request: { url: string }): Promise<Response> {
  const { pathname } = new URL(request.url);
  return new Response(await readFile(new URL(`fonts${pathname}`, root)));
}

/** `/numbers`: those of `steady-numbers.ts`. `/walk`: what `leak-walk-copy.ts` makes. `/text/english`: the beginning of a sample. `/hashes/english`: what comes of it here, on SQLite, with the native rasteriser. */
export async function comicOfNode(request: { url: string }): Promise<Response> {
  const [, asked, sample] = new URL(request.url).pathname.split("/");
  if (asked === "numbers") return Response.json(steadyNumbers());
  if (asked === "walk") return Response.json(await (await import("../leak-walk-copy.ts")).walkOfNode());
  const text = beginningOf(sample === "japanese" ? "japanese" : "english");
  return asked === "text" ? new Response(text) : Response.json(await hashesOfNode(new TextEncoder().encode(text)));
}

/** Some paragraphs, so that workerd draws a few pages only. */
const lengths = { english: 1_000, japanese: 900 } as const;

function beginningOf(sample: keyof typeof lengths): string {
  const text = readFileSync(new URL(`samples/${sample}.txt`, root), "utf8");
  return text.slice(0, text.lastIndexOf("\n", lengths[sample]));
}

/** The hashes of a comic as it is made here. */
export async function hashesOfNode(book: Uint8Array): Promise<Record<string, string>> {
  const db = await testDatabase();
  const now = Date.now;
  const newId = uuid7Maker(now, () => crypto.getRandomValues(new Uint8Array(10)));
  const services = { db, blobs: createMemoryBlobs(now), now, newId, close: () => db.close() };
  const fonts = openFonts(await readVendoredFonts());
  const rasterizer = createNodeRasterizer(2);
  try {
    const tools = { fonts: async () => fonts, artist: async () => inkArtist, rasterizer: () => rasterizer };
    const plans = { [comicJobType]: comicPlan({ ...services, ...tools, model: null }) };
    const job = await beginComic(services, plans, book);
    const worker = taskWorker(db, { plans, now, newId, jitter: () => 0 });
    for (let claimed = await worker.claim(1); claimed.length > 0; claimed = await worker.claim(1))
      for (const work of claimed) await worker.run(work, new AbortController().signal);
    return await comicHashes(db, services, job);
  } finally {
    await rasterizer.close();
    await db.close();
  }
}
