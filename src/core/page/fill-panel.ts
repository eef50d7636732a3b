import type { Point, Rect } from "../geometry/geometry.ts";
import { hashText, randomFrom } from "../geometry/random.ts";
import type { Beat, BeatText, Pose, Shot } from "../script/script.ts";
import { type BalloonRoom, boxAround, coveredShare, facesWithin, roomOf } from "./balloon-room.ts";
import { facesApart } from "./check-page.ts";
import { compositionCost, hiddenShare, mostHidden } from "./composition-cost.ts";
import { type Letterer, wordsOf } from "./letterer.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import type { Balloon, Panel, SoundLetters, StagedFigure } from "./page.ts";
import { mostCovered } from "./panel-needs.ts";
import type { Slot } from "./panel-shapes.ts";
import { stageOf, visibleBox } from "./panel-stage.ts";
import { placeBalloons, type PlacedText, type Placement } from "./place-balloons.ts";
import { spotForSound } from "./place-sounds.ts";
import { stageFigures } from "./staging.ts";
import type { Stature } from "./stature.ts";

export interface Filling {
  letterer: Letterer;
  direction: Direction;
  seed: string;
  statures: Readonly<Record<string, Stature>>;
  /** How often whoever is alone in a beat was so before, by the beat's id. */
  turns: Readonly<Record<string, number>>;
  /** Ids of the beats that may show a back. */
  backs: ReadonlySet<string>;
}

/** A panel with people and words placed, not yet drawn. */
export interface Composition {
  slot: Slot;
  measured: MeasuredBeat;
  figures: StagedFigure[];
  placed: PlacedText[];
  sounds: SoundLetters[];
  room: BalloonRoom;
  penalty: number;
  /** What of the penalty is about how the people stand. */
  people: number;
  /** Rules that this panel breaks. */
  faults: string[];
}

interface Attempt {
  /** Share of the height that the texts need which is kept free above the heads. */
  reserve: number;
  tight: number;
  shift: -1 | 0 | 1;
  /** How many shapes of each text may be tried. */
  shapes: number;
  /** The camera steps back from a close face, or near to those who speak. */
  step: "back" | "near" | null;
  /** What is against it from the start: the shot of the script comes first. */
  cost: number;
}

/** Ways to stage a panel, from roomy to crowded. */
const attempts: readonly Attempt[] = [
  { reserve: 1, tight: 0, shift: 0, shapes: 1, step: null, cost: 0 },
  { reserve: 0.55, tight: 0.2, shift: 1, shapes: 1, step: null, cost: 0.12 },
  { reserve: 0.55, tight: 0.2, shift: -1, shapes: 1, step: null, cost: 0.12 },
  { reserve: 0.2, tight: 0, shift: 1, shapes: 2, step: null, cost: 0.2 },
  { reserve: 0.2, tight: 0, shift: -1, shapes: 2, step: null, cost: 0.2 },
  { reserve: 1, tight: 0.6, shift: 0, shapes: 2, step: null, cost: 0.36 },
  { reserve: 0.2, tight: 0.5, shift: 1, shapes: 2, step: null, cost: 0.5 },
  { reserve: 0.2, tight: 0.5, shift: -1, shapes: 2, step: null, cost: 0.5 },
  { reserve: 1, tight: 0.2, shift: 0, shapes: 2, step: "near", cost: 0.3 },
  { reserve: 0.3, tight: 0.2, shift: 1, shapes: 2, step: "near", cost: 0.35 },
  { reserve: 0.3, tight: 0.2, shift: -1, shapes: 2, step: "near", cost: 0.35 },
  { reserve: 1.2, tight: 1, shift: 0, shapes: 3, step: null, cost: 0.7 },
  { reserve: 0.6, tight: 0.5, shift: 0, shapes: 2, step: "back", cost: 0.8 },
  { reserve: 1.3, tight: 1, shift: 1, shapes: 3, step: "back", cost: 0.9 },
  { reserve: 1.3, tight: 1, shift: -1, shapes: 3, step: "back", cost: 1 },
];

const stepBack: Readonly<Partial<Record<Shot, Shot>>> = { close: "medium" };
const stepNear: Readonly<Partial<Record<Shot, Shot>>> = { wide: "medium", full: "medium" };

/** The beat with the shot of an attempt; null where the camera cannot step so, or has no reason to. */
function seenFrom(beat: Beat, { step }: Attempt): Beat | null {
  if (step === null) return beat;
  const shot = (step === "back" ? stepBack : stepNear)[beat.shot];
  if (step === "near" && (!shot || !beat.figures.some(({ speaks }) => speaks))) return null;
  return { ...beat, shot: shot ?? beat.shot };
}

/** Width of a panel in heights from which whole figures would be as high as a thumb. */
const flatFrom = 2.2;

/** Height in page units from which a strip still holds whole figures. */
const wholeFrom = 310;

