import type { Block, Book, Chapter, Span } from "../book/book.ts";
import { sentencesOf } from "../story/sentences.ts";
import type { Quote, Scene, Story } from "../story/story.ts";
import { answersToTheI, withoutOwnAnswers } from "./called-answers.ts";
import { isCited, isLetter, isWritten } from "./cited-words.ts";
import type { Pace } from "./pace.ts";
import { withoutBeliedSpeakers } from "./belied-speakers.ts";
import { withoutDoubtful } from "./doubtful-lines.ts";
import { withoutListeners } from "./listeners.ts";
import { withoutMuteBeasts } from "./mute-beasts.ts";
import { passageless } from "./skipped-blocks.ts";
import { isTag } from "./speech-tags.ts";
import { toldTalk } from "./told-speech.ts";

/** A piece of the book in the order of reading: what the script decides about. */
export type Unit = Speech | Narration | Heading | Skipped;

/** What stands between quotation marks in one paragraph. */
export interface Speech extends Span {
  type: "speech";
  quote: Quote;
  /** Index of its paragraph in the chapter. */
  paragraph: number;
  /** Without the marks. */
  sentences: Span[];
}

/** A sentence of narration, or the part of it outside the quotation marks. */
export interface Narration extends Span {
  type: "narration";
  paragraph: number;
  /** Says who speaks (`said Marta`); the balloon's tail says the same. */
  tag: boolean;
}

export interface Heading extends Span {
  type: "heading";
}

/** What no comic shows: tables, rules between scenes, notes. */
export interface Skipped extends Span {
  type: "skipped";
  reason: string;
}

/** A scene with everything that stands in it. */
export interface SceneUnits {
  scene: Scene;
  units: Unit[];
  /** Set where the scene is the first of its chapter. */
  opens: Chapter | null;
}

/** Cuts the body of a book into scenes of units. Chapters without a scene of the story get one of their own. */
export function scenesOf(book: Book, story: Story, pace: Pace): SceneUnits[] {
  const spoken = withoutMuteBeasts(story.quotes, story.cast).filter(
    (quote) => quote.kind !== "title" && !isCited(book.text, quote, pace),
  );
  const read = spoken.map((quote) => {
    if (quote.kind === "letter")
      return quote.evidence?.rule === "signature" || isWritten(book.text, quote) ? quote : heard(quote);
    return isLetter(book.text, quote) ? ({ ...quote, kind: "letter" } as const) : quote;
  });
  const heardThere = answersToTheI(book.text, withoutListeners(book.text, read, story.cast), story.cast);
  const doubted = withoutDoubtful(book.text, heardThere, story.cast);
  const sure = pace.rules === "ja" ? doubted : withoutBeliedSpeakers(book.text, doubted, story.cast);
  const quotes = withoutOwnAnswers(book.text, sure);
  const scenes: SceneUnits[] = [];
  const cursor = { block: 0, quote: 0 };
  for (const chapter of book.chapters) {
    if (chapter.matter !== "body") continue;
    const own = story.scenes.filter((scene) => scene.start < chapter.end && scene.end > chapter.start);
    const slots = (own.length > 0 ? own : [emptyScene(chapter)]).map((scene): SceneUnits => ({
      scene,
      units: [],
      opens: null,
    }));
    const [first] = slots;
    if (first) first.opens = chapter;
    for (const unit of unitsOf(book, chapter, quotes, cursor, pace.rules)) {
      const slot = slots.findLast(({ scene }) => scene.start <= unit.start) ?? first;
      slot?.units.push(unit);
    }
    scenes.push(...slots.filter(({ units }) => units.length > 0));
  }
  return scenes;
}

const heard = (quote: Quote): Quote => ({ ...quote, kind: "speech" });

function emptyScene({ id, start, end }: Chapter): Scene {
  return { id: `s-${id}`, chapter: id, start, end, place: null, time: null, weather: null, mood: null, present: [] };
}

/** Where the last chapter stopped, so that a long book is walked once. */
interface Cursor {
  block: number;
  quote: number;
}

