import type { Span } from "../book/book.ts";
import type { Quote } from "../story/story.ts";
import { isJapanese } from "./doubtful-lines.ts";
import type { Unit } from "./units.ts";
import type { Narration, Speech } from "./units.ts";

/** What one person says without another coming in between: the speeches of a paragraph, or of several that go on. */
export interface Turn {
  speeches: Speech[];
  /** Narration between and around them in the same paragraph: tags and business. */
  around: Narration[];
  /** Index of the first unit and one after the last. */
  from: number;
  to: number;
  /** Sentences over all speeches; a sentence broken by a tag is one item of several spans. */
  sentences: Span[][];
}

/** Groups the units of a scene into turns. Narration outside them is not in the list. */
export function turnsOf(text: string, units: readonly Unit[]): Turn[] {
  const turns: Turn[] = [];
  let open: Turn | null = null;
  units.forEach((unit, i) => {
    if (unit.type === "speech") {
      if (open && goesOn(open, unit, units.slice(open.to, i))) {
        open.speeches.push(unit);
        open.to = i + 1;
      } else {
        open = { speeches: [unit], around: [], from: i, to: i + 1, sentences: [] };
        turns.push(open);
      }
    }
  });
  for (const turn of turns) {
    turn.sentences = gluedSentences(text, turn.speeches);
    const paragraphs = new Set(turn.speeches.map(({ paragraph }) => paragraph));
    for (let i = Math.max(0, turn.from - 3); i < Math.min(units.length, turn.to + 2); i++) {
      const unit = units[i];
      if (unit?.type === "narration" && paragraphs.has(unit.paragraph)) turn.around.push(unit);
    }
  }
  return turns;
}

function goesOn(turn: Turn, speech: Speech, between: readonly Unit[]): boolean {
  const last = turn.speeches.at(-1);
  if (!last || last.quote.kind !== speech.quote.kind || last.quote.speaker !== speech.quote.speaker) return false;
  if (last.quote === speech.quote) return true;
  // Who says it is unknown: 「たくさんか」と聞いたら「たくさんだ」 is two people's, “Yes,” she said, “I do,” one's.
  if (speech.quote.speaker === null && !sameUnknown(last.quote, speech.quote)) return false;
  return last.paragraph === speech.paragraph && between.every((unit) => unit.type === "narration" && unit.tag);
}

/** Two lines that nobody surely says and that may have the same speaker by all that is known; Japanese lines are one person's each. */
function sameUnknown(before: Quote, quote: Quote): boolean {
  if (isJapanese(quote.text)) return false;
  const [first = [], second = []] = [before.maybe, quote.maybe];
  return first.length === second.length && first.every((id, i) => id === second[i]);
}

/** The words before end with a comma and so does the tag between: the sentence is not over. */
function goesOnInside(text: string, before: Speech, after: Speech): boolean {
  const end = before.sentences.at(-1);
  const between = text.slice(before.end, after.start).trim();
  return end !== undefined && /[,;:—-]$/.test(text.slice(end.start, end.end)) && /[,;:—-]$/.test(between);
}

/** “Well,” she said, “come in.” is one sentence in two spans. */
function gluedSentences(text: string, speeches: readonly Speech[]): Span[][] {
  const items: Span[][] = [];
  let before: Speech | null = null;
  for (const speech of speeches) {
    speech.sentences.forEach((span, i) => {
      const last = items.at(-1);
      if (i === 0 && last && before && goesOnInside(text, before, speech)) last.push(span);
      else items.push([span]);
    });
    before = speech;
  }
  return items;
}
