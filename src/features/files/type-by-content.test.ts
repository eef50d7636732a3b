import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { typeOf } from "./type-by-content.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x".repeat(40))])));
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
const avif = (...brands: string[]) =>
  bytes(`\0\0\0${String.fromCharCode(8 + 4 + 4 * brands.length)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join("")}`);

describe("the type of a file", () => {
  it.each([
    ["pdf", bytes("%PDF-1.7\n%\xe2\xe3")],
    ["png", bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["jpeg", bytes("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["webp", bytes("RIFF\x24\0\0\0WEBPVP8L")],
    ["avif", avif("avif", "mif1")],
    ["avif", avif("mif1", "miaf", "avif")],
    ["gif", bytes("GIF89a\x01\0\x01\0")],
    ["midi", bytes("MThd\0\0\0\x06\0\x01\0\x02")],
    ["wav", bytes("RIFF\x24\0\0\0WAVEfmt ")],
    ["flac", bytes("fLaC\0\0\0\x22")],
    ["mp3", bytes("ID3\x04\0\0\0\0\0\0")],
    ["mp3", bytes("\xff\xfb\x90\x64\0\0")],
    ["ogg", bytes("OggS\0\x02\0\0")],
    ["epub", readFileSync(new URL("../../../samples/english.epub", import.meta.url)).subarray(0, 4096)],
    ["epub", zip("META-INF/container.xml", "content.opf")],
    ["docx", zip("[Content_Types].xml", "word/document.xml")],
    ["cbz", zip("001.png", "002.JPG", "ComicInfo.xml")],
    ["zip", zip("001.png", "novel.txt")],
    ["zip", zip("a.txt")],
    ["zip", zipSync({})],
    ["text", bytes("Once upon a time")],
    ["text", new TextEncoder().encode("むかしむかし".repeat(4000)).subarray(0, 65_536)],
    ["text", utf16("Once upon a time")],
    ["text", bytes("\x82\xde\x82\xa9\x82\xb5\x82\xde\x82\xa9\x82\xb5\r\n")],
    ["text", bytes("<!doctype html><html><body><svg></svg></body></html>")],
    ["text", bytes("They wrote <svg> in the middle.")],
  ] as const)("is %s by its bytes", (type, head) => {
    expect(typeOf(head)).toEqual({ ok: true, value: type });
  });

  it.each([
    bytes("<svg xmlns='http://www.w3.org/2000/svg'>"),
    bytes("\xef\xbb\xbf \n<?xml version='1.0'?><!-- > --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg>"),
    bytes("<s:SVG xmlns:s='http://www.w3.org/2000/svg'/>"),
    utf16("<?xml version='1.0'?><svg >"),
  ])("is refused where it is SVG, which can carry programs", (head) => {
    expect(typeOf(head)).toEqual({ ok: false, code: "upload-active", detail: "SVG" });
  });

  it.each([
    bytes("\x7fELF\x02\x01\x01\0"),
    bytes("MZ\x90\0\x03\0\0\0"),
    bytes("RIFF\x24\0\0\0AVI LIST"),
    bytes("\0\0\0\x18ftypisom\0\0\0\0mp42"),
    bytes("Text with a\x01bell"),
    bytes("\xff\xff\xff\xff\0\0"),
    bytes("Rar!\x1a\x07\x01\0"),
    new Uint8Array(40),
  ])("is refused where it is unknown", (head) => {
    expect(typeOf(head)).toMatchObject({ ok: false, code: "upload-unknown" });
  });

  it("is refused where there is nothing", () => {
    expect(typeOf(new Uint8Array())).toMatchObject({ ok: false, code: "upload-empty" });
  });

  it("is told of any cut-off beginning without failing", () => {
    for (const whole of [
      zip("META-INF/container.xml", "a"),
      avif("mif1", "avif"),
      bytes("\xff\xfb\x90"),
      bytes("MThd"),
    ])
      for (let end = 1; end < whole.length; end++) expect(() => typeOf(whole.subarray(0, end))).not.toThrow();
  });
});
