import type { Span } from "../book/book.ts";
import type { Rect } from "../geometry/geometry.ts";
import type { LeanBalloon, LeanPage, LeanPanel } from "../page/lean-page.ts";
import type { Balloon, Page } from "../page/page.ts";
import type { Comic } from "./comic.ts";

/** What is on a comic's pictures, for web pages that show them (F5); see docs/page-json.md. Lengths are in units of each picture's width. */
export interface PageJson {
  version: 1;
  title: string;
  language: string | null;
  direction: "ltr" | "rtl";
  /** UTF-16 units of the book's reading text, into which all offsets point (T2). */
  characters: number;
  pictures: PictureJson[];
}

interface PictureJson {
  file: string;
  /** Number of the page, 0 for the cover; the book's own pages have a role. */
  page: number;
  role: "cover" | "story" | NonNullable<Page["role"]>;
  /** Units of the lengths below over the whole picture. */
  width: number;
  height: number;
  /** In reading order. */
  panels: PanelJson[];
}

interface PanelJson {
  beat: string;
  scene: string;
  /** Corners as x, y, x, y …, clockwise from the upper left. */
  outline: number[];
  /** In reading order. */
  texts: TextJson[];
  sounds: (Span & { box: Box; words: string })[];
}

type Box = [x: number, y: number, width: number, height: number];

interface TextJson extends Span {
  /** Place in the reading order of the whole picture, from 1. */
  order: number;
  kind: Balloon["kind"];
  words: string;
  /** Name of whoever says it, or null. */
  speaker: string | null;
  box: Box;
}

/** A page with the file name of its picture. */
export interface PagePicture {
  page: LeanPage;
  file: string;
}

/** Tells what the pictures of a comic show, panel by panel, with offsets into the book's text. */
export function pageJson(
  { title, book, story, script }: Pick<Comic, "title" | "book" | "story" | "script">,
  pictures: readonly PagePicture[],
): PageJson {
  const names = new Map(story.cast.map(({ id, name }) => [id, name]));
  return {
    version: 1,
    title,
    language: book.language,
    direction: script.direction,
    characters: book.text.length,
    pictures: pictures.map((picture) => pictureJson(picture, names)),
  };
}

function pictureJson({ page, file }: PagePicture, names: ReadonlyMap<string, string>): PictureJson {
  let order = 0;
  return {
    file,
    page: page.number,
    role: page.role ?? (page.number === 0 ? "cover" : "story"),
    width: page.width,
    height: page.height,
    panels: page.panels.map((panel) => ({
      beat: panel.beat,
      scene: panel.scene,
      outline: panel.outline.flatMap(({ x, y }) => [tenth(x), tenth(y)]),
      texts: panel.balloons.map((balloon) => textJson(balloon, ++order, names)),
      sounds: panel.sounds.map(soundJson),
    })),
  };
}

function textJson(
  { kind, words, speaker, centre, radiusX, radiusY, source }: LeanBalloon,
  order: number,
  names: ReadonlyMap<string, string>,
): TextJson {
  const box = { x: centre.x - radiusX, y: centre.y - radiusY, width: 2 * radiusX, height: 2 * radiusY };
  const name = speaker === null ? null : (names.get(speaker) ?? null);
  return { order, kind, words, speaker: name, box: boxJson(box), start: source.start, end: source.end };
}

const soundJson = ({ text, box, source }: LeanPanel["sounds"][number]): PanelJson["sounds"][number] => ({
  words: text,
  box: boxJson(box),
  start: source.start,
  end: source.end,
});

const boxJson = ({ x, y, width, height }: Rect): Box => [tenth(x), tenth(y), tenth(width), tenth(height)];

const tenth = (value: number): number => Math.round(value * 10) / 10;
