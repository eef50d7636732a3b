import type { Span } from "../book/book.ts";
import type { Mood, Place, Scene, Sound, TimeOfDay, Weather } from "../story/story.ts";
import { tellsHeavens, tellsNightLight } from "../story/night-lights.ts";
import { firstTold, hourAfter, hourTold } from "../story/conditions.ts";
import { castOf } from "./actors.ts";
import { apartFromAbsent } from "./apart-from-absent.ts";
import { type CameraMemory, cameraFor } from "./camera.ts";
import { type Draft, draftSize, type Line } from "./draft.ts";
import { narrationOf } from "./place-evidence.ts";
import type { FateLedger } from "./fates.ts";
import { effectOf, importanceOf, isHook, leavesOpen } from "./importance.ts";
import { runsOf, wordsOf } from "./lettered-text.ts";
import { captionOf } from "./told-words.ts";
import type { Actor, Beat, BeatText, Dress, Effect, Emotion, Pose } from "./script.ts";
import { type PictureSound, soundOfPicture } from "./picture-sounds.ts";
import { type Framing, showsGround, showsNobody } from "./framing.ts";
import { tellsGown, tellsNightclothes, tellsStripping } from "./gathering-words.ts";
import { frameBeats, type PictureTools } from "./frame-beats.ts";
import { skyIn } from "./setting.ts";
import type { Standing } from "./sides.ts";

/** Numbers that run through the whole script. */
export interface Counters {
  beats: number;
  texts: number;
  /** Beats since the last drawn sound. */
  quiet: number;
  /** Letters of the last ones. */
  heard: string[];
}

/** What turns drafts into beats. */
export interface FinishTools extends PictureTools {
  standing: Standing;
  ledger: FateLedger;
  counters: Counters;
  /** Sounds of each draft. */
  sounds: ReadonlyMap<Draft, Sound>;
  /** Place of the scene in the book, 0–1. */
  along: number;
  /** All scenes of the book. */
  scenes: readonly Scene[];
  cameras: CameraMemory;
  skies: SkyMemory;
}

/** The weather that the words told last, and where. */
export interface SkyMemory {
  told: Weather | null;
  at: number;
}

/** The beats of a scene: framed, acted and numbered, with the fates of their text recorded. */
export function finishBeats(scene: Scene, given: readonly Draft[], told: FinishTools): Beat[] {
  const narrator = told.tellerAt(scene.start);
  const reading = { text: told.book.text, rules: told.pace.rules, cast: told.cast, narrator };
  const { drafts, sounds } = apartFromAbsent(given, told.sounds, reading);
  const tools: FinishTools = { ...told, sounds };
  const framings = frameBeats(scene, drafts, tools);
  const faces = new Map<string, Emotion>();
  const alone = new Map<string, number>();
  const worn: BeatTools["worn"] = new Map();
  const hour: BeatTools["hour"] = { told: null, at: scene.start };
  // A mood read from a whole long chapter says little about each face in it.
  const mood = scene.end - scene.start > longScene ? null : scene.mood;
  let at = scene.start;
  return framings.map(({ draft, framing }, i) => {
    const beat = finishBeat(scene, draft, framing, { ...tools, faces, alone, worn, hour, mood, turn: i, at });
    beat.opensScene = i === 0;
    beat.texts.push(...soundOf(draft, beat, tools));
    beat.hook = isHook(lastWords(beat), i === drafts.length - 1) || leavesOpen(beat);
    at = beat.end;
    return beat;
  });
}

/** UTF-16 units. */
const longScene = 5000;

interface BeatTools extends FinishTools {
  faces: Map<string, Emotion>;
  alone: Map<string, number>;
  /** Who wears what the sheet does not show, and for how many panels more it is believed. */
  worn: Map<string, { dress: Dress; left: number }>;
  /** The hour that a caption of this scene told last, and where its words end. */
  hour: { told: TimeOfDay | null; at: number };
  /** Mood that shows on faces. */
  mood: Mood | null;
  turn: number;
  at: number;
}