/** In a flat strip people are whole figures as high as it, or seen to the hip: small ones under the sky would be thumbs. Beasts are long and low. */
function nearInStrip(beat: Beat, { width, height }: Rect, statures: Filling["statures"]): Beat {
  const whole = beat.shot === "wide" || beat.shot === "full";
  const low = beat.figures.some(({ person, pose }) => lowPoses.has(pose) || statures[person]?.beast !== undefined);
  if (!whole || low || beat.figures.length === 0 || width < flatFrom * height) return beat;
  return { ...beat, shot: height < wholeFrom ? "medium" : "full" };
}

/** Bodies that are not high: whole, they are large enough in a strip, and a bust would show nothing of them. */
const lowPoses: ReadonlySet<Pose> = new Set<Pose>(["lie", "crouch", "kneel", "cower", "crawl", "fall"]);

/** Penalties that are good enough to stop looking for better: of the whole, for each text and the more the longer the search, and of how the people stand. */
const contented = { whole: 0.65, more: 0.13, people: 0.5 } as const;

/** An attempt that costs more than this share of what was found already hardly ever makes up for it. */
const worthTrying = 0.3;

/** Whether the search may stop after this many attempts. */
function isGood({ faults, penalty, people, placed }: Composition, tried: number): boolean {
  const whole = contented.whole + contented.more * tried;
  return faults.length === 0 && penalty < whole * Math.max(1, placed.length) && people < contented.people;
}

/** Stages a beat in its slot and places its texts; tries several stagings and keeps the best (L7). `exits`: where voices leave the panels before it. */
export function composePanel(
  measured: MeasuredBeat,
  slot: Slot,
  filling: Filling,
  exits: readonly Point[],
): Composition {
  const { direction, seed, statures, turns, backs } = filling;
  const box = visibleBox(slot);
  const stage = stageOf(slot);
  const reserve = reserveFor(measured, stage);
  const { texts } = measured;
  let best: Composition | null = null;
  for (const [i, attempt] of attempts.entries()) {
    if (best && isGood(best, i)) break;
    // Staging repeats itself where there is nothing to make room for.
    if (texts.length === 0 && i > 0) break;
    if (best && best.faults.length === 0 && attempt.cost > worthTrying * best.penalty) continue;
    const beat = seenFrom(nearInStrip(measured.beat, stage, statures), attempt);
    if (!beat) continue;
    const random = randomFrom(`${seed} ${beat.id} ${i}`);
    const staged = stageFigures(beat, {
      box: stage,
      direction,
      random,
      statures,
      turn: turns[beat.id] ?? null,
      back: backs.has(beat.id),
      reserve: reserve * attempt.reserve,
      tight: attempt.tight,
      shift: attempt.shift,
    });
    const figures = facesWithin(slot.outline, staged);
    const room = roomOf(slot.outline, box, figures, slot.hidden);
    const placement = placeBalloons(texts, { room, figures, direction, shapes: attempt.shapes, exits });
    const made = composition({ slot, measured: { ...measured, beat }, figures, room }, placement, attempt, filling);
    if (
      !best ||
      made.faults.length < best.faults.length ||
      (made.faults.length === best.faults.length && made.penalty < best.penalty)
    )
      best = made;
  }
  if (!best) throw new Error(`compose ${measured.beat.id}: no staging was tried`);
  return best;
}

function composition(
  parts: Pick<Composition, "slot" | "measured" | "figures" | "room">,
  placement: Placement | null,
  { cost }: Attempt,
  filling: Filling,
): Composition {
  const { measured, room, figures } = parts;
  const faults = [...measured.faults, ...facesApart({ figures, beat: measured.beat.id })];
  if (!placement) faults.push(`L4 ${measured.beat.id}: its texts do not fit its panel`);
  const placed = placement?.placed ?? [];
  const balloons = placed.map(({ centre, shape }) => boxAround(centre, { x: shape.radiusX, y: shape.radiusY }));
  const covered = coveredShare(
    placed.map(({ shape }) => shape),
    room.outline,
  );
  if (covered > mostCovered) faults.push(`L7 ${measured.beat.id}: balloons cover too much of its panel`);
  // One text alone cannot be shared out between two panels.
  if (placed.length > 1 && hiddenShare(figures, balloons, room.box) > mostHidden)
    faults.push(`L7 ${measured.beat.id}: balloons hide somebody`);
  const { sounds, missing } = soundsOf(measured, { room, placed }, filling);
  faults.push(...missing);
  const people = compositionCost(measured.beat, figures, balloons, stageOf(parts.slot));
  const crowded = Math.max(0, covered - mostCovered + 0.07);
  return {
    ...parts,
    placed,
    sounds,
    faults,
    penalty: (placement?.penalty ?? 0) + cost + people + 12 * crowded,
    people,
  };
}

