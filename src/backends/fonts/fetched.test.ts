import { beforeEach, describe, expect, it } from "vitest";
import { openFonts } from "../../core/lettering/fonts.ts";
import { openHarfBuzzFace } from "../../core/lettering/harfbuzz.ts";
import { type FetchedFonts, fetchedFonts } from "./fetched.ts";
import { fontFiles } from "./font-files.ts";
import { readVendoredFonts } from "./vendored.ts";

const bytes = await readVendoredFonts();
const contents = new Map(Object.entries(fontFiles).map(([name, path]) => [path, bytes[name as keyof typeof bytes]]));

describe("fonts that are fetched when they are wanted", () => {
  let read: string[];
  let fetched: FetchedFonts;
  beforeEach(() => {
    read = [];
    const open = async (path: string): Promise<Uint8Array> => {
      read.push(path);
      return contents.get(path) ?? new Uint8Array();
    };
    fetched = fetchedFonts(open, openHarfBuzzFace);
  });

  it("set letters as fonts do that are there, with the work begun again once for a script", async () => {
    let begun = 0;
    const shaped = await fetched.setting(async () => {
      begun++;
      return [
        fetched.fonts.shape("latin-speech", "Oh", "across"),
        fetched.fonts.shape("latin-sound", "BANG", "across"),
      ];
    });
    const here = openFonts(bytes);
    expect(shaped).toEqual([here.shape("latin-speech", "Oh", "across"), here.shape("latin-sound", "BANG", "across")]);
    expect([begun, read.length]).toEqual([2, 6]);
  });

  it("fetch the fonts for Japanese for who sets Japanese only, and each but once", async () => {
    for (const text of ["Oh", "Ah"]) await fetched.setting(async () => fetched.fonts.covers("latin-speech", text));
    expect(read.some((path) => path.startsWith("shippori"))).toBe(false);
    for (const text of ["国", "山"])
      await fetched.setting(async () => fetched.fonts.shape("japanese-speech", text, "down"));
    expect(read.toSorted()).toEqual(Object.values(fontFiles).toSorted());
  });

  it("pass on what the work fails with, and what keeps a font from being fetched", async () => {
    await expect(fetched.setting(() => Promise.reject(new Error("no luck")))).rejects.toThrow("no luck");
    const away = fetchedFonts(() => Promise.reject(new Error("no font")), openHarfBuzzFace);
    const work = async () => away.fonts.covers("latin-speech", "a");
    await expect(away.setting(work)).rejects.toThrow("no font");
  });

  it("end where what was fetched is no font", async () => {
    const broken = fetchedFonts(async () => new Uint8Array([1, 2, 3]), openHarfBuzzFace);
    const work = async () => broken.fonts.covers("latin-speech", "a");
    await expect(broken.setting(work)).rejects.toThrow("open font latin-speech");
  });
});
