import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEpub } from "../../../test/epub-fixture.ts";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

/** What is true of every book, whatever it was read from. */
function expectSound(book: Book): void {
  let end = 0;
  for (const block of book.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThanOrEqual(block.start);
    expect(block.level !== null).toBe(block.kind === "heading");
    if (block.kind !== "break") expect(book.text.slice(block.start, block.end).trim()).not.toBe("");
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(book.text.length);
  for (const mark of book.marks)
    expect(
      book.blocks.some((block) => block.start <= mark.start && mark.start < mark.end && mark.end <= block.end),
    ).toBe(true);
  for (const { start, end: last, at } of book.notes)
    expect(0 <= start && start < last && last <= book.text.length && at <= book.text.length).toBe(true);
  for (const { at } of [...book.images, ...book.pages]) expect(at >= 0 && at <= book.text.length).toBe(true);
  expect(book.chapters.map(({ start }) => start)).toEqual([
    0,
    ...book.chapters.slice(0, -1).map((chapter) => chapter.end),
  ]);
  expect(book.chapters.at(-1)?.end).toBe(book.text.length);
}

async function read(bytes: Uint8Array): Promise<Book> {
  const result = await readBook(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const word = fc.stringMatching(/^[a-zA-Zé雨降漢字「」。,.!“”—😀]{1,8}$/u);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `Aa ${words.join(" ")}`);
const tags = ["p", "div", "h1", "h3", "blockquote", "li"] as const;
const pages = fc.array(
  fc.array(fc.record({ tag: fc.constantFrom(...tags), text: sentence, inline: fc.constantFrom("em", "b", "span") }), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 4 },
);
const lines = fc.array(
  fc.oneof(
    sentence,
    fc.constantFrom(
      "",
      "",
      "CHAPTER I",
      "CHAPTER II.",
      "I.",
      "II.",
      "* * *",
      "  indented line",
      "_x_ y",
      "［＃改ページ］",
      "雨《あめ》、｜風《かぜ》",
      "底本：「全集」",
      "［＃傍点］あ",
      "-----------",
      "※［＃「x」、1-1］",
    ),
  ),
  { minLength: 1, maxLength: 30 },
);

describe("every book", () => {
  it("[T2] has sound offsets, and the text of a generated EPUB is what was put in", async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (content) => {
        const files = content.map((blocks, index): [string, string] => [
          `p${index}.xhtml`,
          blocks
            .map(({ tag, text, inline }) => `<${tag}>${text.replace("Aa", `<${inline}>Aa</${inline}>`)}</${tag}>\n`)
            .join(""),
        ]);
        const book = await read(makeEpub({ pages: Object.fromEntries(files) }));
        expectSound(book);
        expect(book.text.split(/\n+/)).toEqual(content.flat().map(({ text }) => text));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("[T2] has sound offsets when it is made from any lines of text", async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom("\n", "\r\n"), async (content, end) => {
        expectSound(await read(new TextEncoder().encode(`Words あ\n${content.join(end)}`)));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("has sound offsets when its markup is broken", async () => {
    const scrap = fc.constantFrom(
      "<p>",
      "</p>",
      "<i>",
      "</i>",
      "<ruby>",
      "<rt>",
      "</rt>",
      "</ruby>",
      "<table><tr><td>",
      "</td>",
      "</tr>",
      "<br/>",
      "<hr/>",
      "<pre>",
      "</pre>",
      " ",
      "\n",
      "words",
      "雨",
      "&nbsp;",
      '<a id="x" href="#x" epub:type="noteref">1</a>',
      '<span lang="fr">',
      "<h2>",
      "<li>",
      '<img src="a.png"/>',
      "<!--",
      "<![CDATA[x]]>",
      "<svg><title>t",
      "</svg>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 40 }), async (scraps) => {
        expectSound(
          await read(makeEpub({ pages: { "a.xhtml": `<p>start</p>${scraps.join("")}`, "b.xhtml": "<p>end</p>" } })),
        );
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

const corpus = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

describe.skipIf(!existsSync(corpus))("the books of the corpus", () => {
  const files = ["epub", "aozora"].flatMap((folder) =>
    existsSync(corpus + folder) ? readdirSync(corpus + folder).map((file) => `${folder}/${file}`) : [],
  );
  it.each(files.filter((file) => /\.(?:epub|txt)$/.test(file)))(
    "%s is read with sound offsets, or refused for having no text",
    async (file) => {
      const result = await readBook(readFileSync(corpus + file));
      if (!result.ok) return expect(result.code).toBe("no-text");
      const { blocks, marks, ...book } = result.value;
      // The whole of a long book would take minutes to compare mark by mark.
      expectSound({ ...book, blocks, marks: marks.filter((_, index) => index % 50 === 0) });
    },
  );
});
