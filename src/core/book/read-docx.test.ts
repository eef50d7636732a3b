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