function unitsOf(book: Book, chapter: Chapter, quotes: readonly Quote[], cursor: Cursor, rules: "en" | "ja"): Unit[] {
  const units: Unit[] = [];
  let paragraph = 0;
  while ((book.blocks[cursor.block]?.end ?? Infinity) <= chapter.start) cursor.block += 1;
  for (; cursor.block < book.blocks.length; cursor.block++) {
    const block = book.blocks[cursor.block];
    if (!block || block.start >= chapter.end) break;
    if (block.end === block.start) continue;
    paragraph += 1;
    const reason = passageless(book, block);
    if (reason !== null) units.push({ type: "skipped", start: block.start, end: block.end, reason });
    else if (block.kind === "heading") units.push({ type: "heading", start: block.start, end: block.end });
    else {
      const own = quotesOver(block, quotes, cursor);
      const cues = [...own, quotes[cursor.quote]].flatMap((quote) =>
        quote?.evidence?.rule === "cue" ? [quote.evidence] : [],
      );
      units.push(...paragraphUnits(book.text, block, paragraph, own, cues, rules));
    }
  }
  return units;
}

function quotesOver(block: Block, quotes: readonly Quote[], cursor: Cursor): Quote[] {
  while ((quotes[cursor.quote]?.end ?? Infinity) <= block.start) cursor.quote += 1;
  const found: Quote[] = [];
  for (let i = cursor.quote; i < quotes.length; i++) {
    const quote = quotes[i];
    if (!quote || quote.start >= block.end) break;
    found.push(quote);
  }
  return found;
}

function paragraphUnits(
  text: string,
  block: Block,
  paragraph: number,
  quotes: readonly Quote[],
  cues: readonly Span[],
  rules: "en" | "ja",
): Unit[] {
  const units: Unit[] = [];
  let at = block.start;
  const narrate = (to: number) => {
    const before = units.at(-1)?.type === "speech";
    const sentences = sentencesOf(text, at, to)
      .map((span) => unbracketed(text, span))
      .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
    sentences.forEach((span, i) => {
      const tag =
        (before && i === 0 && isTag(text, span, "after", rules)) ||
        (to < block.end && i === sentences.length - 1 && isTag(text, span, "before", rules)) ||
        // In a play the name before a line is not lettered: the tail of the balloon shows it.
        cues.some((cue) => cue.start < span.end && cue.end > span.start);
      units.push({ type: "narration", ...span, paragraph, tag });
    });
  };
  for (const quote of quotes) {
    const start = Math.max(quote.start, block.start);
    const end = Math.min(quote.end, block.end);
    if (start < at || end <= start) continue;
    narrate(start);
    const speech = (span: Span, said: Quote): Speech => ({
      type: "speech",
      quote: said,
      ...span,
      paragraph,
      sentences: spokenSentences(text, span),
    });
    const talk = rules === "en" ? toldTalk(text, { start, end }) : null;
    if (talk) {
      // Whoever tells of a talk is none of those who speak in it.
      const nobodys = { ...quote, speaker: null, addressee: null, maybe: [] };
      units.push(
        ...talk.map(({ span, said }, i): Unit =>
          said
            ? speech(span, { ...nobodys, id: `${quote.id}.${i}` })
            : { type: "skipped", ...span, reason: "told inside marks" },
        ),
      );
    } else units.push(speech({ start, end }, quote));
    at = end;
  }
  narrate(block.end);
  return units;
}

/** Without the bracket or mark that belongs to the quote beside it. */
function unbracketed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[)\]」』）,;\s]/.test(text[start] ?? "")) start += 1;
  while (end > start && /[([「『（“‘\s]/.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}

const opening = /[“‘„‚"'「『（(«»*_―—\s]/;
const closing = /[”’“‘"'」』）)»«*_\s]/;

function spokenSentences(text: string, span: Span): Span[] {
  let { start, end } = span;
  while (start < end && opening.test(text[start] ?? "") && !isApostrophe(text, start)) start += 1;
  while (end > start && closing.test(text[end - 1] ?? "") && balanced(text, start, end)) end -= 1;
  return sentencesOf(text, start, end);
}

/** 'Tis and ’em keep their mark. */
const isApostrophe = (text: string, at: number) =>
  /['’]/.test(text[at] ?? "") && /^['’](?:tis|twas|em|cause|til)\b/i.test(text.slice(at, at + 8));

/** A closing bracket that belongs to one inside the speech stays. */
function balanced(text: string, start: number, end: number): boolean {
  const mark = text[end - 1] ?? "";
  const opener = { "」": "「", "』": "『", "）": "（", ")": "(" }[mark];
  if (opener === undefined) return true;
  const inside = text.slice(start, end);
  return inside.split(opener).length < inside.split(mark).length;
}