function finishBeat(scene: Scene, draft: Draft, framing: Framing, tools: BeatTools): Beat {
  const id = `b${++tools.counters.beats}`;
  const texts = new Map(draft.lines.map((line) => [line, textOf(line, framing, tools)]));
  record(draft, framing, id, texts, tools);
  noteDress(draft, tools.tellerAt(scene.start), tools);
  const roofed = isRoofed(scene, framing, tools);
  const figures = castOf(draft, framing, tools).map((actor) =>
    dressed(actor, roofed && !tellsHat(draft, tools), tools),
  );
  return {
    ...spanOf(draft, tools.at),
    id,
    scene: scene.id,
    kind: framing.kind,
    shot: framing.shot,
    importance:
      (showsGround(framing) || isBareSky(framing) ? unpictured : onlyListens(draft, framing) ? listening : 1) *
      importanceOf(draft, framing, draftSize(draft) / (tools.pace.rules === "ja" ? 2.2 : 1), scene.mood, tools.along),
    opensScene: false,
    hook: false,
    place: framing.place,
    time: framing.sky?.time ?? hourOf(scene, draft, tools),
    weather: weatherOf(scene, draft, framing, tools),
    mood: scene.mood,
    figures,
    prop: framing.prop,
    scenery: framing.scenery,
    camera: cameraFor(framing, figures, captionOf(draft, tools.book.text), tools.cameras),
    texts: [...texts.values()],
    effect: effectFor(draft, framing, figures, tools),
  };
}

/** Share of its importance that a panel keeps in which nobody is seen but who listens: a shut mouth carries no large picture (P1). */
const listening = 0.6;

/** The same of one that shows nothing, or a sky alone: a bare tone never gets more than a small panel. */
const unpictured = 0.4;

const isBareSky = (framing: Framing): boolean =>
  showsNobody(framing) && framing.scenery === "sky" && framing.kind !== "establish";

const onlyListens = ({ lines }: Draft, { seen }: Framing): boolean =>
  lines.some(({ kind }) => kind !== "narration") &&
  seen.length > 0 &&
  lines.every(({ speaker }) => speaker === null || !seen.includes(speaker));

/** Panels for which somebody stays in a dress that the words have told of once. */
const dressRest = 10;

/** Who tells of the own nightclothes wears them, and whom the caption names beside a dressing-gown or nightclothes; who is robbed of a kimono is left in the under-robe. */
function noteDress({ lines, people }: Draft, teller: string | null, { worn, book }: BeatTools): void {
  const told = lines
    .flatMap(({ kind, pieces }) => (kind === "narration" ? pieces : []))
    .map(({ start, end }) => book.text.slice(start, end));
  if (told.some((words) => changes.test(words))) worn.clear();
  const dress = told.some(tellsNightclothes) ? "nightclothes" : told.some(tellsGown) ? "dressing-gown" : null;
  const acting = [...people].filter(([, { acts }]) => acts).map(([id]) => id);
  const robbed = told.some(tellsStripping) ? [...people.keys()].find((id) => !acting.includes(id)) : undefined;
  if (robbed !== undefined) worn.set(robbed, { dress: "nightclothes", left: dressRest });
  if (dress === null) return;
  const first = told.some((words) => ownDress.test(words)) ? teller : (acting[0] ?? [...people.keys()][0]);
  if (first !== undefined && first !== null) worn.set(first, { dress, left: dressRest });
}

/** Words with which people dress for the day, or leave a bath. */
const changes =
  /\b(?:dressed (?:himself|herself|myself)|(?:threw|put|had) on (?:his|her|my) (?:clothes|coat|things)|tweed-suited)\b|着替|着換|洋服を着|服を着|湯を出|風呂を出|湯から(?:上が|出)/iu;

/** Words of what an I wears. */
const ownDress = /\bmy (?:night|dressing)|寝巻のまま|浴衣のなり|浴衣一枚/iu;

const isRoofed = (scene: Scene, { place }: Framing, { places }: BeatTools): boolean =>
  places.some(({ id, inside }) => id === (place ?? scene.place) && inside === true);

const tellsHat = (draft: Draft, { book }: BeatTools): boolean =>
  /\b(?:hat|cap|bonnet)s?\b|帽/iu.test(captionOf(draft, book.text));

/** What is taken off under a roof. */
const outdoorHats: ReadonlySet<string> = new Set(["hat", "top-hat", "cap", "bonnet"]);

/** Somebody as the words have dressed them a while ago; bare-headed where nobody wears a hat. */
function dressed(actor: Actor, bare: boolean, { worn, cast }: BeatTools): Actor {
  const now = worn.get(actor.person);
  if (now === undefined || now.left <= 0) {
    const hat = cast.get(actor.person)?.looks.hat?.value;
    return bare && hat !== undefined && outdoorHats.has(hat) ? { ...actor, wears: "bare-head" } : actor;
  }
  worn.set(actor.person, { ...now, left: now.left - 1 });
  return { ...actor, wears: now.dress };
}

