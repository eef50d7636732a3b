import type { Book } from "../book/book.ts";
import type { Person, Sound } from "../story/story.ts";
import { chooseCaptions, pictureWorth, type Told } from "./captions.ts";
import type { Piece } from "./clauses.ts";
import { condenseTurns, dropRemarks, type Kept } from "./condense.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import { deedIn } from "./deeds.ts";
import { presentIn, spokenByPresent, surelySpoken } from "./presence.ts";
import { type Turn, turnsOf } from "./turns.ts";
import type { Narration, SceneUnits } from "./units.ts";
import type { Doers, PeopleFinder } from "./who-acts.ts";

/** What is chosen to be lettered and pictured of a scene, before it is dealt out to panels. */
export interface ScenePlan {
  turns: { turn: Turn; kept: Kept }[];
  captions: Map<Narration, Piece>;
  doers: Map<Narration, Doers>;
  /** Worth of each sentence without caption as a picture of its own. */
  pictures: Map<Narration, number>;
  sounds: Map<Narration, Sound>;
  /** How many panels the pace gives the scene. */
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
  /** People who were already in the book before this scene; grows. */
  known: Set<string>;
  cast: ReadonlyMap<string, Person>;
  weigh: Weigh;
  pace: Pace;
}

/** Shares the room that the pace gives a scene between its speeches and its narration, and chooses within it. */
export function planScene({ scene, units: all }: SceneUnits, tools: PlanTools): ScenePlan {
  const { book, pace, weigh } = tools;
  const named = doersOf(scene, all, tools);
  const present = presentIn(scene, all, named, (words) => deedIn(words, pace.rules), tools.cast, book.text);
  const units = spokenByPresent(all, present);
  const turns = turnsOf(book.text, units);
  const spoken = turns
    .flatMap(({ sentences }) => sentences.flat())
    .reduce((sum, span) => sum + sizeOf(book.text, span, pace), 0);
  const narrations = units.filter((unit) => unit.type === "narration");
  const told = narrations.filter(({ tag }) => !tag).reduce((sum, unit) => sum + sizeOf(book.text, unit, pace), 0);
  const size = units.reduce((sum, unit) => (unit.type === "skipped" ? sum : sum + sizeOf(book.text, unit, pace)), 0);
  const room = shares(size, spoken, told, pace);
  const doers = new Map([...named].map(([unit, doing]) => [unit, onlyPresent(doing, present)]));
  const captions = chooseCaptions(book.text, toldOf(narrations, named, tools), room.captions, weigh, pace);
  const beats = Math.max(1, Math.round(size * pace.beats));
  const whole = condenseTurns(book.text, turns, room.speech, weigh, pace);
  const kept = dropRemarks(book.text, turns, whole, turns.length - Math.round(beats * 1.05), pace);
  const sounds = soundsIn(
    narrations,
    tools.sounds.filter(
      (sound) => sound.start >= scene.start && sound.start < scene.end && isTold(sound, narrations, captions),
    ),
  );
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

/** Whoever is only talked about takes no part in the picture. */
function onlyPresent(doing: Doers, present: ReadonlySet<string>): Doers {
  const others = doing.others.filter((id) => present.has(id));
  if (doing.actor === null || present.has(doing.actor)) return { ...doing, others };
  return { actor: null, others, stranger: true, sure: false, deed: "" };
}

/** Speech comes first; what it does not need goes to captions, within their limits. */
function shares(all: number, spoken: number, told: number, pace: Pace): { speech: number; captions: number } {
  const total = all * pace.shown;
  const least = Math.min(told, all * pace.captionsLeast);
  const speech = Math.min(spoken, total - least);
  const most = Math.min(told * 0.75, all * pace.captionsMost);
  return { speech, captions: Math.min(Math.max(least, total - speech), most) };
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
    else if (unit.type === "speech") finder.heard(unit.quote.speaker, unit.quote.confidence >= surelySpoken);
  }
  return doers;
}

function toldOf(
  narrations: readonly Narration[],
  doers: ReadonlyMap<Narration, Doers>,
  { book, known }: PlanTools,
): Told[] {
  return narrations.map((unit, index) => {
    const people = doers.get(unit);
    const fresh = [people?.actor ?? null, ...(people?.others ?? [])].filter((id) => id !== null && !known.has(id));
    for (const id of fresh) if (id !== null) known.add(id);
    return {
      unit,
      words: book.text.slice(unit.start, unit.end),
      index,
      first: index === 0,
      last: index === narrations.length - 1,
      introduces: fresh.length > 0,
    };
  });
}

/** A sound belongs to the words that make it: only a crash is drawn where they are not lettered. */
function isTold(
  { start, end, loudness }: Sound,
  narrations: readonly Narration[],
  captions: ReadonlyMap<Narration, Piece>,
): boolean {
  const unit = narrations.find((each) => each.start <= start && each.end >= end);
  const piece = unit === undefined ? undefined : captions.get(unit);
  return piece === undefined ? loudness === 3 : start >= piece.start && end <= piece.end;
}

function soundsIn(narrations: readonly Narration[], sounds: readonly Sound[]): Map<Narration, Sound> {
  const found = new Map<Narration, Sound>();
  let next = 0;
  for (const unit of narrations) {
    while ((sounds[next]?.start ?? Infinity) < unit.start) next += 1;
    const sound = sounds[next];
    if (sound && sound.end <= unit.end) found.set(unit, sound);
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
    const worth = pictureWorth(words, doers.get(unit) ?? null, sounds.has(unit), pace);
    // A tag is told by the balloon's tail; only a strong action beside it earns a panel.
    const own = unit.tag ? worth - 1.2 : worth;
    if (own > 0.5) pictures.set(unit, own);
  }
  return pictures;
}
