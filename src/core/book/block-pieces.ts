import type { BlockStyle } from "./block-writer.ts";
import type { BlockKind } from "./book.ts";
import { isBreakMark } from "./letters.ts";

/** A part of a pending block that becomes a block of its own; `from` is its offset in the pending text. */
export interface Piece {
  text: string;
  from: number;
  kind: BlockKind;
}

/**
 * Cuts the text between two block tags into blocks. Books use `<br>` for three things: lines of verse or of an address (kept as
 * line feeds), an empty line between paragraphs (two in a row), and, mostly in Japanese, the end of each paragraph.
 */
export function piecesOf(text: string, style: BlockStyle): Piece[] {
  if (style.preformatted) return trimmed(text, 0, "\n", "preformatted");
  if (style.kind === "table") return rowPieces(text);
  if (!text.includes("\n")) return kindPieces(text, 0, style.kind);
  return splitAt(text, /\n[ \t\u00A0\u3000]*(?:\n[ \t\u00A0\u3000]*)+/g).flatMap((part) => {
    const lines = endsParagraphs(part.text) ? splitAt(part.text, /\n/g) : [part];
    return lines.flatMap((line) => kindPieces(line.text, part.from + line.from, style.kind));
  });
}

function splitAt(text: string, separator: RegExp): { text: string; from: number }[] {
  const parts: { text: string; from: number }[] = [];
  let from = 0;
  for (const found of text.matchAll(separator)) {
    parts.push({ text: text.slice(from, found.index), from });
    from = found.index + found[0].length;
  }
  parts.push({ text: text.slice(from), from });
  return parts;
}

/** Whether the lines are Japanese paragraphs: most of them begin or end as a sentence or a speech does. */
function endsParagraphs(text: string): boolean {
  const lines = text.split("\n");
  if (lines.length < 2) return false;
  const sentences = lines.filter((line) => /^[\u3000「『（]|[。」』！？）]$/u.test(line));
  return sentences.length * 2 > lines.length;
}

function kindPieces(text: string, from: number, kind: BlockKind): Piece[] {
  if (kind !== "heading" && kind !== "hidden" && isBreakMark(text)) return trimmed(text, from, null, "break");
  return trimmed(text, from, " \t\n", kind === "paragraph" && looksLikeVerse(text) ? "verse" : kind);
}

function looksLikeVerse(text: string): boolean {
  const lines = text.split("\n");
  return lines.length >= 4 && lines.every((line) => line.length < 70);
}

/** One row, cells joined by tabs; a row of a single long cell is a table used for layout, and its content is ordinary text. */
function rowPieces(text: string): Piece[] {
  const cells = text.trim();
  if (cells.includes("\t") || cells.length < 200) return trimmed(text.replaceAll("\n", " "), 0, null, "table");
  return splitAt(text, /\n+/g).flatMap((part) => kindPieces(part.text, part.from, "paragraph"));
}

/**
 * The piece without white space at its end and without `lead` letters (null: any white space) at its start; none when only white
 * space (no-break and ideographic included) is there.
 */
function trimmed(text: string, from: number, lead: string | null, kind: BlockKind): Piece[] {
  if (text.trim() === "") return [];
  let start = lead === null ? text.length - text.trimStart().length : 0;
  while (lead?.includes(text.charAt(start))) start += 1;
  let end = text.length;
  while (" \t\n".includes(text.charAt(end - 1))) end -= 1;
  return [{ text: text.slice(start, end), from: from + start, kind }];
}
