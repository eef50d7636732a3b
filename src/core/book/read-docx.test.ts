import { expect, it } from "vitest";
import { docxParagraph, docxRun, makeDocx } from "../../../test/docx-fixture.ts";
import { unwrap } from "../text/result.ts";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

const read = async (inside: string): Promise<Book> => unwrap(await readBook(makeDocx({ body: docxParagraph(inside) })));

it("keeps the letters that have a reading in Word, with their readings", async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${docxRun("あめ")}</w:rt><w:rubyBase>${docxRun("雨")}</w:rubyBase></w:ruby></w:r>`;
  const { text, marks } = await read(docxRun("大") + ruby + docxRun("が降る。"));
  expect(text).toBe("大雨が降る。");
  expect(marks).toEqual([{ kind: "ruby", reading: "あめ", start: 1, end: 2 }]);
});

it("keeps the letters of formulas", async () => {
  const formula = (letters: string): string => `<m:oMath><m:r><m:t>${letters}</m:t></m:r></m:oMath>`;
  const book = await read(`${docxRun("Where ")}${formula("x&lt;y")}<m:oMathPara>${formula("+1")}</m:oMathPara>`);
  expect(book.text).toBe("Where x<y+1");
});

it("keeps the words of a text box", async () => {
  const box = `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>${docxParagraph(docxRun("In the box."))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  expect((await read(docxRun("Before.") + box)).text).toContain("In the box.");
});

it("keeps the words of a drawn box once, whether or not the older form stands beside it", async () => {
  const content = `<w:txbxContent>${docxParagraph(docxRun("In the box."))}</w:txbxContent>`;
  const drawn = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const older = `<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
  const alternatives = (fallback: string): string =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${drawn}</mc:Choice>${fallback}</mc:AlternateContent>`;
  for (const box of [drawn, alternatives(""), alternatives(`<mc:Fallback>${older}</mc:Fallback>`)]) {
    const { text } = await read(`${docxRun("Before.")}<w:r>${box}</w:r>`);
    expect(text.match(/In the box\.|Before\./g)).toEqual(["Before.", "In the box."]);
  }
});