/** What lies over the picture; no stars around a grown man, however tender. */
function effectFor(draft: Draft, framing: Framing, figures: readonly Actor[], { cast }: BeatTools): Effect | null {
  if (framing.effect !== undefined) return framing.effect;
  const effect = effectOf(
    draft,
    framing,
    figures.map(({ emotion }) => emotion),
  );
  const grown = figures.some(({ person }) => {
    const { gender = null, looks } = cast.get(person) ?? {};
    return gender !== "female" && looks?.age?.value !== "child";
  });
  return effect === "sparkle" && grown ? null : effect;
}

/** UTF-16 units from a panel to the first word of its scene's hour, from which on it is not yet that hour. */
const farOff = { en: 2400, ja: 800 } as const;

/** Words of what was before: their hour is over. */
const before =
  /\bhad (?:\p{L}+ly )?(?:been |not |never )?\p{L}+(?:ed|en|ne|t)\b[^.;]*\b(?:that|the|one|in) (?:\p{L}+ )?(?:morning|afternoon|evening|night)\b/iu;

/** The hour of a panel: the scene's, until the narration within it tells of another; that one then holds. */
function hourOf(scene: Scene, draft: Draft, tools: BeatTools): TimeOfDay | null {
  const { book, at, pace, hour } = tools;
  const { end } = spanOf(draft, at);
  const caption = captionOf(draft, book.text);
  const past = before.test(caption);
  const lit = !past && tellsNightLight(caption, pace.rules);
  const told = past ? null : hourTold(caption);
  // A candle in a scene that is told to be by day burns in a dark corner of it, and no longer.
  if (lit && told === null && scene.time === "day" && !tellsHeavens(caption, pace.rules)) return "night";
  const since = { start: hour.at, end: Math.max(hour.at, end) };
  const next = told ?? (lit ? "night" : null) ?? (hour.told === null ? null : hourAfter(narrationOf(book.text, since)));
  if (next !== null) {
    hour.told = next;
    hour.at = since.end;
  }
  if (hour.told !== null) return hour.told;
  const sofar = { start: scene.start, end: Math.max(scene.start, end) };
  const turned = hourAfter(narrationOf(book.text, sofar));
  if (turned !== null || scene.time === null || scene.time === "day") return turned ?? scene.time;
  // A scene that ends by night need not have begun in it, unless the one before it in its chapter did.
  const last = tools.scenes.findLast((one) => one.chapter === scene.chapter && one.end <= scene.start);
  if (last?.time === scene.time) return scene.time;
  const first = firstTold(scene.time, narrationOf(book.text, scene), pace.rules);
  return first !== null && first - (sofar.end - scene.start) > farOff[pace.rules] ? null : scene.time;
}

const wet: ReadonlySet<Weather | null> = new Set<Weather | null>(["rain", "storm", "snow"]);
/** Words with which rain or snow begins to fall, or falls. */
const falling =
  /\b(?:it (?:was |had begun |began )?(?:rain|snow)|(?:rain|snow|storm) (?:fell|began|beat|was|came|poured|burst)|in the (?:rain|snow)|raining|snowing)|(?:雨|雪|あめ)(?:が|は|に|も)?[^、。]{0,6}(?:降り(?!つづいた|やん)|降っ|ふっ|ふり(?!つづいた|やん)|打た|ぬれ|濡れ)|(?:雨|雪)の中|嵐に/iu;

/** Lights in which no rain falls, whatever the weather of the scene. */
const fairLight =
  /昼間|日中|夕焼|夕日|日の光|日向|月光|月の光|\b(?:by day|in the daytime|daylight|sunset|sunshine|sunlight|sunny|moonlight|(?:sky|night|air) (?:was |had been |all )?clear|clear (?:sky|night)|(?:falling|shooting) stars?|storm had (?:passed|gone|left|blown over|spent))\b/iu;

