import type { Chapter, Span } from "../book/book.ts";
import { raisePeak } from "./importance.ts";
import { wordsOf } from "./lettered-text.ts";
import type { Pace } from "./pace.ts";
import type { Beat, Episode } from "./script.ts";

/** The beats of a chapter. */
export interface ChapterBeats {
  chapter: Chapter;
  beats: Beat[];
}

const fewest = 16;
const most = 40;

/** Panels on an average page (P1). */
const panelsPerPage = 5.5;

/** Pages that beats will fill: so many panels each, more where there is much to read. */
export function pagesFor(beats: readonly Beat[], pace: Pace): number {
  const size = beats.flatMap(({ texts }) => texts).reduce((sum, { runs }) => sum + pace.size(wordsOf(runs)), 0);
  return Math.max(beats.length / panelsPerPage, size / pace.page);
}

/** Groups chapters into episodes of 16–40 pages; a chapter that is longer is divided where scenes begin. */
export function episodesOf(chapters: readonly ChapterBeats[], pace: Pace): Episode[] {
  const parts = chapters.filter(({ beats }) => beats.length > 0).flatMap((whole) => divided(whole, pace));
  const sizes = parts.map(({ beats }) => pagesFor(beats, pace));
  const total = sizes.reduce((sum, pages) => sum + pages, 0);
  // Episodes of about the same size: the last is no leftover.
  const aim = total / Math.ceil(total / (most * 0.9));
  const groups: ChapterBeats[][] = [];
  let filled = 0;
  parts.forEach((part, i) => {
    const pages = sizes[i] ?? 0;
    const last = groups.at(-1);
    if (last && (filled < fewest || filled + pages / 2 <= aim) && filled + pages <= most * 1.15) last.push(part);
    else {
      groups.push([part]);
      filled = 0;
    }
    filled += pages;
  });
  return groups.map(toEpisode);
}

/** Equal parts of a chapter that is too long for one episode. */
function divided(whole: ChapterBeats, pace: Pace): ChapterBeats[] {
  const parts = Math.ceil(pagesFor(whole.beats, pace) / (most * 1.1));
  if (parts <= 1) return [whole];
  const pieces: ChapterBeats[] = [];
  let open: Beat[] = [];
  whole.beats.forEach((beat, i) => {
    const due = ((pieces.length + 1) * whole.beats.length) / parts;
    const late = i > due + whole.beats.length / parts / 4;
    if (open.length > 0 && pieces.length < parts - 1 && i >= due * 0.85 && (beat.opensScene || late)) {
      pieces.push({ chapter: whole.chapter, beats: open });
      open = [];
    }
    open.push(beat);
  });
  return [...pieces, { chapter: whole.chapter, beats: open }];
}

function toEpisode(group: readonly ChapterBeats[], index: number): Episode {
  const beats = group.flatMap((chapter) => chapter.beats);
  raisePeak(beats);
  return { ...spanOf(beats), id: `e${index + 1}`, title: group[0]?.chapter.title ?? null, beats };
}

function spanOf(beats: readonly Beat[]): Span {
  return { start: beats[0]?.start ?? 0, end: Math.max(0, ...beats.map(({ end }) => end)) };
}
