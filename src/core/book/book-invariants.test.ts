import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeEpub } from "../../../test/epub-fixture.ts";
import { faultOf } from "../../../test/sound-book.ts";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

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
        expect(faultOf(book)).toBeNull();
        expect(book.text.split(/\n+/)).toEqual(content.flat().map(({ text }) => text));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("[T2] has sound offsets when it is made from any lines of text", async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom("\n", "\r\n"), async (content, end) => {
        expect(faultOf(await read(new TextEncoder().encode(`Words あ\n${content.join(end)}`)))).toBeNull();
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
        const files = { "a.xhtml": `<p>start</p>${scraps.join("")}`, "b.xhtml": "<p>end</p>" };
        expect(faultOf(await read(makeEpub({ pages: files })))).toBeNull();
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
      expect(faultOf(result.value)).toBeNull();
    },
  );
});
