import type { Book, Mark } from "../book/book.ts";
import { japaneseCueAt } from "./japanese-cues.ts";
import { rulesFor } from "./language.ts";
import type { Passage } from "./passages.ts";
import { type Cue, cueAt, type CueStyle, isDirection, isSlantedDirection, isSpoken } from "./play-cues.ts";

/** What must come together before lines with a name at their head are taken for a play, by how the name is set. */
interface Proof {
  /** So many lines. */
  lines: number;
  /** So often does a name come back, on average. */
  again: number;
  /** Paragraphs without a name that may lie between two lines. */
  apart: number;
  /** Least share of the paragraphs that have a name. */
  share: number;
}
const styles: readonly CueStyle[] = ["capitals", "slanted", "colon", "stop", "bracket", "space"];
const proofs: Readonly<Record<CueStyle, Proof>> = {
  capitals: { lines: 3, again: 1.2, apart: 8, share: 0.25 },
  slanted: { lines: 4, again: 1.2, apart: 8, share: 0.25 },
  colon: { lines: 4, again: 1.5, apart: 3, share: 0.5 },
  stop: { lines: 6, again: 2.5, apart: 2, share: 0.6 },
  bracket: { lines: 4, again: 1.3, apart: 3, share: 0.4 },
  space: { lines: 6, again: 1.8, apart: 3, share: 0.5 },
};
/** From so many lines on, each may be another's: a crowd of sailors who speak once. */
const crowd = 7;

/** A list of those who play: `ANNA: a cook` is no line. */
const castHead =
  /\b(?:dramatis person(?:æ|ae)|(?:persons|people|characters) (?:of|in) the play|cast of characters|the players)\b|^(?:characters|persons|cast)\W*$|登場人物/imu;

/** What ends the list. */
const playStart = /^\s*(?:act|scene|enter|prologue)\b|^[\s　]*第?[一二三四五六七八九十]*[場幕景]/imu;

/** A paragraph, or a line of it, that may begin with a name. */
interface Piece {
  passage: Passage;
  start: number;
  end: number;
  cue: Cue | null;
}

/**
 * The passages with the names before their speeches, where the book or a stretch of it is a play; null where none is. Lines of a
 * play that share a block become passages of their own; rows of a table stay only where they are lines.
 */
export function playPassages(book: Book, passages: readonly Passage[]): Passage[] | null {
  const pieces = trueCues(book.text, piecesOf(book, passages, rulesFor(book)));
  const cued = new Set(styles.flatMap((style) => provenRuns(pieces, style)));
  if (cued.size === 0) return null;
  return spoken(book, pieces, cued).map((passage, index) => ({ ...passage, index }));
}

function piecesOf({ text, marks }: Book, passages: readonly Passage[], language: "en" | "ja"): Piece[] {
  const heads = new Map(
    marks.flatMap((mark) => (mark.kind === "emphasis" || mark.kind === "strong" ? [[mark.start, mark] as const] : [])),
  );
  return passages.flatMap((passage) => {
    const pieces: Piece[] = [];
    for (let start = passage.start; start < passage.end;) {
      const stop = text.indexOf("\n", start);
      const next = stop < 0 || stop >= passage.end ? passage.end : stop + 1;
      const lead = start + (/^\s*/.exec(text.slice(start, Math.min(next, start + 80)))?.[0].length ?? 0);
      const signs = /^[_*]{0,2}/.exec(text.slice(lead, lead + 2))?.[0].length ?? 0;
      const line = { start: lead, end: passage.end };
      const cue =
        passage.kind === "list-item"
          ? null
          : language === "ja"
            ? japaneseCueAt(text, line)
            : cueAt(text, line, heads.get(lead + signs));
      const before = pieces.at(-1);
      // Below the first line of a paragraph a sentence may end with any word.
      if (before === undefined || (cue !== null && cue.style !== "stop"))
        pieces.push({ passage, start: lead, end: passage.end, cue });
      if (before !== undefined && pieces.at(-1) !== before) before.end = lead;
      start = next;
    }
    return pieces;
  });
}