/** The weather that the words tell; else the scene's, but never rain out of a sky that was clear a moment ago. */
function weatherOf(scene: Scene, draft: Draft, { sky }: Framing, { skies, book, at, pace }: BeatTools): Weather | null {
  const caption = captionOf(draft, book.text);
  const weather = skyIn(caption, pace.rules)?.weather ?? null;
  // What is told of another time has a sky of its own, and changes nothing.
  if (wet.has(sky?.weather ?? scene.weather) && fairLight.test(caption) && !falling.test(caption)) return "clear";
  if (weather === null && tellsHeavens(caption, pace.rules)) return "clear";
  // Rain that is said not to fall is a clear sky.
  const told = sky?.weather ?? (weather === "clear" ? "clear" : null);
  const start = Math.max(at, draft.claims[0]?.start ?? at);
  if (told === "cloudy" && wet.has(scene.weather)) return scene.weather;
  if (told !== null) {
    skies.told = told;
    skies.at = start;
    return told;
  }
  if (skies.told === null || wet.has(skies.told) || !wet.has(scene.weather)) return scene.weather;
  const since = book.text.slice(skies.at, start + 200);
  return since.length > longScene || falling.test(since) ? scene.weather : skies.told;
}

function textOf(line: Line, framing: Framing, { book, pace, counters }: BeatTools): BeatText {
  const [first] = line.pieces;
  const last = line.pieces.at(-1);
  // What is shouted or whispered out of sight keeps the shape of its voice.
  const voice = line.kind === "speech" || line.kind === "thought";
  const unseen = voice && (line.speaker === null || !framing.seen.includes(line.speaker));
  return {
    id: `t${++counters.texts}`,
    kind: unseen ? "off-panel" : line.kind,
    speaker: line.speaker,
    ...(line.speaker === null && line.maybe !== undefined && { maybe: [...line.maybe] }),
    runs: runsOf(book, line.pieces, pace.rules === "ja"),
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

function record(
  draft: Draft,
  framing: Framing,
  beat: string,
  texts: ReadonlyMap<Line, BeatText>,
  { ledger, things, book }: BeatTools,
): void {
  // A bare ground draws nothing at all, and a panel that shows a thing no more of what people did beside it than the sentences about the thing.
  const drawn = ({ start, end }: Span) =>
    (framing.prop === null && !showsGround(framing)) ||
    framing.prop === "letter" ||
    things.ranked(book.text.slice(start, end)).some(({ prop }) => prop === framing.prop);
  for (const claim of draft.claims) {
    if (claim.fate === "condensed") ledger.condensed(claim, beat, wordsOf(texts.get(claim.as)?.runs ?? []));
    else if (claim.fate === "shown") ledger.shown(claim, beat);
    else if (drawn(claim)) ledger.drawn(claim, beat);
    else ledger.leftOut(claim, "pace");
  }
}

function spanOf(draft: Draft, at: number): Span {
  if (draft.claims.length === 0) return { start: at, end: at };
  return {
    start: Math.min(...draft.claims.map(({ start }) => start)),
    end: Math.max(...draft.claims.map(({ end }) => end)),
  };
}

/** At most one drawn sound a beat: told by its words, else made by what the picture shows. */
function soundOf(draft: Draft, beat: Beat, { sounds, counters, places, pace, book }: FinishTools): BeatText[] {
  counters.quiet += 1;
  const told = sounds.get(draft);
  const place = places.find(({ id }) => id === beat.place) ?? null;
  if (noiseless.test(captionOf(draft, book.text))) return [];
  const fits =
    told !== undefined &&
    isFelt(told, beat.figures) &&
    hasCause(told, draft, beat) &&
    mayBeHeard(told, draft, beat, place, book.text);
  const sound = fits ? told : soundOfPicture(beat, place, pace.rules);
  if (sound === null || !isDue(sound, counters) || (draft.lines.length > 2 && sound.loudness < 3)) return [];
  counters.quiet = 0;
  counters.heard = [...counters.heard.slice(1 - soundRest), sound.text];
  return [
    {
      id: `t${++counters.texts}`,
      kind: "sound",
      speaker: null,
      runs: [{ text: sound.text, ruby: null, emphasis: false }],
      start: fits ? told.start : beat.start,
      end: fits ? told.end : beat.end,
      loudness: sound.loudness,
    },
  ];
}

/** Words of what makes no sound. */
const noiseless =
  /\b(?:noiseless(?:ly)?|soundless(?:ly)?|without a sound|in (?:dead |utter |perfect )?silence)\b|音もな|音を立てず|そうっと/iu;

/** Sounds before the same letters are drawn again. */
const soundRest = 7;

/** Few of the quiet sounds, and none again at once. */
function isDue({ text, loudness }: PictureSound | Sound, { quiet, heard }: Counters): boolean {
  return quiet >= 4 - loudness && (loudness === 3 || !heard.includes(text));
}

/** Faces that go with what a body makes. */
const felt: Readonly<Record<NonNullable<Sound["feeling"]>, ReadonlySet<Emotion> | null>> = {
  mirth: new Set<Emotion>(["happy", "laughing", "smug", "tender"]),
  grief: new Set<Emotion>(["sad", "crying", "ashamed", "tired"]),
  fright: new Set<Emotion>(["afraid", "shocked", "surprised"]),
  anger: new Set<Emotion>(["angry", "furious"]),
  quiet: null,
};

/** Letters of a body or an oar in water. */
const ofWater = /SPLASH|SPLISH|バシャ|ザブ|ドボ|ボチャ|ジャブ|チャプ/u;
const waters: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>(["sea", "shore", "boat", "ship", "harbour", "river"]);

/** Letters of hooves and wheels, and places where none go. */
const ofRoads = /CLOP|RATTLE|パカ/u;
const unroaded: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>([
  "graveyard",
  "garden",
  "church",
  "room",
  "bedroom",
  "kitchen",
  "library",
]);

/** Whether the cause of a sound may be in the picture or near it: no water splashes beside people of whom no word tells of water. */
function mayBeHeard({ text }: Sound, draft: Draft, beat: Beat, place: Place | null, words: string): boolean {
  if (ofRoads.test(text) && place !== null && unroaded.has(place.kind)) return false;
  if (!ofWater.test(text) || beat.prop !== null || beat.effect === "water") return true;
  if (place !== null && waters.has(place.kind) && (beat.shot === "wide" || beat.shot === "full")) return true;
  return /\b(?:water|splash\p{L}*|sea|waves|river|stream|brook|pond|lake|pool|moat|(?:the|a) well|bath|tub|basin|oars?|swam|swim\p{L}*|div(?:ed|ing)|overboard|wash\p{L}*)\b|水|海|川|河|池|湖|湯|井戸|櫂|泳|波/iu.test(
    captionOf(draft, words),
  );
}

/** Whether the words or the picture say what makes a sound: beside people who do nothing that sounds it would have no cause. */
function hasCause({ start, end, feeling, loudness, text }: Sound, { lines }: Draft, { figures, shot }: Beat): boolean {
  if (figures.length === 0 || (feeling !== undefined && feeling !== "quiet")) return true;
  // A crash is heard through any wall; a mouth, a hand or a storm must be seen.
  if (loudness === 3 && !ofBeasts.test(text) && !ofHands.test(text)) return true;
  const doing = shot !== "close" && shot !== "medium" && figures.some(({ pose }) => loudPoses.has(pose));
  if (doing && feeling === undefined) return true;
  const lettered = lines.some(({ pieces }) => pieces.some((piece) => piece.start <= start && piece.end >= end));
  // Nobody yawns or sighs with a face at rest.
  if (feeling === "quiet" && figures.every(({ emotion }) => atRest.has(emotion))) return false;
  // Hands that hang down clap nothing.
  return lettered && (shot === "close" || doing || !ofHands.test(text));
}

const ofBeasts = /ROAR|RUMBLE|HOWL|A{3,}|E{3,}K|ゴロ|ガオ|キャ|ギャ|ワー/u;
/** Letters of what hands do in sight. */
const ofHands = /^(?:CLAP|SNAP|SLAP|WHACK|BAM)|パチパチ|バシッ/u;

const atRest: ReadonlySet<Emotion> = new Set<Emotion>(["neutral", "calm", "thinking", "determined"]);

/** Bodies at something that sounds. */
const loudPoses: ReadonlySet<Pose> = new Set<Pose>([
  "run",
  "fall",
  "felled",
  "fight",
  "seize",
  "push",
  "strike",
  "kick",
  "throw",
  "leap",
  "climb",
  "shoot",
  "ride",
  "row",
  "swim",
  "dig",
  "haul",
  "knock",
]);

function isFelt({ feeling }: Sound, figures: readonly Actor[]): boolean {
  if (feeling === undefined) return true;
  const faces = felt[feeling];
  return figures.some(({ emotion, turned }) => turned !== "away" && (faces === null || faces.has(emotion)));
}

function lastWords(beat: Beat): string {
  const last = beat.texts.findLast(({ kind }) => kind !== "sound");
  return last ? wordsOf(last.runs) : "";
}
