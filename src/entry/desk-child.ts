import { availableParallelism } from "node:os";
import { createNodeRasterizer } from "../backends/raster/node.ts";
import { readVendoredFonts } from "../backends/fonts/vendored.ts";
import { inkArtist } from "../core/art/ink-artist.ts";
import { openFonts } from "../core/lettering/fonts.ts";
import { type ComicDesk, comicDesk } from "../features/comics/comic-desk.ts";
import { previews } from "../features/comics/preview.ts";
import { bookReader } from "../features/library/read-books.ts";
import { configurationIn } from "./configuration.ts";
import { type DeskAsk, sentError } from "./desk-message.ts";
import { blobsOf, databaseOf } from "./places.ts";
import { openServices } from "./services.ts";

const folder = process.env["FABULA_CWD"] ?? process.cwd();
const version = process.argv[2] ?? "unknown";
const opening = openDeskHere();
// Whoever asks is told that it could not be opened.
opening.catch(() => undefined);
const underWay = new Map<number, AbortController>();

/** The desk over the same database and files as the server's. */
async function openDeskHere(): Promise<ComicDesk> {
  const config = configurationIn(folder);
  const services = await openServices(databaseOf(config, folder, version), blobsOf(config, folder));
  const { db, blobs } = services;
  const fonts = readVendoredFonts().then(openFonts);
  const rasterizer = createNodeRasterizer(Math.min(8, availableParallelism()));
  const tools = {
    ...services,
    fonts: () => fonts,
    artist: async () => inkArtist,
    rasterizer: () => rasterizer,
    model: null,
  };
  return comicDesk({
    db,
    tools,
    books: bookReader(db, blobs),
    previews: previews(db, tools, () => performance.now()),
  });
}

async function answer(ask: DeskAsk): Promise<void> {
  if (ask.kind === "give-up") return underWay.get(ask.id)?.abort();
  const stop = new AbortController();
  underWay.set(ask.id, stop);
  try {
    const desk = await opening;
    const value =
      ask.kind === "preview"
        ? await desk.preview(ask.owner, ask.of, stop.signal)
        : await desk.makeFile(ask.owner, ask.of);
    process.send?.({ id: ask.id, value });
  } catch (error) {
    process.send?.(sentError(ask.id, error));
  } finally {
    underWay.delete(ask.id);
  }
}

// The server decides when to stop: Ctrl-C reaches the whole group and is its affair.
process.on("message", (ask: DeskAsk) => void answer(ask));
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