/** Whoever is listed before a play says nothing there, and no direction is a name. */
function trueCues(text: string, pieces: readonly Piece[]): Piece[] {
  let listing = false;
  let at = 0;
  return pieces.map((piece, i) => {
    const heading = text.slice(at, piece.start);
    const words = text.slice(piece.start, piece.end);
    at = piece.end;
    const list = heading.split(castHead).at(-1) ?? "";
    const begins = castHead.test(heading) || (words.length < 60 && castHead.test(words));
    if (begins && !playStart.test(list)) listing = true;
    else if (/\p{L}/u.test(heading) || playStart.test(words)) listing = false;
    // Behind a name that has a line to itself, slanted words are what its owner does.
    const [before, own] = [pieces[i - 1], piece.cue];
    const done = before?.cue && before.cue.from >= before.end && own?.style === "slanted" && own.from < piece.end;
    return listing || done === true ? { ...piece, cue: null } : piece;
  });
}

/** Cues of one style that stand so close and come back so often that they must be a play's. */
function provenRuns(pieces: readonly Piece[], style: CueStyle): Cue[] {
  const proof = proofs[style];
  const proven: Cue[] = [];
  let run: number[] = [];
  const close = () => {
    const cues = run.map((i) => pieces[i]?.cue ?? null).filter((cue) => cue !== null);
    const names = new Set(cues.map((cue) => cue.names.join()));
    const all = (run.at(-1) ?? 0) - (run[0] ?? 0) + 1;
    const back = cues.length >= names.size * proof.again || (cues.length >= crowd && proof.apart > 3);
    if (cues.length >= proof.lines && names.size > 1 && back && cues.length >= all * proof.share) proven.push(...cues);
    run = [];
  };
  for (const [i, { cue, passage }] of pieces.entries()) {
    if (cue?.style !== style) continue;
    const last = run.at(-1);
    if (last !== undefined && (i - last > proof.apart + 1 || pieces[last]?.passage.chapter !== passage.chapter))
      close();
    run.push(i);
  }
  close();
  return proven;
}

/** Paragraphs without a name that may follow the one that has it; behind the last of them the play may be over. */
const longestSpeech = 8;

/** Gives each passage of a play its cue, also where a speech goes on without one. */
function spoken({ text, marks }: Book, pieces: readonly Piece[], cued: ReadonlySet<Cue>): Passage[] {
  const names = new Set([...cued].flatMap((cue) => cue.names.map((name) => name.toLowerCase())));
  const slanted = slantedStarts(marks);
  const emphasis = marks.filter(({ kind }) => kind === "emphasis");
  const withDirections = (cue: Cue, { end }: Passage): Cue => {
    const words = { start: cue.from, end };
    const inside = emphasis.filter((mark) => mark.start >= words.start && mark.end <= end);
    return { ...cue, directions: inside.filter((mark) => isSlantedDirection(text, mark, words)) };
  };
  const passages: Passage[] = [];
  let open: Cue | null = null;
  let paragraphs = 0;
  let waits = false;
  let at = 0;
  for (const { passage, start, end, cue } of pieces) {
    const own = cue !== null && cued.has(cue) ? cue : null;
    const before = passages.at(-1);
    if (own === null && before !== undefined && before.chapter === passage.chapter && start > passage.start) {
      before.end = trimEnd(text, start, end);
      at = end;
      continue;
    }
    const words = text.slice(start, end);
    if (/\p{L}/u.test(text.slice(at, start)) || (start === passage.start && passage.opens !== null)) open = null;
    at = end;
    const opens = start === passage.start ? passage.opens : null;
    const base = { ...passage, start, end: trimEnd(text, start, end), opens };
    if (own !== null) {
      open = own;
      paragraphs = 0;
      waits = own.from >= base.end;
      passages.push(waits ? base : { ...base, cue: withDirections(own, base) });
      continue;
    }
    if (passage.kind === "table") continue;
    const done = isDirection(words, (slanted.get(start) ?? 0) >= base.end - 2, names);
    paragraphs += 1;
    const goesOn: boolean =
      open !== null && !done && paragraphs <= longestSpeech && (waits || passage.kind === "verse" || isSpoken(words));
    if (open !== null && goesOn) waits = false;
    passages.push(open !== null && goesOn ? { ...base, cue: withDirections({ ...open, from: start }, base) } : base);
  }
  return passages;
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return to;
}

/** Where a slanted stretch begins → where it ends. */
const slantedStarts = (marks: readonly Mark[]): Map<number, number> =>
  new Map(
    marks.flatMap((mark) =>
      mark.kind === "emphasis" ? [[mark.start, mark.end] as const, [mark.start - 1, mark.end + 1] as const] : [],
    ),
  );
