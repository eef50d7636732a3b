import type { Book, Span } from "../book/book.ts";
import { castList } from "./cast-list.ts";
import { goesOn, laterTime, lightOf, moodOf, openingHour, timeOf, weatherOf, wordsThatTell } from "./conditions.ts";
import { movedScenes } from "./moved-scenes.ts";
import { leftPlaces } from "./left-places.ts";
import { movesIn } from "./moves.ts";
import { type NamedPlaces, namedPlaces } from "./named-places.ts";
import { narrationOf } from "./narrated.ts";
import type { Passage } from "./passages.ts";
import { openingPlace, settlePlaces } from "./places.ts";
import { quotedMask, type Reading } from "./reading.ts";
import { sceneSpans, type SceneSpan } from "./scenes.ts";
import { soundsIn } from "./sounds.ts";
import type { Place, Quote, Scene, Story, TimeOfDay, Weather } from "./story.ts";
import type { Decided } from "./turns.ts";
import { addresseeOf, confidenceOf, ruleName } from "./verdicts.ts";
import { japaneseWorldOf, worldOf } from "./world.ts";

const noNames: NamedPlaces = new Map();

interface Told {
  book: Book;
  passages: readonly Passage[];
  language: "en" | "ja";
  reading: Reading;
}

/** Puts what was read into the form of a Story: ids by rank, scenes with place, hour and people, quotes with evidence. */
export function tellStory(told: Told): Story {
  const { book, passages, language, reading } = told;
  const { decided } = reading;
  const quoted = quotedMask(book.text.length, reading.quotes);
  const spoken = speakersByQuote(reading, decided);
  const named = language === "ja" ? noNames : namedPlaces(book.text);
  const narrate = (span: Span) => narrationOf(book.text, span, quoted);
  const openingOf = (span: Span) => openingPlace(narrate(span), named, language);
  const moves = movesIn({
    text: book.text,
    passages,
    mentions: reading.mentions,
    quoted,
    teller: reading.members.some(({ narrator }) => narrator),
    named,
    language,
  });
  const moved = movedScenes(
    sceneSpans(book.text, book.chapters, passages, language),
    moves,
    passages,
    openingOf,
    language,
  );
  const spans = language === "ja" ? moved : leftPlaces(moved, passages, narrate, openingOf);
  const { cast, idOf, present } = castList({
    text: book.text,
    passages,
    language,
    reading,
    quoted,
    // A mere guess puts nobody into a scene.
    speakers: spoken.map(({ speaker, turn }) => ((decided[turn]?.chance ?? 0) < 0.5 ? null : speaker)),
    scenes: spans,
  });
  const narrations = spans.map((span) => narrate(bodyOf(span, passages)));
  const world = language === "ja" ? japaneseWorldOf(book.text) : worldOf(book.text);
  const tellers = (reading.tellings ?? []).flatMap(({ start, end, member }) => {
    const person = idOf[member] ?? null;
    return person === null ? [] : [{ start, end, person }];
  });
  const { places, ofScene } = settlePlaces(narrations, spans, named, language);
  return {
    version: 1,
    source: { title: book.title, language: book.language, characters: book.text.length },
    chapters: book.chapters
      .filter(({ matter }) => matter === "body")
      .map(({ id, title, start, end }) => ({ id, title, start, end })),
    scenes: scenesOf({ text: book.text, spans, narrations, places: ofScene, present, language }).map((scene) => ({
      ...scene,
      evidence: evidenceOf(scene, places, book.text, quoted, language),
    })),
    cast,
    places,
    quotes: quotesOf(told, spoken, idOf),
    sounds: soundsIn(book.text, passages, quoted, language),
    ...(tellers.length > 0 && { tellers }),
    ...(world !== null && { world }),
  };
}

/** The scene without the heading before it: a title is no narration. */
function bodyOf(span: SceneSpan, passages: readonly Passage[]): Span {
  return { start: Math.min(span.end, Math.max(span.start, passages[span.from]?.start ?? span.start)), end: span.end };
}

interface Spoken {
  speaker: number | null;
  turn: number;
}

function speakersByQuote(reading: Reading, decided: readonly Decided[]): Spoken[] {
  const spoken: Spoken[] = reading.quotes.map(() => ({ speaker: null, turn: -1 }));
  for (const [turn, { quotes }] of reading.turns.entries())
    for (const i of quotes) spoken[i] = { speaker: decided[turn]?.speaker ?? null, turn };
  for (const [i, speaker] of reading.signers) spoken[i] = { speaker, turn: -1 };
  return spoken;
}

