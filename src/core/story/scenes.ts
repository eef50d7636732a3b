import type { Chapter, Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";

/** A scene before anybody looks at where and when it is. */
export interface SceneSpan extends Span {
  chapter: string;
  /** Its passages: first index, and the one after its last. */
  from: number;
  to: number;
  /** Opens by a break or a chapter, or because the text says that time has changed or people have moved. */
  why: "chapter" | "break" | "shift" | "move";
}

const number =
  "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|several|many|a few|few|half an|about an|another)";
const unit = "(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|moments? or two)";
const day =
  "(?:morning|day|evening|night|afternoon|noon|dawn|midnight|sunset|sunrise|twilight|week|summer|winter|spring|autumn)";
const englishShift = new RegExp(
  `^(?:(?:early|late|it was|on|in|at|all|by|towards?|about|when|as soon as) )?(?:the )?(?:next|following|same|very next) ${day}\\b` +
    `|^(?:that|this) (?:same )?(?:morning|evening|night|afternoon)\\b` +
    `|^(?:early |late )?(?:in|on|at|by|towards?) (?:the )?(?:\\w+ )?(?:morning|evening|nightfall|night|afternoon|noon|dawn|midnight|sunset|sunrise|dusk|daybreak)\\b` +
    `|^(?:about |nearly |almost |some )?${number} (?:\\w+ )?${unit} (?:later|afterwards|after|passed|had passed|went by)\\b` +
    `|^(?:it was|when) (?:\\w+ )?(?:a \\w+ )?(?:morning|evening|night|nightfall|dawn|midnight|dusk|dark)\\b` +
    `|^(?:meanwhile|in the meantime)\\b|^a (?:week|month|year|fortnight|day) (?:later|passed|after)\\b`,
  "i",
);
const japaneseShift =
  /^(?:(?:それから、?)?(?:何|数|幾)(?:分|時間|日|月|年)か?(?:の後|して|たっ|経っ|後)|翌朝|翌日|翌晩|次の(?:日|朝|晩|年)|あくる(?:日|朝|晩)|その(?:日の|晩|夜|翌日|翌朝|夕方|明くる日)|(?:夜|朝)が(?:更|明|来)|夕方|夜明け|夜中|真夜中|ある日|[一二三四五六七八九十数幾]+(?:日|週間|月|年|時間)(?:が|ほど|あまり|の後|後|ばかり|たっ|経っ)|日の(?:沈む|暮れる)|暫くして|しばらく(?:の後|して)|それから[一二三四五六七八九十数]+(?:日|年|月)|春。|夏。|秋。|冬。)/;

/** Fewest passages between two scene starts that only words of time announce. */
const shortestScene = 5;

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
  const shift = language === "ja" ? japaneseShift : englishShift;
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
      const breaks = passage.opens === "break";
      const shifts =
        i - from >= shortestScene && shift.test(text.slice(passage.start, passage.start + 80).replaceAll(/\s+/g, " "));
      if (!breaks && !shifts) continue;
      scenes.push({ chapter: chapter.id, start, end: passage.start, from, to: i, why });
      [from, start, why] = [i, passage.start, breaks ? "break" : "shift"];
    }
    scenes.push({ chapter: chapter.id, start, end: chapter.end, from, to: at, why });
  }
  return scenes;
}
