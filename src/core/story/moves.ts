import { type Arrival, englishMove } from "./english-moves.ts";
import { mentionFrom } from "./mention-index.ts";
import { japaneseMove } from "./japanese-moves.ts";
import type { Mention } from "./members.ts";
import { narrated } from "./narrated.ts";
import type { NamedPlaces } from "./named-places.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";

/** The narration takes its people to another place: in which passage, from which offset on, and where to. */
export interface Move {
  passage: number;
  /** Start of the passage, or of the sentence in a passage that is long enough for several places. */
  at: number;
  place: Arrival;
}

interface MoveSource {
  text: string;
  passages: readonly Passage[];
  mentions: readonly Mention[];
  quoted: Uint8Array;
  teller: boolean;
  named: NamedPlaces;
  language: "en" | "ja";
}

/** A passage longer than this (UTF-16 units) may tell of several places. */
const manyPlaces = { en: 1600, ja: 420 };

/** Every move of the narration, at most one for each passage of usual length: the last place it comes to. Speech moves nobody. */
export function movesIn({ text, passages, mentions, quoted, teller, named, language }: MoveSource): Move[] {
  const rule = language === "ja" ? japaneseMove : englishMove;
  const moves: Move[] = [];
  for (const passage of passages) {
    if (passage.kind !== "paragraph") continue;
    let place: Arrival | null = null;
    const long = passage.end - passage.start > manyPlaces[language];
    for (const [i, { start, end }] of sentencesOf(text, passage.start, passage.end).entries()) {
      if (end - start > 900) continue;
      const words = narrated(text, { start, end }, quoted);
      if (!/[\p{L}]/u.test(words)) continue;
      const people = [];
      for (let m = mentionFrom(mentions, start); m < mentions.length && (mentions[m]?.start ?? Infinity) < end; m++) {
        const mention = mentions[m];
        if (mention !== undefined && !mention.quoted && !mention.possessive)
          people.push({ start: mention.start - start, end: mention.end - start });
      }
      const found = rule({ words, first: i === 0, people, teller, named });
      // Who only comes to visit does not undo a move of the paragraph.
      if (found !== null && long)
        moves.push({ passage: passage.index, at: i === 0 ? passage.start : start, place: found });
      else if (found !== null && (place === null || !found.visitor)) place = found;
    }
    if (place !== null) moves.push({ passage: passage.index, at: passage.start, place });
  }
  return moves;
}