interface Settings {
  text: string;
  spans: readonly SceneSpan[];
  narrations: readonly string[];
  places: readonly (string | null)[];
  present: readonly string[][];
  language: "en" | "ja";
}

function scenesOf({ text, spans, narrations, places, present, language }: Settings): Scene[] {
  let time: TimeOfDay | null = null;
  let weather: Weather | null = null;
  return spans.map((span, i) => {
    const narration = narrations[i] ?? "";
    const fresh = span.why === "chapter" && !goesOn(narrations[i - 1] ?? "", narration, language);
    const ownTime = (span.why === "move" ? null : openingHour(narration, language)) ?? timeOf(narration, language);
    const ownWeather = weatherOf(narration, language);
    // The hour holds inside a chapter until the text changes it (D4); so does the weather, over moves and while the hour lasts.
    const another = ownTime !== null && span.why !== "move" && (span.why === "break" || ownTime !== time);
    const anew = fresh || span.why === "day";
    const jumps = anew || span.why === "break";
    weather = ownWeather ?? (jumps || another ? null : weather);
    time = ownTime ?? (anew || time === null ? null : laterTime(time, narrations[i - 1] ?? ""));
    const { chapter, start, end } = span;
    return {
      id: `s${i + 1}`,
      chapter,
      start,
      end,
      place: places[i] ?? null,
      time,
      weather,
      light: lightOf(narration, language),
      mood: moodOf(text.slice(start, end), language),
      present: present[i] ?? [],
    };
  });
}

/** Where a scene's text first tells what is said of the scene. */
function evidenceOf(
  scene: Scene,
  places: readonly Place[],
  text: string,
  quoted: Uint8Array,
  language: "en" | "ja",
): NonNullable<Scene["evidence"]> {
  const words = (value: TimeOfDay | Weather | null) =>
    value === null ? null : wordsThatTell(value, text, scene, quoted, language);
  return {
    place: placeWordsIn(places.find(({ id }) => id === scene.place)?.name ?? null, text, scene),
    time: words(scene.time),
    weather: words(scene.weather),
  };
}

/** The place's name in the scene, or the noun at the end of it. */
function placeWordsIn(name: string | null, text: string, { start, end }: Span): Span | null {
  if (name === null) return null;
  const part = text.slice(start, end).toLowerCase();
  const whole = name.toLowerCase();
  for (const words of [whole, whole.split(" ").at(-1) ?? whole]) {
    const at = wordAt(part, words);
    if (at >= 0) return { start: start + at, end: start + at + words.length };
  }
  return null;
}

/** Where words stand that are no part of a longer one: the room is in no groom. */
function wordAt(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[a-z]/.test(text[at - 1] ?? "") && !/[a-rt-z]/.test(text[at + words.length] ?? "")) return at;
  return -1;
}

/** From here on a speaker is as good as told by the book. */
const told = 0.85;

function quotesOf({ book, reading }: Told, spoken: readonly Spoken[], idOf: readonly (string | null)[]): Quote[] {
  const id = (member: number | null) => (member === null ? null : (idOf[member] ?? null));
  return reading.quotes.map((quote, i) => {
    const { speaker, turn } = spoken[i] ?? { speaker: null, turn: -1 };
    const verdict = reading.decided[turn];
    const words = reading.evidence[i] ?? null;
    const signed = reading.signers.has(i);
    const rule = signed ? "signature" : verdict === undefined ? null : ruleName(verdict);
    const known = id(speaker);
    const maybe = (verdict?.maybe ?? []).map(id).filter((one) => one !== null);
    const confidence = known === null ? 0 : signed ? 1 : verdict === undefined ? 0 : confidenceOf(verdict);
    return {
      id: `q${i + 1}`,
      start: quote.start,
      end: quote.end,
      text: book.text.slice(quote.inner.start, quote.inner.end),
      kind: reading.kinds[i] ?? "speech",
      speaker: known,
      ...(confidence < told && maybe.length > 0 ? { maybe } : {}),
      addressee: id(addresseeOf(reading, i, turn)),
      confidence,
      evidence:
        rule === null || (known === null && rule !== "cue" && !signed)
          ? null
          : { ...(words ?? neighbour(reading, turn) ?? { start: quote.start, end: quote.end }), rule },
    };
  });
}

/** Where no tag stands beside the quote, the turn before it is what the decision goes by. */
function neighbour(reading: Reading, turn: number): { start: number; end: number } | null {
  const before = reading.turns[turn - 1]?.quotes.at(-1);
  const quote = before === undefined ? undefined : reading.quotes[before];
  return quote === undefined ? null : { start: quote.start, end: quote.end };
}
