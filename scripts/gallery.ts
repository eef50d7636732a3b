// `npm run gallery [-- NAME …]`: every sheet of the built-in artist into out/gallery, pages of the books of the data folder beside them
// where there is one, and six pages of the samples into docs/gallery.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { pageSvg } from "../src/core/print/page-svg.ts";
import { gridSvg } from "./gallery/grid.ts";
import { letteringSheets } from "./gallery/lettering.ts";
import { peopleGrids } from "./gallery/people.ts";
import { placeGrids } from "./gallery/places.ts";
import { layOutBook } from "./lay-out-book.ts";

const root = new URL("../", import.meta.url);
const out = new URL("out/gallery/", root);
const wanted = process.argv.slice(2);
const fonts = openFonts(await readVendoredFonts());
const rasterizer = createNodeRasterizer(Math.min(2, availableParallelism()));

/** The pages of the samples that show what the artist can do. */
const shown = { english: [4, 9, 13], japanese: [1, 2, 7] } as const;
/** Books of the data folder, each with two pages by its length. */
const books = [
  "epub/epubjs-alice.epub",
  "epub/se-sherlock-holmes.epub",
  "epub/childrens-literature.epub",
  "epub/kusamakura-japanese-vertical-writing.epub",
  "aozora/akutagawa_rashomon.txt",
  "aozora/nankichi_gon.txt",
  "aozora/miyazawa_chumon_no_ooi.txt",
  "aozora/soseki_botchan.txt",
];

async function draw(path: URL, svg: string): Promise<void> {
  mkdirSync(new URL(".", path), { recursive: true });
  writeFileSync(path, await rasterizer.toPng(svg));
  process.stdout.write(`${path.pathname.slice(root.pathname.length)}\n`);
}

async function pagesOf(book: URL, numbers: (count: number) => readonly number[], name: string, folder: URL) {
  const { pages, sheets } = await layOutBook(new Uint8Array(readFileSync(book)), fonts);
  for (const [i, number] of numbers(pages.length).entries()) {
    const page = pages[number - 1];
    if (page)
      await draw(new URL(`${name}-${i + 1}.png`, folder), pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 }));
  }
}

for (const grid of [...peopleGrids(), ...placeGrids()])
  if (wanted.length === 0 || wanted.includes(grid.name))
    await draw(new URL(`${grid.name}.png`, out), gridSvg(grid, fonts));
for (const { name, svg } of letteringSheets())
  if (wanted.length === 0 || wanted.includes(name)) await draw(new URL(`${name}.png`, out), svg(fonts));
if (wanted.length === 0 || wanted.includes("samples"))
  for (const [name, numbers] of Object.entries(shown))
    await pagesOf(new URL(`samples/${name}.epub`, root), () => numbers, name, new URL("docs/gallery/", root));
const data = new URL("../shared/data/", root);
if ((wanted.length === 0 || wanted.includes("books")) && existsSync(data))
  for (const path of books) {
    const name = path.replace(/^.*\/|\.\w+$/g, "");
    const spread = (count: number) => [Math.ceil(count * 0.2), Math.ceil(count * 0.65)];
    await pagesOf(new URL(path, data), spread, name, new URL("pages/", out));
  }
await rasterizer.close();
