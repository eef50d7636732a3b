import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
const text = (source: Uint8Array): string | undefined => decodeText(source)?.text;

/** 雨が降る。風が吹く。 */
const rainInShiftJis = [
  0x89, 0x4a, 0x82, 0xaa, 0x8d, 0x7e, 0x82, 0xe9, 0x81, 0x42, 0x95, 0x97, 0x82, 0xaa, 0x90, 0x81, 0x82, 0xad, 0x81,
  0x42,
];
const rainInEucJp = [
  0xb1, 0xab, 0xa4, 0xac, 0xb9, 0xdf, 0xa4, 0xeb, 0xa1, 0xa3, 0xc9, 0xf7, 0xa4, 0xac, 0xbf, 0xe1, 0xa4, 0xaf, 0xa1,
  0xa3,
];

describe("the encoding of a text", () => {
  it("is told by a mark, which does not stay in the text", () => {
    expect(text(bytes([0xef, 0xbb, 0xbf], "A é"))).toBe("A é");
    expect(text(bytes([0xff, 0xfe, 0x41, 0, 0xe9, 0]))).toBe("Aé");
    expect(text(bytes([0xfe, 0xff, 0, 0x41, 0, 0xe9]))).toBe("Aé");
  });

  it("is UTF-16 without a mark where one half of the pairs holds the zeros", () => {
    expect(text(bytes([...Buffer.from("Hello, “you”.\n雨", "utf16le")]))).toBe("Hello, “you”.\n雨");
    expect(text(bytes([...Buffer.from("Hello, “you”.\n雨", "utf16le").swap16()]))).toBe("Hello, “you”.\n雨");
    expect(text(bytes("Bush hid the facts"))).toBe("Bush hid the facts");
  });

  it("is Shift_JIS or EUC-JP where the pairs are kana", () => {
    expect(text(bytes(rainInShiftJis))).toBe("雨が降る。風が吹く。");
    expect(text(bytes(rainInEucJp))).toBe("雨が降る。風が吹く。");
    expect(text(bytes([0x1b, 0x24, 0x42, 0x31, 0x2b, 0x1b, 0x28, 0x42]))).toBe("雨");
  });

  it("is Windows-1252 where the quotes are curly and the accents Western, and Windows-1251 where the letters are Cyrillic", () => {
    expect(text(bytes([0x93], "Caf", [0xe9], ", it", [0x92], "s late", [0x94, 0x20, 0x97], " he said"))).toBe(
      "“Café, it’s late” — he said",
    );
    expect(text(bytes([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]))).toBe("Привет мир");
  });

  it("is what an HTML page says of itself", () => {
    expect(text(bytes('<html><meta charset="iso-8859-2"><p>', [0xb1, 0xea]))).toMatch(/ąę$/);
    expect(text(bytes('<?xml version="1.0" encoding="windows-1251"?><p>', [0xcf, 0xf0]))).toMatch(/Пр$/);
  });

  it("is UTF-8 with a warning that says where, when nearly all of it is legal", () => {
    const damaged = decodeText(bytes("“é” ".repeat(20), "\ncaf", [0xe9], " and ", [0xe3, 0x81], "あ end"));
    expect(damaged?.text).toMatch(/\ncafé and \uFFFD\uFFFDあ end$/);
    expect(damaged?.warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "letters-damaged Letters that do not belong to the encoding UTF-8: 3, the first in line 2.",
    ]);
  });

  it("is none for bytes that are no text", () => {
    expect(decodeText(bytes([1, 2, 3, 4, 0xe9, 5, 6, 0xff]))).toBeNull();
    expect(decodeText(bytes([0x8b, 0xe0, 0x94, 0x79]))).toBeNull();
  });
});
