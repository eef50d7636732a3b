import type { ReaderData } from "../../core/print/reader-data.ts";
import { h } from "./dom.ts";
import { flat, type Piece } from "./passages.ts";
import { pageLink } from "./route.ts";
import type { Words } from "./words.ts";

interface Setting {
  data: ReaderData;
  words: Words;
  isTitle: boolean;
  /** What was searched for, to be marked. */
  found: RegExp | null;
}

/** A paragraph whose stretches carry their fate and lead to their panel. A sign stands where the fate changes. */
export function paragraphNode(pieces: readonly Piece[], setting: Setting): HTMLElement {
  const fates = setting.data.fates;
  const nodes = pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const turned = !before || fates[before.fate]?.fate !== fates[piece.fate]?.fate;
    return pieceNode(piece, turned, setting);
  });
  return setting.isTitle ? h("h2", {}, ...nodes) : h("p", {}, ...nodes);
}

function pieceNode(piece: Piece, signed: boolean, { data, words, found }: Setting): HTMLElement | string {
  const { start, end } = piece;
  const fate = data.fates[piece.fate];
  const text = flat(data.text.slice(start, end));
  if (!fate) return text;
  const note =
    fate.note === null ? null : `${fate.fate === "condensed" ? words.standsFor : words.reason}: ${fate.note}`;
  const place = fate.at && words.panel(fate.at.page, fate.at.panel + 1);
  const attributes = {
    class: `piece ${fate.fate}${signed ? " signed" : ""}`,
    "data-fate": piece.fate,
    title: [words.fates[fate.fate], place, note].filter(Boolean).join(" · "),
  };
  const content = marked(text, found);
  if (fate.at) return h("a", { ...attributes, href: pageLink(fate.at.page, fate.at.panel) }, ...content);
  return h("span", attributes, ...content);
}

function marked(text: string, found: RegExp | null): (Node | string)[] {
  if (!found) return [text];
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const hit of text.matchAll(found)) {
    parts.push(text.slice(at, hit.index), h("mark", {}, hit[0]));
    at = hit.index + hit[0].length;
  }
  return [...parts, text.slice(at)];
}
