import type { Book } from "../book/book.ts";
import type { Person, Sound } from "../story/story.ts";
import { chooseCaptions, pictureWorth, tellsLooking, tellsPeril, type Told } from "./captions.ts";
import type { Piece } from "./clauses.ts";
import { condenseTurns, type Kept } from "./exchanges.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import { turnOfPlot } from "./plot-words.ts";
import { deedIn } from "./deeds.ts";
import { presentIn, spokenByPresent } from "./presence.ts";
import { type Turn, turnsOf } from "./turns.ts";
import type { Narration, SceneUnits, Unit } from "./units.ts";
import type { Doers, PeopleFinder } from "./who-acts.ts";

/** What is chosen to be lettered and pictured of a scene, before it is dealt out to panels. */
export interface ScenePlan {
  turns: { turn: Turn; kept: Kept }[];
  captions: Map<Narration, Piece>;
  doers: Map<Narration, Doers>;
  /** Worth of each sentence without caption as a picture of its own. */
  pictures: Map<Narration, number>;
  sounds: Map<Narration, Sound>;
  /** How many panels the pace gives the scene; 0 where it is too short to be told. */
  beats: number;
  /** Who may be drawn in it. */
  present: ReadonlySet<string>;
}

/** What a scene is planned with. */
export interface PlanTools {
  book: Book;
  finder: PeopleFinder;
  /** All sound words of the book, in order. */
  sounds: readonly Sound[];
  /** Ids of people who were in the book before this scene, and marks of those who were named; grows. */
  known: Set<string>;
  cast: ReadonlyMap<string, Person>;
  /** Who is the I at an offset of the book. */
  tellerAt: (at: number) => string | null;
  weigh: Weigh;
  pace: Pace;
  /** Set for the last scenes of the book. */
  closes: boolean;
  /** Set for a short tale, which says each thing once: what its captions leave of their room goes to what is said. */
  short: boolean;
}

/** Shares the room that the pace gives a scene between its speeches and its narration, and chooses within it. */
export function planScene({ scene, units: all, opens }: SceneUnits, tools: PlanTools): ScenePlan {
  const { book, pace, weigh } = tools;
  const named = doersOf(scene, all, tools);
  const present = presentIn(
    scene,
    all,
    named,
    (words) => deedIn(words, pace.rules),
    tools.tellerAt(scene.start),
    book.text,
  );
  const units = spokenByPresent(all, present);
  const turns = turnsOf(book.text, units);
  const spoken = turns
    .flatMap(({ sentences }) => sentences.flat())
    .reduce((sum, span) => sum + sizeOf(book.text, span, pace), 0);
  const narrations = units.filter((unit) => unit.type === "narration");
  const narrated = narrations.filter(({ tag }) => !tag).reduce((sum, unit) => sum + sizeOf(book.text, unit, pace), 0);
  const size = units.reduce((sum, unit) => (unit.type === "skipped" ? sum : sum + sizeOf(book.text, unit, pace)), 0);
  const room = shares(size, spoken, narrated, pace);
  const doers = new Map([...named].map(([unit, doing]) => [unit, onlyPresent(doing, present)]));
  const sentences = toldOf(narrations, units, named, tools);
  const ending = tools.closes ? Math.min(0.6 * room.captions, mostForEnding * pace.caption) : 0;
  const rescue = sentences.some(({ outcome }) => outcome) ? mostForOutcome * pace.caption : 0;
  const space = Math.min(narrated, room.captions * eventfulness(sentences, pace) + Math.max(ending, rescue));
  const captions = chooseCaptions(
    book.text,
    sentences,
    space,
    spoken > talkative * size ? leastInTalk : 0,
    weigh,
    pace,
  );
  const beats = Math.max(opens === null && pace.beats < leastDense ? 0 : 1, Math.round(size * pace.beats));
  const captioned = [...captions.values()].reduce((sum, piece) => sum + sizeOf(book.text, piece, pace), 0);
  const spare = tools.short ? Math.max(0, room.captions - captioned) : 0;
  const kept = condenseTurns(book.text, turns, room.speech + spare, weigh, pace);
  const within = tools.sounds.filter(({ start }) => start >= scene.start && start < scene.end);
  const sounds = soundsIn(narrations, within, captions);
  return {
    turns: turns.map((turn, i) => ({ turn, kept: kept[i] ?? { sentences: [], size: 0 } })),
    captions,
    doers,
    pictures: picturesOf(narrations, captions, doers, sounds, tools),
    sounds,
    beats,
    present,
  };
}

/** Panels per size below which a pace leaves out short scenes that do not open a chapter. */
const leastDense = 0.004;

/** Share of speech from which a scene is a talk, and the worth below which a caption does not break it off. */
const talkative = 0.3;
const leastInTalk = 0.75;

/** Captions that a last scene of a book may have beyond its share: without its end a story is not told. */
const mostForEnding = 3;

/** Captions that a scene of danger may have beyond its share: who was in it and how it ended is told. */
const mostForOutcome = 1;

/** How many sentences after a danger tell how it ended, and after a look what was seen. */
const answeredWithin = { peril: 5, looking: 2 } as const;

/** The sentences that follow one that raises a question, before anybody speaks. */
function following(units: readonly Unit[], within: number, raises: (unit: Narration) => boolean): Set<Unit> {
  const found = new Set<Unit>();
  let left = 0;
  for (const unit of units) {
    if (unit.type !== "narration") left = 0;
    else {
      if (left > 0) found.add(unit);
      left = raises(unit) ? within : left - 1;
    }
  }
  return found;
}

