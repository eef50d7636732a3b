import { gaijiPairs, gaijiRows } from "./aozora-gaiji-data.ts";

/** Signs that notes call by name. */
const named: Readonly<Record<string, string>> = {
  二重かっこ開く: "｟",
  二重かっこ閉じ: "｠",
  始め二重山括弧: "《",
  終わり二重山括弧: "》",
  縦線: "｜",
  井げた: "＃",
  米印: "※",
  感嘆符三つ: "!!!",
};

/**
 * The letter that a note such as `「口＋愛」、U+5653、12-3` or `「てへん＋丑」、第4水準2-12-93` stands for; null where the note gives
 * neither a place in Unicode nor one in JIS X 0213.
 */
export function gaijiLetter(note: string): string | null {
  const unicode = /U\+([0-9A-F]{4,6})/i.exec(note)?.[1];
  if (unicode !== undefined) return fromUnicode(Number.parseInt(unicode, 16));
  const place = /(?:水準|、)([12])-(\d{1,2})-(\d{1,2})(?:$|、)/.exec(note);
  if (place) return fromJis(Number(place[1]), Number(place[2]), Number(place[3]));
  const name = /^「?([^「」、]+)」?/.exec(note)?.[1] ?? "";
  return named[name] ?? null;
}

function fromUnicode(code: number): string | null {
  const isLetter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : null;
}

/** By plane, row and cell, each counted from 1; rows of JIS X 0208 by way of EUC-JP. */
function fromJis(plane: number, row: number, cell: number): string | null {
  if (row < 1 || row > 94 || cell < 1 || cell > 94) return null;
  const pair = gaijiPairs[`${plane}-${row}-${cell}`];
  if (pair !== undefined) return pair;
  const letters = gaijiRows[`${plane}-${row}`];
  const letter =
    letters === undefined ? (plane === 1 ? decodeEucJp(row, cell) : undefined) : Array.from(letters)[cell - 1];
  return letter === undefined || letter === "\u3000" || letter === "\uFFFD" ? null : letter;
}

function decodeEucJp(row: number, cell: number): string {
  return new TextDecoder("euc-jp").decode(new Uint8Array([row + 0xa0, cell + 0xa0]));
}
