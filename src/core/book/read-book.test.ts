import { describe, expect, it } from "vitest";
import { makeZip } from "../../../test/epub-fixture.ts";
import { readBook } from "./read-book.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failure(bytes: Uint8Array): Promise<string> {
  const result = await readBook(bytes);
  return result.ok ? "read" : `${result.code}${result.detail === null ? "" : `: ${result.detail}`}`;
}

describe("what is no book", () => {
  it("refuses an empty file and one without a letter", async () => {
    expect(await failure(new Uint8Array())).toBe("empty-file");
    expect(await failure(encode(" \n* * *\n"))).toBe("no-text");
  });

  it("says what a file looks like, whatever its name is", async () => {
    expect(await failure(encode("%PDF-1.7\n…"))).toBe("not-a-book: PDF");
    expect(await failure(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe("not-a-book: JPEG image");
    expect(await failure(new Uint8Array([1, 2, 0, 4]))).toBe("not-a-book: binary data");
    expect(await failure(makeZip({ "word/document.xml": "<x/>" }))).toMatch(/^damaged-docx/);
    expect(await failure(makeZip({ "001.jpg": new Uint8Array([0xff, 0xd8, 0xff]) }))).toBe(
      "not-a-book: archive of pictures",
    );
  });

  it("refuses text in an encoding that nobody can tell", async () => {
    expect(await failure(new Uint8Array([0x8b, 0xe0, 0x94, 0x79]))).toBe("unknown-encoding");
  });
});