/** How much more or less than its share a scene may tell: more where much happens. */
function eventfulness(sentences: readonly Told[], { rules }: Pace): number {
  const turns = sentences.reduce((sum, { words }) => sum + Math.min(1, turnOfPlot(words, rules)), 0);
  const happens = turns / Math.max(1, sentences.length);
  return Math.min(1.3, Math.max(0.9, 0.7 + happens));
}

/** Whoever is only talked about takes no part in the picture. */
function onlyPresent(doing: Doers, present: ReadonlySet<string>): Doers {
  const others = doing.others.filter((id) => present.has(id));
  if (doing.actor === null || present.has(doing.actor)) return { ...doing, others };
  return { actor: null, others, stranger: true, sure: false, deed: "" };
}

/** Speech comes first; what it does not need goes to captions, within their limits. Where all is shown, speech has no limit. */
function shares(all: number, spoken: number, told: number, pace: Pace): { speech: number; captions: number } {
  const total = all * pace.shown;
  const least = Math.min(told, all * pace.captionsLeast);
  const speech = Math.min(spoken, total - least);
  const most = Math.min(told * Math.max(0.75, pace.captionsMost), all * pace.captionsMost);
  return { speech: pace.shown >= 1 ? Infinity : speech, captions: Math.min(Math.max(least, total - speech), most) };
}

function doersOf(
  scene: SceneUnits["scene"],
  units: SceneUnits["units"],
  { book, finder }: PlanTools,
): Map<Narration, Doers> {
  finder.enter(scene);
  const doers = new Map<Narration, Doers>();
  for (const unit of units) {
    if (unit.type === "narration") doers.set(unit, finder.doers(book.text, unit));
    else if (unit.type === "speech") finder.heard(unit.quote.speaker);
  }
  return doers;
}

function toldOf(
  narrations: readonly Narration[],
  units: readonly Unit[],
  doers: ReadonlyMap<Narration, Doers>,
  { book, cast, known, closes, pace }: PlanTools,
): Told[] {
  const wordsOf = ({ start, end }: Narration) => book.text.slice(start, end);
  const outcomes = following(units, answeredWithin.peril, (unit) => tellsPeril(wordsOf(unit), pace.rules));
  const sights = following(units, answeredWithin.looking, (unit) => tellsLooking(wordsOf(unit), pace.rules));
  const pointed = new Set(
    units.filter((_, i) => {
      const next = units[i + 1];
      return next?.type === "speech" && pointing.test(book.text.slice(next.start, next.end));
    }),
  );
  const own = narrations.filter(({ tag }) => !tag);
  return narrations.map((unit, index) => {
    const people = doers.get(unit);
    const words = wordsOf(unit);
    // Somebody is new when first seen, and again when first named.
    const marks = [people?.actor ?? null, ...(people?.others ?? [])].flatMap((id) => {
      const name = id === null ? undefined : cast.get(id)?.name;
      return id === null ? [] : name !== undefined && words.includes(name) ? [id, `${id} named`] : [id];
    });
    const fresh = marks.filter((mark) => !known.has(mark));
    for (const mark of fresh) known.add(mark);
    return {
      unit,
      words,
      index,
      first: unit === own[0],
      last: unit === own.at(-1),
      introduces: fresh.length > 0,
      pointedAt: pointed.has(unit),
      closes,
      outcome: outcomes.has(unit),
      sight: sights.has(unit),
    };
  });
}

/** A line that points at what was told before it. */
const pointing = /^\P{L}*(?:\p{L}+[ ,]+){0,3}(?:that|this|those|these|it)\b|^\P{L}*[それこあ](?:れ|の|んな)/iu;

/** Whether the panel of a sentence can carry its sound: the words that make it are all that a caption letters, or none. */
function isTold({ start, end }: Sound, unit: Narration, captions: ReadonlyMap<Narration, Piece>): boolean {
  const piece = captions.get(unit);
  return piece === undefined || (start >= piece.start && end <= piece.end);
}

/** The loudest sound of each sentence. */
function soundsIn(
  narrations: readonly Narration[],
  sounds: readonly Sound[],
  captions: ReadonlyMap<Narration, Piece>,
): Map<Narration, Sound> {
  const found = new Map<Narration, Sound>();
  for (const unit of narrations) {
    const own = sounds.filter(
      (sound) => sound.start >= unit.start && sound.end <= unit.end && isTold(sound, unit, captions),
    );
    const [loudest] = own.toSorted((one, other) => other.loudness - one.loudness);
    if (loudest) found.set(unit, loudest);
  }
  return found;
}

function picturesOf(
  narrations: readonly Narration[],
  captions: ReadonlyMap<Narration, Piece>,
  doers: ReadonlyMap<Narration, Doers>,
  sounds: ReadonlyMap<Narration, Sound>,
  { book, pace }: PlanTools,
): Map<Narration, number> {
  const pictures = new Map<Narration, number>();
  for (const unit of narrations) {
    if (captions.has(unit)) continue;
    const words = book.text.slice(unit.start, unit.end);
    const worth = pictureWorth(words, doers.get(unit) ?? null, (sounds.get(unit)?.loudness ?? 0) > 1, pace);
    // A tag is told by the balloon's tail; only a strong action beside it earns a panel.
    const own = unit.tag ? worth - 1.2 : worth;
    if (own > 0.5) pictures.set(unit, own);
  }
  return pictures;
}
