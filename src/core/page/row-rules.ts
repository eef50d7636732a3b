import { isLettered } from "../script/lettered-beats.ts";
import type { Beat } from "../script/script.ts";
import { panelsIn, panelsOf, type Row, rowsFor } from "./grammar.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { splashFrom } from "./panel-needs.ts";

/** Ways to spread beats over rows; whether each scene starts on a row of its own in all of them (P5). */
export interface Arrangements {
  all: Row[][];
  scenesKept: boolean;
}

/** The arrangements of the grammar that suit the beats of a page. */
export function arrangementsFor(beats: readonly MeasuredBeat[]): Arrangements {
  const all = rowsFor(beats.length, (row, first) => suits(row, beats.slice(first, first + panelsOf(row))));
  const kept = all.filter((rows) => keepsScenes(rows, beats));
  // More scenes than a page has rows: some must share one.
  return kept.length > 0 ? { all: kept, scenesKept: true } : { all, scenesKept: false };
}

/** A scene starts on a new row (P5), and a splash has its row to itself. */
function keepsScenes(rows: readonly Row[], beats: readonly MeasuredBeat[]): boolean {
  const starts = new Set<number>();
  let next = 0;
  for (const row of rows) {
    starts.add(next);
    next += panelsOf(row);
  }
  return beats.every(({ beat }, i) => {
    if (beat.opensScene && !starts.has(i)) return false;
    return beat.importance < splashFrom || (starts.has(i) && (starts.has(i + 1) || i + 1 === beats.length));
  });
}

function suits(row: Row, members: readonly MeasuredBeat[]): boolean {
  let next = 0;
  return row.every((cell) => {
    const [a, b] = members.slice(next, next + panelsIn(cell));
    const inCell = members.slice(next, (next += panelsIn(cell)));
    if (cell === "inset") return a !== undefined && b !== undefined && takesInset(a, b);
    if (cell === "overlap") return a !== undefined && b !== undefined && takesOverlap(a, b);
    if (cell === "pile") return inCell.every(isSmall);
    return !row.includes("pile") || (a !== undefined && standsTall(a.beat));
  });
}

/** Texts on a panel that is small or partly hidden, in square page units at most. */
const fewWords = { inset: 46_000, overlap: 42_000, pile: 50_000 } as const;

/** How much more important than the picture round it a detail may be: its smallness lends it weight. */
const weightier = 0.2;

/** A close detail or face may lie in the wide picture before it. */
function takesInset(host: MeasuredBeat, guest: MeasuredBeat): boolean {
  const wide = host.beat.shot === "wide" || host.beat.shot === "full";
  return (
    wide &&
    !isLettered(host.beat) &&
    host.beat.figures.length < 3 &&
    isDetail(guest) &&
    guest.textArea < fewWords.inset &&
    host.beat.importance >= guest.beat.importance - weightier
  );
}

/** A face may lie over the edge of the picture of somebody else, or of a place. */
function takesOverlap(under: MeasuredBeat, over: MeasuredBeat): boolean {
  return (
    isDetail(over) &&
    !isLettered(under.beat) &&
    over.textArea < fewWords.overlap &&
    under.textArea < 2 * fewWords.overlap &&
    under.beat.shot !== "close" &&
    under.beat.figures.length < 3
  );
}

/** One face or one thing, near. */
function isDetail({ beat }: MeasuredBeat): boolean {
  const near = beat.shot === "close" || beat.shot === "insert" || beat.shot === "medium";
  return near && beat.figures.length < 2 && (beat.figures.length === 1 || beat.prop !== null) && !beat.opensScene;
}

function isSmall({ beat, textArea, texts }: MeasuredBeat): boolean {
  return beat.shot !== "wide" && beat.figures.length < 3 && texts.length < 3 && textArea < fewWords.pile;
}

/** Whether a beat fills a panel as high as three others: somebody alone, or a place with nobody in it. */
function standsTall({ shot, figures, scenery }: Beat): boolean {
  if (figures.length === 0) return shot === "wide" && scenery === "place";
  return figures.length === 1 && (shot === "full" || shot === "medium");
}
