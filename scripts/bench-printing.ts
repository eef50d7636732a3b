// `npm run bench:printing [-- BOOK …]`: SVG pages to finished PNGs on two cores, against headless Chromium taking screenshots of the same
// SVGs and against the bare rasteriser with its own PNG encoder, round by round in one run.
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { pageSvg } from "../src/core/print/page-svg.ts";
import { layOutBook } from "./lay-out-book.ts";
import { median, ratio } from "./medians.ts";

const named = process.argv.slice(2);
const books = named.length > 0 ? named : ["samples/english.epub", "samples/japanese.epub"];
const folder = process.env["FABULA_CWD"] ?? process.cwd();
const browserPath = process.env["FABULA_CHROMIUM"] ?? "/usr/bin/chromium";
const cores = 2;
const rounds = 5;
/** Pages of each book. */
const most = 12;

/** Prints pages, `cores` at a time. */
type Printer = (svg: string) => Promise<unknown>;

const fonts = openFonts(await readVendoredFonts());
const ours = createNodeRasterizer(cores);
const bare = openBare();
const browser = existsSync(browserPath)
  ? await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] })
  : null;
const screenshots = browser ? await openScreenshots(browser) : null;
try {
  for (const book of books) await compare(book);
  if (!browser) process.stdout.write(`No Chromium at ${browserPath}: its column is left out\n`);
} finally {
  await Promise.all([ours.close(), browser?.close()]);
  bare.close();
}

async function compare(book: string): Promise<void> {
  const { pages, sheets } = await layOutBook(new Uint8Array(readFileSync(resolve(folder, book))), fonts);
  const svgs = pages.slice(0, most).map((page) => pageSvg(page, { artist: inkArtist, sheets, fonts, seed: 1 }));
  const printers: Record<string, Printer | null> = {
    ours: (svg) => ours.toPng(svg),
    bare: bare.toPng,
    chromium: screenshots,
  };
  const times: Record<string, number[]> = {};
  const broken = new Set<string>();
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++)
    for (const [name, printer] of Object.entries(printers)) {
      if (!printer || broken.has(name)) continue;
      const time = await timeOf(svgs, printer, name);
      if (time === null) broken.add(name);
      else if (round > 0) (times[name] ??= []).push(time / svgs.length);
    }
  const own = median(times["ours"] ?? []);
  const against = (name: string): string =>
    times[name] && !broken.has(name) ? `, ${ratio(median(times[name]) / own)} times as fast as ${name}` : "";
  process.stdout.write(
    `${basename(book)}: ${(1000 / own).toFixed(1)} pages a second (${svgs.length} pages, median of ${rounds} rounds)${against("chromium")}${against("bare")}\n`,
  );
}

/** Milliseconds for all pages, `cores` under way at once; null where a page of another's printer failed, which is told. */
async function timeOf(svgs: readonly string[], printer: Printer, name: string): Promise<number | null> {
  const waiting = [...svgs];
  const from = performance.now();
  const ends = await Promise.allSettled(
    Array.from({ length: cores }, async () => {
      for (let svg = waiting.shift(); svg !== undefined; svg = waiting.shift()) await printer(svg);
    }),
  );
  const failure = ends.find((end) => end.status === "rejected");
  if (!failure) return performance.now() - from;
  if (name === "ours") throw failure.reason;
  process.stdout.write(`${name} is left out of this book: ${String(failure.reason)}\n`);
  return null;
}

/** The engine alone in as many processes: render, and its own PNG. A process that died is replaced when the next page comes. */
function openBare(): { toPng: Printer; close(): void } {
  const program = fileURLToPath(new URL("bench-bare-child.ts", import.meta.url));
  const start = (): ChildProcess => fork(program, { serialization: "advanced" });
  const idle = Array.from({ length: cores }, start);
  const toPng = async (svg: string): Promise<unknown> => {
    const waiting = idle.pop();
    if (!waiting) throw new Error("More pages than children");
    const child = waiting.connected ? waiting : start();
    try {
      return await answerOf(child, svg);
    } finally {
      idle.push(child);
    }
  };
  return { toPng, close: () => idle.forEach((child) => void child.kill()) };
}

/** What a child answers; fails where it ends before that. */
function answerOf(child: ChildProcess, svg: string): Promise<unknown> {
  const { promise, resolve: done, reject: failed } = Promise.withResolvers<unknown>();
  const ended = (code: number | null, signal: string | null): void =>
    failed(new Error(`The bare rasteriser ended with ${signal ?? code}`));
  child.once("message", done).once("exit", ended);
  child.send(svg, (error) => error && failed(error));
  return promise.finally(() => child.off("message", done).off("exit", ended));
}

async function openScreenshots(opened: Browser): Promise<Printer> {
  const viewport = { width: 1240, height: 1754 };
  const tabs = await Promise.all(Array.from({ length: cores }, () => opened.newPage({ viewport })));
  return async (svg) => {
    const tab = tabs.pop();
    if (!tab) throw new Error("More pages than tabs");
    await tab.setContent(`<body style="margin:0">${svg}`);
    const picture = await tab.screenshot({ type: "png" });
    tabs.push(tab);
    return picture;
  };
}
