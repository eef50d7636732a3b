import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const indoors = [
  "Anna sat in the library. The lamp stood on the table beside her chair, and the curtains were drawn before the window.",
  ...Array.from(
    { length: 8 },
    () => "She turned a page, moved the lamp on the desk and listened to the clock on the shelf for a while.",
  ),
];
const quiet = Array.from(
  { length: 12 },
  () => "So it went on for a long time, and nothing changed, and nobody said what everybody was thinking just then.",
);
const afield = Array.from(
  { length: 12 },
  () =>
    "The horses waded on through leaves and grass, the river shone between the trees, and a path wound on over hills.",
);

/** Kinds of the places of a tale's scenes. */
function kinds(paragraphs: string[]): (string | null)[] {
  const { scenes, places } = understand(bookOf(paragraphs, "en"));
  return scenes.map(({ place }) => places.find(({ id }) => id === place)?.kind ?? null);
}

it("[D4] nobody is in a room any more once the book tells of trees and horses only", () => {
  const [first, ...rest] = kinds([...indoors, ...afield]);
  expect(first).toBe("library");
  expect(rest.length).toBeGreaterThan(0);
  expect(rest).not.toContain("library");
});

it("[D4] a room holds on while the book tells of nothing else", () => {
  expect(kinds([...indoors, ...quiet])).toEqual(["library"]);
});

it("[D4] what is only seen, heard or far from a place is no word of being there", () => {
  expect(kinds(["Anna saw the castle from afar and thought of the kitchen.", ...quiet])).toEqual([null]);
  expect(kinds(["There was a man in the boat, and a noise came from a cellar.", ...quiet])).toEqual([null]);
});
