import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { bound, greyBindery, pictureOf, smallComic } from "../../../test/small-comic.ts";
import { pngSize } from "../image/png-size.ts";
import { bindCbz } from "./cbz.ts";

const isPicture = (name: string): boolean => /\.(?:png|jpe?g|webp|gif|avif)$/i.test(name);

describe.each(["ltr", "rtl"] as const)("a CBZ that reads %s", (direction) => {
  let bytes: Uint8Array = new Uint8Array();
  let files: Record<string, Uint8Array> = {};
  let names: string[] = [];
  let info = "";
  beforeAll(async () => {
    // Pictures of another size than the pages' units, as an edition may have them.
    const printOf = async (page: number) => pictureOf(page, page === 2 ? 200 : 62);
    bytes = await bound(bindCbz, smallComic({}, direction), greyBindery({ printOf }));
    files = unzipSync(bytes);
    names = Object.keys(files);
    info = new TextDecoder().decode(files["ComicInfo.xml"]);
  });
  const pageAttributes = (name: string): (string | null)[] =>
    [...info.matchAll(/<Page [^>]*>/g)].map(([page]) => new RegExp(` ${name}="([^"]*)"`).exec(page)?.[1] ?? null);

  it("[F1] keeps the pages in reading order, whatever numbers they have", () => {
    expect(names).toEqual([
      "0000_cover.png",
      "0001.png",
      "0002.png",
      "0003.png",
      "0004.png",
      "0005.png",
      "ComicInfo.xml",
    ]);
    const numbers = [0, 4, 1, 2, 3, 5];
    for (const [i, number] of numbers.entries())
      expect(files[names[i] ?? ""]).toEqual(pictureOf(number, number === 2 ? 200 : 62));
  });

  it("[F1] for Komga: ComicInfo.xml by this very name at the root, and natural order is reading order", () => {
    expect(names).toContain("ComicInfo.xml");
    const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    expect(names.filter(isPicture).toSorted(natural.compare)).toEqual(names.filter(isPicture));
    expect(info).toContain(`<Manga>${direction === "rtl" ? "YesAndRightToLeft" : "No"}</Manga>`);
  });

  it("[F1] for Kavita: flat names that it knows as pictures, none that it skips, and the cover found by its name", () => {
    expect(names.filter((name) => /[/\\]|^\.|^__/.test(name))).toEqual([]);
    expect(names.filter((name) => name !== "ComicInfo.xml" && !isPicture(name))).toEqual([]);
    expect(names.filter((name) => /cover|folder/i.test(name))).toEqual([names[0]]);
    expect(info).not.toMatch(/<Format>|<Volume>/);
  });

  it("[F1] for KCC: pictures that open, at most 9,999 of them, no empty element, and bookmarks on pages that exist", () => {
    const pictures = names.filter(isPicture);
    expect(pictures.length).toBeLessThanOrEqual(9999);
    expect(() => pictures.map((name) => pngSize(files[name] ?? new Uint8Array()))).not.toThrow();
    expect(info).not.toMatch(/<(\w+)>\s*<\/\1>/);
    expect(pageAttributes("Bookmark")).toEqual([null, null, "The &quot;start&quot;", null, null, null]);
    expect(pageAttributes("Image")).toEqual(pictures.map((_, i) => String(i)));
  });

  it("[F1] for foliate-js: the plain order of the names is reading order, and nothing but pictures looks like one", () => {
    expect(names.filter(isPicture).toSorted()).toEqual(names.filter(isPicture));
  });

  it("[F1] tells what kind of page each is, and the true size of its picture", () => {
    expect(pageAttributes("Type")).toEqual(["FrontCover", "InnerCover", "Story", "Story", "Story", "Editorial"]);
    expect(pageAttributes("ImageWidth")).toEqual(["62", "62", "62", "200", "62", "62"]);
    expect(pageAttributes("DoublePage")).toEqual([null, null, null, "true", null, null]);
    const sizes = names.filter(isPicture).map((name) => String(files[name]?.length));
    expect(pageAttributes("ImageSize")).toEqual(sizes);
    expect(info).toContain("<PageCount>6</PageCount>");
  });

  it("[F1] for readers that stream: every entry is stored, with its sizes before its bytes and its name in UTF-8", () => {
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const name of names) {
      expect(view.getUint32(at, true)).toBe(0x04034b50);
      expect([view.getUint16(at + 6, true), view.getUint16(at + 8, true)]).toEqual([0x0800, 0]);
      expect([view.getUint32(at + 18, true), view.getUint32(at + 22, true)]).toEqual(
        Array(2).fill(files[name]?.length),
      );
      at += 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + (files[name]?.length ?? 0);
    }
    expect(view.getUint32(at, true), "then the directory").toBe(0x02014b50);
  });
});

it("[F1] names have more digits where four are too few, so that their order holds", async () => {
  const comic = smallComic();
  const [story] = comic.pages;
  const pages = story ? Array.from({ length: 10_000 }, (_, i) => ({ ...story, number: i + 1 })) : [];
  const picture = pictureOf(1, 1, 1);
  const files = unzipSync(await bound(bindCbz, { ...comic, pages }, greyBindery({ printOf: async () => picture })));
  const names = Object.keys(files).filter(isPicture);
  expect([names[0], names[1], names.at(-1)]).toEqual(["00000_cover.png", "00001.png", "10000.png"]);
  expect(names.toSorted()).toEqual(names);
});
