import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bound, greyBindery, pictureOf, smallComic } from "../../../test/small-comic.ts";
import type { PageJson } from "./page-json.ts";
import { bindPng, bindWebp } from "./web-pages.ts";

describe("pages for the web", () => {
  it("[F5] are the printed pictures in order, with their JSON", async () => {
    const files = unzipSync(await bound(bindPng, smallComic()));
    const pictures = [0, 1, 2, 3, 4, 5].map((index) => `000${index}.png`);
    expect(Object.keys(files)).toEqual(["pages.json", ...pictures]);
    [0, 4, 1, 2, 3, 5].forEach((page, i) => expect(files[pictures[i] ?? ""]).toEqual(pictureOf(page)));
  });

  it("[F5] are made WebP of the same prints", async () => {
    const toWebp = async (png: Uint8Array): Promise<Uint8Array> => Uint8Array.of(png.length % 256, 7);
    const files = unzipSync(await bound(bindWebp, smallComic(), greyBindery({ toWebp })));
    expect(files["0001.webp"]).toEqual(Uint8Array.of(pictureOf(4).length % 256, 7));
  });

  it("[F5] say what stands where, who says it and where in the book it is", async () => {
    const files = unzipSync(await bound(bindPng, smallComic()));
    // The binder wrote it.
    const { version, characters, pictures } = JSON.parse(new TextDecoder().decode(files["pages.json"])) as PageJson;
    expect(version).toBe(1);
    expect(characters).toBe(smallComic().book.text.length);
    expect(pictures.map(({ role, page }) => `${role} ${page}`)).toEqual([
      "cover 0",
      "title 4",
      "story 1",
      "story 2",
      "story 3",
      "credits 5",
    ]);
    const [panel] = pictures[2]?.panels ?? [];
    expect(panel).toMatchObject({ beat: "b1", scene: "s1", outline: [0, 0, 1240, 0, 1240, 1754, 0, 1754] });
    expect(panel?.texts).toEqual([
      { order: 1, kind: "speech", words: "Well?", speaker: "Marta", box: [201, 250, 198, 100], start: 0, end: 0 },
      {
        order: 2,
        kind: "thought",
        words: 'He said "<No>".',
        speaker: null,
        box: [201, 250, 198, 100],
        start: 0,
        end: 0,
      },
    ]);
    expect(panel?.sounds).toEqual([{ words: "CRASH", box: [10, 10, 90, 90], start: 0, end: 0 }]);
  });
});
