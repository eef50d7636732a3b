import { zlibSync } from "fflate";
import { utf8 } from "./comic.ts";
import { hexOf, type PdfFile, type PdfId } from "./pdf-file.ts";

/** The font of invisible text: it counts which characters were used, and is written after the last page. */
export interface PdfFont {
  /** Object numbers for text across and down. */
  across: PdfId;
  down: PdfId;
  /** The text as character codes in hexadecimal. */
  encode(text: string): string;
  /** Writes the font with all that was encoded. */
  write(): Uint8Array[];
}

/** Height of letters above the base line and depth below it, in thousandths of the type size. */
const ascent = 880;

/**
 * A font without shapes, embedded with the one blank glyph that the text needs: the letters that are seen are part of the picture,
 * so outlines would only make the file larger. Each character has a code of its own, which `ToUnicode` turns back into text; every
 * code is one em wide, for text across is stretched to the width of its line. Source: ISO 32000-1, 9.7 and 9.10.
 */
export function createPdfFont(file: PdfFile): PdfFont {
  const codes = new Map<string, number>();
  const [across, down] = [file.reserve(), file.reserve()];
  const codeOf = (letter: string): number => {
    const known = codes.get(letter);
    if (known !== undefined) return known;
    codes.set(letter, codes.size + 1);
    return codes.size;
  };
  return {
    across,
    down,
    encode: (text) => Array.from(text, (letter) => hexOf(codeOf(letter))).join(""),
    write() {
      const [letters, descriptor, program] = [file.reserve(), file.reserve(), file.reserve()];
      const [glyphs, unicode] = [file.reserve(), file.reserve()];
      const name = "/BaseFont/FABULA+Blank";
      const font = (id: PdfId, way: "H" | "V"): Uint8Array =>
        file.object(
          id,
          `<</Type/Font/Subtype/Type0${name}/Encoding/Identity-${way}/DescendantFonts[${letters} 0 R]/ToUnicode ${unicode} 0 R>>`,
        );
      const compressed = (id: PdfId, entries: string, bytes: Uint8Array): Uint8Array[] =>
        file.stream(id, `${entries}/Filter/FlateDecode`, zlibSync(bytes));
      const truetype = blankFont();
      return [
        font(across, "H"),
        font(down, "V"),
        file.object(
          letters,
          `<</Type/Font/Subtype/CIDFontType2${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/CIDToGIDMap ${glyphs} 0 R>>`,
        ),
        file.object(
          descriptor,
          `<</Type/FontDescriptor/FontName/FABULA+Blank/Flags 4/FontBBox[0 ${ascent - 1000} 1000 ${ascent}]/ItalicAngle 0/Ascent ${ascent}/Descent ${ascent - 1000}/CapHeight ${ascent}/StemV 80/FontFile2 ${program} 0 R>>`,
        ),
        ...compressed(program, `/Length1 ${truetype.length}`, truetype),
        ...compressed(glyphs, "", glyphMap(codes.size)),
        ...compressed(unicode, "", utf8(toUnicode([...codes.keys()]))),
      ];
    },
  };
}

/** Every code shows glyph 1; code 0 is not used. */
function glyphMap(codes: number): Uint8Array {
  return Uint8Array.from({ length: 2 * (codes + 1) }, (_, i) => (i > 1 && i % 2 === 1 ? 1 : 0));
}

/** A row of `beginbfchar` holds at most this many. */
const mostInRow = 100;

function toUnicode(letters: readonly string[]): string {
  const rows: string[] = [];
  for (let from = 0; from < letters.length; from += mostInRow) {
    const row = letters.slice(from, from + mostInRow);
    const lines = row.map((letter, i) => {
      const units = Array.from({ length: letter.length }, (_, unit) => hexOf(letter.charCodeAt(unit)));
      return `<${hexOf(from + i + 1)}> <${units.join("")}>`;
    });
    rows.push(`${row.length} beginbfchar\n${lines.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...rows,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

/** A TrueType font of two empty glyphs, one em wide. Source: OpenType specification, required tables for embedding. */
function blankFont(): Uint8Array {
  const words = (...values: number[]): Uint8Array =>
    Uint8Array.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));
  const tables: [string, Uint8Array][] = [
    ["glyf", words(0, 0)],
    // Version, revision, sum, magic number, flags, 1,000 units an em, two dates, box, style, smallest size, direction, loca, glyf.
    [
      "head",
      words(
        1,
        0,
        1,
        0,
        0,
        0,
        0x5f0f,
        0x3cf5,
        0,
        1000,
        ...Array.from({ length: 8 }, () => 0),
        0,
        0,
        0,
        0,
        0,
        8,
        2,
        0,
        0,
      ),
    ],
    ["hhea", words(1, 0, ascent, ascent - 1000, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
    ["hmtx", words(1000, 0, 1000, 0)],
    ["loca", words(0, 0, 0)],
    ["maxp", words(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  ];
  return sfnt(tables, words);
}

/** Tables behind their directory, each on a multiple of four bytes. */
function sfnt(tables: readonly [string, Uint8Array][], words: (...values: number[]) => Uint8Array): Uint8Array {
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const start = 12 + 16 * tables.length;
  const bytes = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), start));
  bytes.set(words(1, 0, tables.length, 64, 2, 16 * tables.length - 64));
  let at = start;
  for (const [i, [name, table]] of tables.entries()) {
    bytes.set(table, at);
    const sum = sumOf(bytes.subarray(at, at + padded(table.length)));
    const entry = words(sum >>> 16, sum & 0xffff, at >>> 16, at & 0xffff, 0, table.length);
    bytes.set([...utf8(name), ...entry], 12 + 16 * i);
    at += padded(table.length);
  }
  return bytes;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum = (sum + ((bytes[i] ?? 0) << (24 - 8 * (i % 4)))) >>> 0;
  return sum;
}
