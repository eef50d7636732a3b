import { bookOf, storyOf } from "./story-fixture.ts";
import type { LeanPage } from "../src/core/page/lean-page.ts";
import type { Balloon, Page, Panel, SoundLetters } from "../src/core/page/page.ts";
import { encodeGreyPng } from "../src/core/image/grey-png.ts";
import type { Bindery, Binder, Comic, OutputFile } from "../src/core/print/comic.ts";
import { screenEdition } from "../src/core/print/edition.ts";

const nowhere = { start: 0, end: 0 };

/** A balloon of which only the words matter. */
export function balloonOf(text: string, kind: Balloon["kind"], speaker: string | null, words: string): Balloon {
  const shape = { centre: { x: 300, y: 300 }, radiusX: 99, radiusY: 50, outline: "", extra: null, tail: null };
  return { text, kind, speaker, words, source: nowhere, ...shape, runs: [], size: 20 };
}

export function soundOf(text: string): SoundLetters {
  const box = { x: 10, y: 10, width: 90, height: 90 };
  return { text, source: nowhere, outline: "", box, ink: "black", border: 4 };
}

/** A panel over the whole page, in which nobody is seen. */
export function panelOf(balloons: Balloon[], sounds: SoundLetters[] = []): Panel {
  const outline = [
    { x: 0, y: 0 },
    { x: 1240, y: 0 },
    { x: 1240, y: 1754 },
    { x: 0, y: 1754 },
  ];
  const seen = { place: null, time: null, weather: null, mood: null, effect: null, prop: null, figures: [] };
  const shown = {
    scenery: "tone",
    camera: "eye",
    ground: "paper",
    frame: "ruled",
    shot: "wide",
    kind: "talk",
  } as const;
  return { beat: "b1", scene: "s1", importance: 1, opensScene: false, outline, ...seen, ...shown, balloons, sounds };
}

/** A page of its panels, on the side where its number belongs. */
export function pageOf(number: number, panels: Panel[], changes: Partial<Page> = {}): Page {
  const place = { number, episode: "e1", side: number % 2 === 0 ? "left" : "right", direction: "ltr" } as const;
  return { version: 1, ...place, width: 1240, height: 1754, panels, layout: "one", faults: [], ...changes };
}

/** A comic of a cover, a title page, three story pages in two episodes, and credits. */
export function smallComic(changes: Partial<Comic> = {}, direction: "ltr" | "rtl" = "ltr"): Comic {
  const book = {
    ...bookOf([{ title: "One", paragraphs: ["“Well?”"] }], direction === "ltr" ? "en" : "ja"),
    title: "A & B",
  };
  const story = storyOf(book, ["n1"]);
  const speech = balloonOf("t1", "speech", "n1", "Well?");
  const pages = [
    pageOf(4, [panelOf([balloonOf("title", "narration", null, "A & B")])], {
      role: "title",
      side: "left",
      episode: "own",
    }),
    pageOf(1, [panelOf([speech, balloonOf("t2", "thought", null, 'He said "<No>".')], [soundOf("CRASH")])]),
    pageOf(2, [panelOf([])]),
    pageOf(3, [panelOf([speech])], { episode: "e2" }),
    pageOf(5, [panelOf([])], { role: "credits", side: "left", episode: "own" }),
  ];
  const episodes = [
    { id: "e1", title: 'The "start"', beats: [], start: 0, end: 1 },
    { id: "e2", title: null, beats: [], start: 1, end: 2 },
  ];
  const mirrored = ({ side, ...page }: Page): Page => ({
    ...page,
    direction,
    side: (side === "right") === (direction === "ltr") ? "right" : "left",
  });
  return {
    title: "A & B",
    book,
    story,
    script: { version: 1, language: book.language, direction, episodes, fates: [] },
    sheets: { people: {}, places: {} },
    cover: mirrored(pageOf(0, [], { episode: "cover", side: "right" })),
    pages: pages.map(mirrored),
    seed: 1,
    edition: screenEdition,
    ...changes,
  };
}

/** A grey picture; no two numbers give the same. */
export function pictureOf(number: number, width = 62, height = 88): Uint8Array {
  const grey = 255 - 17 * (number % 15);
  return encodeGreyPng({
    width,
    height,
    data: new Uint8Array(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : grey)),
  });
}

/** Gives grey pictures and refuses everything else. */
export function greyBindery(changes: Partial<Bindery> = {}): Bindery {
  const refuse = (): never => {
    throw new Error("not for this test");
  };
  const artist = { id: "blank", sheets: refuse, draw: () => ({ defs: "", svg: "" }) };
  const fonts = { shape: refuse, outline: refuse, covers: refuse, inkBox: refuse };
  const printOf = async (page: number): Promise<Uint8Array> => pictureOf(page);
  // The comics of tests are made of whole pages.
  const wholePage = async (page: LeanPage): Promise<Page> => page as Page;
  return { artist, fonts, toPng: refuse, toWebp: refuse, printOf, wholePage, ...changes };
}

/** The bytes of a file. */
export async function bytesOf(file: OutputFile | undefined): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.chunks() ?? []) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

/** The first file that a binder makes. */
export async function bound(binder: Binder, comic: Comic, bindery = greyBindery()): Promise<Uint8Array> {
  return bytesOf(binder(comic, bindery, "book")[0]);
}
