import { getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { bytesOf, greyBindery } from "../../../test/small-comic.ts";
import { memoryUsed } from "../../../test/memory-used.ts";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { type Fonts, openFonts } from "../lettering/fonts.ts";
import { encodeGreyPng } from "../image/grey-png.ts";
import { encodePng } from "../image/picture-png.ts";
import { coverPage } from "../page/cover.ts";
import { layOutEpisode } from "../page/lay-out-episode.ts";
import { ownPages } from "../page/own-pages.ts";
import { type Page, pageSizeOf } from "../page/page.ts";
import { writeScript } from "../script/write-script.ts";
import type { Bindery, Comic } from "./comic.ts";
import { type Edition, screenEdition, trims } from "./edition.ts";
import { pdfPicture } from "./pdf-picture.ts";
import { bindPdf } from "./pdf.ts";

let fonts: Fonts;
beforeAll(async () => void (fonts = openFonts(await readVendoredFonts())));

const stories = {
  en: [
    {
      title: "The Gate",
      paragraphs: ["The rain fell on the old gate all night.", "“Who is there?” asked Marta.", "“Only me,” said Tom."],
    },
    { title: "The Road", paragraphs: ["In the morning they left together.", "“Come along,” said Tom."] },
  ],
  ja: [
    {
      title: "門",
      paragraphs: ["雨は一晩じゅう古い門に降っていた。", "「だれだ」と与平が言った。", "「私です」と娘が答えた。"],
    },
    { title: "道", paragraphs: ["朝になると二人はいっしょに出かけた。", "「行こう」と与平が言った。"] },
  ],
};

/** A short comic in one language, laid out as the pipeline does it. */
function comicIn(language: "en" | "ja", edition: Edition = screenEdition): Comic {
  const book = {
    ...bookOf(stories[language], language),
    creators: [{ name: "A. Writer", role: "aut" }],
    date: "1890-05-01",
    identifier: "urn:isbn:1",
  };
  const story = storyOf(book, ["n1", "n2"]);
  const script = writeScript(book, story, { pace: "full", seed: 1 });
  const size = pageSizeOf(edition);
  const { direction } = script;
  const pages: Page[] = [];
  for (const episode of script.episodes)
    pages.push(
      ...layOutEpisode(episode, {
        fonts,
        direction,
        size,
        language,
        firstPage: pages.length + 1,
        seed: 1,
        statures: {},
      }),
    );
  const title = book.title ?? "";
  const source = { title, book, story, direction, size };
  const facing = pages[0]?.side ?? null;
  const own = ownPages(
    source,
    { seed: 1, pace: "full", pages: { last: pages.length, facing, fonts: new Set() } },
    fonts,
  );
  const cover = coverPage(source, fonts, 1);
  return {
    title,
    book,
    story,
    script,
    sheets: { people: {}, places: {} },
    cover,
    pages: [own.title, ...pages, own.credits],
    seed: 1,
    edition,
  };
}

const grey = (width: number, height: number): Uint8Array =>
  encodeGreyPng({ width, height, data: Uint8Array.from({ length: 4 * width * height }, (_, i) => (i * 7) % 251) });

const bindery = (picture: () => Uint8Array = () => grey(31, 43)): Bindery =>
  greyBindery({
    fonts,
    artist: { id: "blank", sheets: () => ({ people: {}, places: {} }), draw: () => ({ svg: "", defs: "" }) },
    toPng: async () => picture(),
    printOf: async () => picture(),
  });

const pdfOf = (comic: Comic, file = 0): Promise<Uint8Array> => bytesOf(bindPdf(comic, bindery(), "Test")[file]);

const opened = async (comic: Comic, file = 0) => getDocumentProxy(await pdfOf(comic, file));

async function textOf(document: Awaited<ReturnType<typeof opened>>, page: number): Promise<string> {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

const bare = (text: string): string => text.replaceAll(/\s/g, "");

describe.each(["en", "ja"] as const)("the PDF of a comic in %s", (language) => {
  it("[F3] gives the words of each page in the order in which they are read", async () => {
    const comic = comicIn(language);
    const document = await opened(comic);
    for (const [i, page] of comic.pages.entries()) {
      const words = page.panels.flatMap(({ balloons, sounds }) => [
        ...balloons.map((b) => b.words),
        ...sounds.map((s) => s.text),
      ]);
      expect(words.length).toBeGreaterThan(0);
      expect(bare(await textOf(document, i + 2))).toBe(bare(words.join("")));
    }
  });

  it("[F3] reads in the direction of the book, two pages side by side after the cover", async () => {
    const document = await opened(comicIn(language));
    expect(await document.getViewerPreferences()).toMatchObject({ Direction: language === "ja" ? "R2L" : "L2R" });
    expect(await document.getPageLayout()).toBe("TwoPageRight");
    expect(await document.getPageLabels()).toEqual(
      language === "ja"
        ? expect.arrayContaining(["表紙", "扉", "1", "奥付"])
        : expect.arrayContaining(["Cover", "Title", "1", "Credits"]),
    );
  });

  it("[F3] has an outline of its parts that leads to their first pages", async () => {
    const comic = comicIn(language);
    const document = await opened(comic);
    const outline = await document.getOutline();
    expect(outline.flatMap(({ title }) => title.split(" · "))).toEqual(comic.book.chapters.map(({ title }) => title));
    const [target] = outline[0]?.dest ?? [];
    expect(typeof target === "object" && (await document.getPageIndex(target))).toBe(2);
  });

  it("[F3] says what it is in its information and as XMP, in the same words", async () => {
    const { info, metadata } = await (await opened(comicIn(language))).getMetadata();
    expect(info).toMatchObject({ Title: "Test", Author: "A. Writer", Language: language });
    expect(info).not.toHaveProperty("CreationDate");
    expect(metadata.get("dc:title")).toBe("Test");
    expect(metadata.get("dc:date")).toBe("1890-05-01");
  });

  it("[T3] writes the same bytes twice", async () => {
    expect(Buffer.compare(await pdfOf(comicIn(language)), await pdfOf(comicIn(language)))).toBe(0);
  });
});

describe("the pages of a PDF", () => {
  it.each(Object.entries(trims))("[F3] have exactly the trim size of %s", async (_, trim) => {
    const document = await opened(comicIn("en", { ...screenEdition, trim }));
    const [left, foot, right, head] = (await document.getPage(1)).view;
    expect([left, foot]).toEqual([0, 0]);
    expect(right).toBeCloseTo((trim.width / 25.4) * 72, 3);
    expect(head).toBeCloseTo((trim.height / 25.4) * 72, 3);
  });

  it("[F3] hold the rows of their picture as the rasteriser packed them", async () => {
    const png = Buffer.from(grey(31, 43));
    const at = png.indexOf("IDAT");
    const rows = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    expect(Buffer.from(await pdfOf(comicIn("en"))).includes(rows)).toBe(true);
  });

  it("[F3] with bleed lie inside crop marks, begin on the right and are even in number", async () => {
    const bled = comicIn("en", { ...screenEdition, bleed: 3 });
    const bytes = await pdfOf(bled);
    const document = await getDocumentProxy(bytes.slice());
    expect(document.numPages % 2).toBe(0);
    expect(await textOf(document, 1)).toContain("A. Writer");
    expect(await textOf(document, 2)).toBe("");
    const labels = await document.getPageLabels();
    expect(labels?.indexOf("1")).toBe(2);
    expect(labels?.at(-1)).toBe("Credits");
    const [media, bleed, trim] = ["MediaBox", "BleedBox", "TrimBox"].map((name) => {
      const found = new RegExp(`/${name}\\[([^\\]]*)\\]`).exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "";
      const [x = 0, , right = 0] = found.split(" ").map(Number);
      return { x, width: right - x };
    });
    const millimetre = 72 / 25.4;
    expect(trim?.width).toBeCloseTo(182 * millimetre, 2);
    expect(bleed?.width).toBeCloseTo(188 * millimetre, 2);
    expect(media?.width).toBeCloseTo((188 + 12) * millimetre, 2);
  });

  it("[F3] with bleed come with a cover of back, spine and front as wide as the book is thick", async () => {
    const comic = comicIn("ja", { ...screenEdition, bleed: 3 });
    const block = await opened(comic);
    const document = await opened(comic, 1);
    expect(document.numPages).toBe(1);
    const [, , right = 0] = (await document.getPage(1)).view;
    const spine = (block.numPages / 2) * 0.11 + 0.6;
    expect(right).toBeCloseTo(((2 * 182 + spine + 18) / 25.4) * 72, 1);
  });
});

it("[D8] embeds coloured pictures as red, green and blue", () => {
  const data = Uint8Array.from({ length: 4 * 3 * 2 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) % 256));
  const { entries } = pdfPicture(encodePng({ width: 3, height: 2, data }));
  expect(entries).toContain("/ColorSpace/DeviceRGB/BitsPerComponent 8/");
  expect(entries).toContain("/Colors 3/");
});

it("[F6] binds a thousand pages in the memory of fifty", async () => {
  const comic = comicIn("en");
  const [title, page] = comic.pages;
  const credits = comic.pages.at(-1);
  if (!title || !page || !credits) throw new Error("no pages");
  // A PNG of 128 kB of rows.
  const picture = Uint8Array.from([
    ...grey(4, 4).subarray(0, 33),
    0,
    2,
    0,
    0,
    0x49,
    0x44,
    0x41,
    0x54,
    ...new Uint8Array(2 * 65536 + 4),
  ]);
  const peak = async (count: number): Promise<number> => {
    const pages = [
      title,
      ...Array.from({ length: count }, (_, i) => ({ ...page, panels: [], number: i + 1 })),
      credits,
    ];
    let [most, written] = [0, 0];
    for (const { chunks } of bindPdf(
      { ...comic, pages },
      bindery(() => picture.slice()),
      "Test",
    ))
      for await (const chunk of chunks())
        if (chunk.length > 130_000 && ++written % (count / 10) === 0) most = Math.max(most, await memoryUsed());
    return most;
  };
  const [short, long] = [await peak(50), await peak(1000)];
  expect(long / short).toBeLessThan(1.25);
  // What is left of a page is its offset, its label and its place in the table.
  expect((long - short) / 950).toBeLessThan(3000);
}, 60_000);
