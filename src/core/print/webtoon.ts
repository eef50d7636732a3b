import { leanPage } from "../page/lean-page.ts";
import type { Page } from "../page/page.ts";
import { staturesOf } from "../page/stature.ts";
import { layOutStrip, type StripPicture } from "../page/strip.ts";
import { type Binder, type Bindery, type Comic, utf8 } from "./comic.ts";
import { pageJson, type PagePicture } from "./page-json.ts";
import { pageSvg } from "./page-svg.ts";
import { type ArchiveEntry, writeStoredZip } from "./stored-zip.ts";
import { stripGround } from "./webtoon-ground.ts";

/** Greatest size of a picture in pixels (F5). */
const most = { width: 800, height: 1280 } as const;

/** The comic laid out anew as a strip for phones (F5): a ZIP of pictures to be read one under another, with their JSON. */
export const bindWebtoon: Binder = (comic, bindery, name) => [
  { path: `${name}-webtoon.zip`, chunks: () => writeStoredZip(entriesOf(comic, bindery)) },
];

/** The pictures, and at last the JSON, for which all must be laid out. */
async function* entriesOf(comic: Comic, bindery: Bindery): AsyncGenerator<ArchiveEntry> {
  const { sheets, seed } = comic;
  const { fonts, artist, toPng } = bindery;
  const listed: PagePicture[] = [];
  for await (const { page, bands } of picturesOf(comic, bindery)) {
    const file = `${String(listed.length + 1).padStart(4, "0")}.png`;
    listed.push({ page: leanPage(page), file });
    const svg = pageSvg(page, { artist, sheets, fonts, seed }, 0, stripGround(bands, page));
    yield { name: file, bytes: await toPng(svg, widthOf(page)) };
  }
  const faults = listed.flatMap(({ page }) => page.faults);
  yield { name: "strip.json", bytes: utf8(`${JSON.stringify({ ...pageJson(comic, listed), faults }, null, 1)}\n`) };
}

/** Pictures of a strip fill the width; a cover of tall paper does not. */
const widthOf = ({ width, height }: Page): number => Math.min(most.width, Math.floor((most.height * width) / height));

/** Cover, story and credits; the story an episode at a time. */
async function* picturesOf(
  comic: Comic,
  { fonts, wholePage }: Bindery,
): AsyncGenerator<Pick<StripPicture, "page" | "bands">> {
  const { book, story, script, seed, cover, pages } = comic;
  yield { page: cover, bands: [] };
  const options = {
    fonts,
    direction: script.direction,
    language: book.language,
    seed,
    statures: staturesOf(story.cast),
  };
  let first = 1;
  for (const episode of script.episodes) {
    const pictures = layOutStrip(episode, { ...options, first });
    first += pictures.length;
    yield* pictures;
  }
  for (const page of pages.filter(({ role }) => role === "credits")) yield { page: await wholePage(page), bands: [] };
}
