import { expect, it } from "vitest";
import { pageOf, panelOf, smallComic } from "../../../test/small-comic.ts";
import type { Beat } from "../script/script.ts";
import { contentsStarts, episodeStarts } from "./episode-starts.ts";

const comic = smallComic();
const chapter = (title: string | null, start: number) =>
  ({ id: `c${start}`, title, level: 1, matter: "body", start, end: start + 10 }) as const;
const page = (number: number, beats: string[], episode = "e1") =>
  pageOf(
    number,
    beats.map((beat) => ({ ...panelOf([]), beat })),
    { episode },
  );
const beat = (id: string, start: number): Beat => ({
  id,
  start,
  end: start + 5,
  scene: "s1",
  kind: "talk",
  shot: "full",
  importance: 0.5,
  opensScene: false,
  hook: false,
  place: null,
  time: null,
  weather: null,
  mood: null,
  figures: [],
  prop: null,
  scenery: "place",
  camera: "eye",
  texts: [],
  effect: null,
});
const episode = (id: string, title: string | null, beats: Beat[]) => ({ id, title, beats, start: 0, end: 50 });

it("[F1] contents list episodes and the chapters inside them, on the page of their first panel", () => {
  const told = {
    book: {
      ...comic.book,
      chapters: [chapter("One", 0), chapter("Two", 10), chapter("Untold", 20), chapter("Three", 30)],
    },
    script: {
      ...comic.script,
      episodes: [episode("e1", "One", [beat("b1", 0), beat("b2", 12)]), episode("e2", "Three", [beat("b3", 30)])],
    },
    // The last panel of a page may go on with its beat on the next.
    pages: [page(1, ["b1"]), page(2, ["b1", "b2"]), page(3, ["b2"]), page(4, ["b3"], "e2")],
  };
  expect(contentsStarts(told)).toEqual([
    { page: 1, title: "One" },
    { page: 2, title: "Two" },
    { page: 4, title: "Three" },
  ]);
  expect(episodeStarts(told).map((start) => start.page)).toEqual([1, 4]);
});

it("[F1] a page on which several chapters begin has all their titles, one without any has none", () => {
  const told = {
    book: { ...comic.book, chapters: [chapter("Book I", 0), chapter("One", 10), chapter(null, 20)] },
    script: {
      ...comic.script,
      episodes: [episode("e1", "Book I", [beat("b1", 0), beat("b2", 10)]), episode("e2", null, [beat("b3", 20)])],
    },
    pages: [page(1, ["b1", "b2"]), page(2, ["b3"], "e2")],
  };
  expect(contentsStarts(told)).toEqual([
    { page: 1, title: "Book I · One" },
    { page: 2, title: null },
  ]);
});
