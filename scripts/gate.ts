// `npm run gate -- --seed N --out DIR BOOK …`: pages, faces and casts for judges who know neither the code nor the books (D10).
// DIR gets pictures without a word of where they come from; the key lies beside it in DIR.key.json.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { type Random, randomFrom } from "../src/core/geometry/random.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { type Page, pageSize, type StagedFigure } from "../src/core/page/page.ts";
import { contactSheet, posed } from "../src/core/print/contact-sheet.ts";
import { type PageInk, pageSvg } from "../src/core/print/page-svg.ts";
import type { Person } from "../src/core/story/story.ts";
import { layOutBook } from "./lay-out-book.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "out/gate" },
    pages: { type: "string", default: "20" },
  },
});
if (positionals.length === 0) throw new Error("Name the books: npm run gate -- --seed 1 --out DIR BOOK …");
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const out = resolve(folder, values.out);
const random = randomFrom(`gate ${values.seed}`);
const fonts = openFonts(await readVendoredFonts());
const rasterizer = createNodeRasterizer(1);
const key = { pages: [] as object[], faces: [] as object[], panels: 0 };
rmSync(out, { recursive: true, force: true });
for (const name of ["pages", "faces", "cast"]) mkdirSync(join(out, name), { recursive: true });

const perBook = Math.ceil(Number(values.pages) / positionals.length);
for (const [index, path] of positionals.entries()) {
  const source = new Uint8Array(readFileSync(resolve(folder, path)));
  const { pages, story, sheets } = await layOutBook(source, fonts);
  const book = `book${index + 1}`;
  const ink: PageInk = { artist: inkArtist, sheets, fonts, seed: 1 };
  const cast = story.cast.slice(0, 12);
  for (const page of drawn(pages, perBook, random)) {
    const name = `p${two(key.pages.length + 1)}`;
    put(`pages/${name}.png`, await rasterizer.toPng(pageSvg(page, ink)));
    key.pages.push({ name, book: basename(path), page: page.number, panels: page.panels.length });
    key.panels += page.panels.length;
  }
  put(`cast/${book}.png`, await rasterizer.toPng(castPicture(cast, ink)));
  for (const { page, figure } of drawn(facesOf(pages, cast), 2, random, (face) => face.figure.person)) {
    const name = `f${two(key.faces.length + 1)}`;
    const whole = await rasterizer.toPng(pageSvg(page, ink));
    put(`faces/${name}-${book}.png`, await rasterizer.toPng(cropped(whole, figure.head)));
    key.faces.push({ name, book: basename(path), page: page.number, who: nameOf(cast, figure.person) });
  }
}
await rasterizer.close();
writeFileSync(`${out}.key.json`, `${JSON.stringify(key, null, 1)}\n`);
process.stdout.write(`${key.pages.length} pages with ${key.panels} panels, ${key.faces.length} faces in ${out}\n`);

function put(path: string, bytes: Uint8Array): void {
  writeFileSync(join(out, path), bytes);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function nameOf(cast: readonly Person[], id: string): string {
  return cast.find((person) => person.id === id)?.name ?? id;
}

/** `count` of the items by chance, no two of them with the same mark. */
function drawn<T>(items: readonly T[], count: number, chance: Random, markOf?: (item: T) => string): T[] {
  const left = [...items];
  const marks = new Set<string>();
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    const [item] = left.splice(Math.floor(chance() * left.length), 1);
    if (item === undefined || (markOf && marks.has(markOf(item)))) continue;
    if (markOf) marks.add(markOf(item));
    chosen.push(item);
  }
  return chosen;
}

/** The faces of a book that can be seen: large enough, turned to the reader, of people in the cast picture. */
function facesOf(pages: readonly Page[], cast: readonly Person[]): { page: Page; figure: StagedFigure }[] {
  const known = new Set(cast.map(({ id }) => id));
  return pages.flatMap((page) =>
    page.panels.flatMap(({ figures }) =>
      figures
        .filter(
          ({ person, silhouette, head }) =>
            known.has(person) && !silhouette && head.size > 70 && Math.abs(head.yaw) < 100,
        )
        .map((figure) => ({ page, figure })),
    ),
  );
}

/** Twelve portraits with names. */
function castPicture(cast: readonly Person[], ink: PageInk): string {
  const [across, edge] = [4, 320];
  const cells = cast.map(({ id, name }, i) => {
    const box = {
      x: (i % across) * edge,
      y: Math.floor(i / across) * (edge + 40),
      width: edge - 10,
      height: edge + 30,
    };
    const head = { x: box.x + edge / 2, y: box.y + edge * 0.46, size: edge * 0.5, yaw: 24, pitch: 0, tilt: 0 };
    return { box, label: `${i + 1}. ${name}`, shows: { beat: `portrait-${id}`, figures: [posed(id, head)] } };
  });
  const height = Math.ceil(cast.length / across) * (edge + 40);
  return contactSheet({ width: across * edge, height }, cells, ink);
}

/** A square of a page round a head. */
function cropped(png: Uint8Array, { x, y, size }: StagedFigure["head"]): string {
  const edge = 500;
  const scale = edge / (1.9 * size);
  const page = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const at = `x="${edge / 2 - x * scale}" y="${edge / 2 - y * scale}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}"><image ${at} width="${pageSize.width * scale}" height="${pageSize.height * scale}" href="${page}"/></svg>`;
}