/** Height at the top of the panel that its texts take when they are set side by side, row by row. */
function reserveFor({ texts }: MeasuredBeat, box: Rect): number {
  let [height, row, x] = [0, 0, 0];
  for (const { usual } of texts) {
    const width = 2 * usual.radiusX + 14;
    if (x > 0 && x + width > box.width) {
      height += row;
      [row, x] = [0, 0];
    }
    x += width;
    row = Math.max(row, 2 * usual.radiusY + 14);
  }
  // In a strip words stand beside the heads rather than above them.
  const share = box.width > 2 * box.height ? 0.12 : 0.45;
  return Math.min(height + row, box.height * share);
}

/** Draws the letters of a composition: the finished panel. */
export function finishPanel({ slot, measured, figures, placed, sounds }: Composition, filling: Filling): Panel {
  const { beat } = measured;
  const balloons = placed.map((text, i) => balloonOf(text, placed[i - 1], beat, filling));
  return {
    beat: beat.id,
    scene: beat.scene,
    kind: beat.kind,
    shot: beat.shot,
    importance: beat.importance,
    outline: slot.outline.map(({ x, y }) => ({ x: hundredth(x), y: hundredth(y) })),
    frame: slot.frame,
    place: beat.place,
    time: beat.time,
    weather: beat.weather,
    mood: beat.mood,
    effect: beat.effect,
    scenery: beat.scenery,
    camera: beat.camera,
    ground: "place",
    prop: beat.prop,
    opensScene: beat.opensScene,
    figures,
    balloons,
    sounds,
  };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function balloonOf(
  { text, shape, centre, tail, joined }: PlacedText,
  previous: PlacedText | undefined,
  beat: Beat,
  { letterer, seed }: Filling,
): Balloon {
  const before =
    joined && previous
      ? { centre: previous.centre, radiusX: previous.shape.radiusX, radiusY: previous.shape.radiusY }
      : null;
  const at = { x: hundredth(centre.x), y: hundredth(centre.y) };
  const tip = tail && { x: hundredth(tail.to.x), y: hundredth(tail.to.y) };
  const radii = { x: shape.radiusX, y: shape.radiusY };
  const drawn = letterer.outline(text.kind, at, radii, tip, hashText(`${seed} ${beat.id} ${text.text.id}`), before);
  const { id, speaker, start, end } = text.text;
  return {
    text: id,
    kind: text.kind,
    speaker,
    source: { start, end },
    words: wordsOf(text.text),
    centre: at,
    radiusX: shape.radiusX,
    radiusY: shape.radiusY,
    outline: drawn.outline,
    extra: drawn.extra,
    tail: tip,
    runs: shape.block.runs,
    size: shape.block.size,
  };
}

function soundsOf(
  { beat, sounds }: MeasuredBeat,
  { room, placed }: Pick<Composition, "room" | "placed">,
  { letterer, seed }: Filling,
): { sounds: SoundLetters[]; missing: string[] } {
  const drawn: SoundLetters[] = [];
  const missing: string[] = [];
  const kept = [
    ...room.kept,
    ...placed.map(({ centre, shape }) => boxAround(centre, { x: shape.radiusX, y: shape.radiusY })),
  ];
  for (const sound of sounds) {
    const made = drawnSound(sound, {
      room,
      kept: [...kept, ...drawn.map(({ box }) => box)],
      beat,
      letterer,
      seed,
    });
    if (made) drawn.push(made);
    // A quiet sound is drawn where there is room for it.
    else if (sound.loudness !== 1) missing.push(`L8 ${beat.id}: no room for the sound ${sound.id}`);
  }
  return { sounds: drawn, missing };
}

/** How much of its size a sound has by its loudness alone; the importance of its panel does the rest. */
const loudShare = { 1: 0.08, 2: 0.4, 3: 0.7 } as const;

interface SoundPlace {
  room: BalloonRoom;
  kept: Rect[];
  beat: Beat;
  letterer: Letterer;
  seed: string;
}

function drawnSound(sound: BeatText, { room, kept, beat, letterer, seed }: SoundPlace): SoundLetters | null {
  const words = wordsOf(sound);
  const random = randomFrom(`${seed} ${sound.id}`);
  const loudness = Math.min(1, loudShare[sound.loudness ?? 2] + 0.3 * beat.importance);
  const { vertical } = letterer;
  const beside = beat.prop !== null;
  const spot = spotForSound(room, { words, vertical, kept, spared: room.spared, loudness, beside, random });
  if (!spot) return null;
  const dark = beat.time === "night" || beat.effect === "gloom";
  return letterer.sound(words, {
    box: spot.box,
    vertical: spot.vertical,
    seed: hashText(`${seed} ${sound.id}`),
    ink: dark ? "white" : "black",
    source: { start: sound.start, end: sound.end },
  });
}
