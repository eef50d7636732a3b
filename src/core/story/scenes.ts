import type { Chapter, Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import { shiftAt } from "./shifts.ts";

/** A scene before anybody looks at where and when it is. */
export interface SceneSpan extends Span {
  chapter: string;
  /** Its passages: first index, and the one after its last. */
  from: number;
  to: number;
  /** Opens by a break or a chapter, or because the text says that the hour or the day has changed or people have moved. */
  why: "chapter" | "break" | "hour" | "day" | "move";
}

/** A shift of time opens no scene this soon after the last start: neither so many passages nor so many units after it. */
const shortestScene = { passages: 5, units: { en: 450, ja: 150 } };

/**
 * Cuts the body into scenes: chapters, break marks, and passages that open with a shift of time.
 * Scenes cover their chapters without gaps, headings included.
 */
export function sceneSpans(
  text: string,
  chapters: readonly Chapter[],
  passages: readonly Passage[],
  language: "en" | "ja",
): SceneSpan[] {
  const scenes: SceneSpan[] = [];
  let at = 0;
  for (const chapter of chapters) {
    if (chapter.matter !== "body" || chapter.end <= chapter.start) continue;
    const first = at;
    while (at < passages.length && passages[at]?.chapter === chapter.id) at += 1;
    let from = first;
    let why: SceneSpan["why"] = "chapter";
    let start = chapter.start;
    for (let i = first + 1; i < at; i++) {
      const passage = passages[i];
      if (passage === undefined) break;
      const body = passages[from]?.start ?? start;
      const far = i - from >= shortestScene.passages || passage.start - body >= shortestScene.units[language];
      const shift = far ? shiftAt(firstWords(text, passage), language) : null;
      if (passage.opens !== "break" && shift === null) continue;
      scenes.push({ chapter: chapter.id, start, end: passage.start, from, to: i, why });
      [from, start, why] = [i, passage.start, passage.opens === "break" ? "break" : (shift ?? "break")];
    }
    scenes.push({ chapter: chapter.id, start, end: chapter.end, from, to: at, why });
  }
  return scenes;
}

/** As much of a passage as may tell of a shift of time. */
const firstWords = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + 260)).replaceAll(/\s+/g, " ");
