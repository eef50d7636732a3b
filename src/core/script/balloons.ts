import type { Book, Span } from "../book/book.ts";
import { voiceOf } from "./acting.ts";
import { type Piece, splitToFit } from "./clauses.ts";
import type { Kept } from "./exchanges.ts";
import type { Line } from "./draft.ts";
import { type Pace, sizeOf } from "./pace.ts";
import type { TextKind } from "./script.ts";
import { isBroadcast, isSung, type LineAround } from "./sung-and-broadcast.ts";
import type { Turn } from "./turns.ts";
import type { Narration } from "./units.ts";
import type { Doers } from "./who-acts.ts";

/** From here on a speaker is as good as told by the book. */
const certain = 0.85;

/** The balloons of a turn, each at most as large as L2 and L3 allow. */
export function balloonsOf(
  book: Book,
  turn: Turn,
  kept: Kept,
  doers: ReadonlyMap<Narration, Doers>,
  pace: Pace,
): Line[] {
  const [first] = turn.speeches;
  if (!first) return [];
  const { speaker, addressee, kind } = first.quote;
  const before = book.text.slice(Math.max(0, first.start - announcedWithin), first.start);
  const deeds = turn.around
    .map((unit) => ({ unit, doing: doers.get(unit) }))
    .filter(({ unit, doing }) => unit.tag || doing?.actor === speaker);
  const deed = deeds.map(({ doing }) => (doing?.actor === speaker ? doing.deed : "")).join(" ; ");
  const line = (pieces: Piece[]): Line => {
    // Of a sentence beside the tag only what the speaker does in it is the speaker's.
    const tag = deeds
      .filter(({ unit }) => isBeside(book.text, unit, pieces, turn))
      .map(({ unit, doing }) => (unit.tag ? book.text.slice(unit.start, unit.end) : doing?.deed))
      .join(" ");
    const lineKind = kindOf({ words: words(book.text, pieces), tag, before, quote: kind }, speaker, pace);
    // Whoever is heard out of a machine is not here to be drawn.
    const afar = lineKind === "broadcast";
    const maybe = afar && speaker !== null ? [speaker] : first.quote.maybe;
    return {
      kind: lineKind,
      speaker: afar ? null : speaker,
      addressee,
      pieces,
      size: sizeOfPieces(book.text, pieces, pace),
      tag,
      deed,
      title: false,
      turn: first.quote.id,
      certain: first.quote.confidence >= certain,
      ...(maybe === undefined ? {} : { maybe }),
    };
  };
  return grouped(book.text, kept, pace).map(line);
}

/** Narration right before a line, or a tag right behind it: what is told farther on is felt only then. */
function isBeside(text: string, { start, end, tag }: Narration, pieces: readonly Piece[], { speeches }: Turn): boolean {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return false;
  const from = speeches.findLast((speech) => speech.start <= first.start);
  const to = speeches.findLast((speech) => speech.start <= last.start);
  if (!from || !to) return false;
  const before = speeches[speeches.indexOf(from) - 1]?.end ?? -Infinity;
  const after = speeches[speeches.indexOf(to) + 1]?.start ?? Infinity;
  // What follows a full stop goes on to something else.
  const follows = tag && !/\.[”’"']*\s*$/u.test(text.slice(to.start, start));
  return (start >= before && end <= to.start) || (follows && start >= to.end && end <= after);
}

/** UTF-16 units before a verse in which it may be announced as a song. */
const announcedWithin = 160;

function kindOf(line: LineAround, speaker: string | null, { rules }: Pace): TextKind {
  if (line.quote === "thought" && speaker !== null) return "thought";
  if (line.quote === "letter") return "letter";
  if (isSung(line, rules)) return "sung";
  if (isBroadcast(line.tag, rules)) return "broadcast";
  const voice = voiceOf(line.words, line.tag, rules);
  return speaker === null && voice === "speech" ? "off-panel" : voice;
}

/** The comma before a closing mark and a tag (“Yes,” she said.) is a full stop on the page. */
function stopped(text: string, pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (!last || last.ending !== "as-is" || !/[,;:]$/.test(text.slice(last.start, last.end))) return [...pieces];
  return [...pieces.slice(0, -1), { ...last, ending: "stop" }];
}

const words = (text: string, pieces: readonly Span[]) =>
  pieces.map(({ start, end }) => text.slice(start, end)).join(" ");

const sizeOfPieces = (text: string, pieces: readonly Span[], pace: Pace) =>
  pieces.reduce((sum, piece) => sum + sizeOf(text, piece, pace), 0);

/** Joins short sentences and splits long ones, so that balloons are of comfortable size. */
function grouped(text: string, kept: Kept, pace: Pace): Piece[][] {
  const groups: Piece[][] = [];
  let room = 0;
  for (const sentence of kept.sentences.flatMap((pieces) => fitting(text, stopped(text, pieces), pace))) {
    const size = sizeOfPieces(text, sentence, pace);
    const last = groups.at(-1);
    if (last && size <= room) last.push(...sentence);
    else {
      groups.push([...sentence]);
      room = pace.easyBalloon;
    }
    room -= size;
  }
  return groups;
}

/** A sentence as one balloon's pieces, or several where it is too large for one. */
function fitting(text: string, pieces: readonly Piece[], pace: Pace): Piece[][] {
  if (sizeOfPieces(text, pieces, pace) <= pace.balloon) return [[...pieces]];
  return pieces.flatMap((piece) => {
    const parts = splitToFit(text, piece, pace.balloon, pace);
    return parts.map((part, i): Piece[] => [{ ...part, ending: i === parts.length - 1 ? piece.ending : "as-is" }]);
  });
}
