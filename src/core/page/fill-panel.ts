import type { Point, Rect } from "../geometry/geometry.ts";
import { hashText, randomFrom } from "../geometry/random.ts";
import type { Beat, BeatText, Pose, Shot } from "../script/script.ts";
import type { Candidate, PlacedText } from "./arranged-balloons.ts";
import { type BalloonRoom, coveredShare, facesWithin, roomOf } from "./balloon-room.ts";
import { spotsIn } from "./balloon-spots.ts";
import { facesApart } from "./check-page.ts";
import { compositionCost, hiddenShare, mostHidden } from "./composition-cost.ts";
import { type Letterer, wordsOf } from "./letterer.ts";
import type { MeasuredBeat, MeasuredText } from "./measure-texts.ts";
import { type Direction, safeArea } from "./page-frame.ts";
import { lowBusts, sunkShare } from "./low-bust.ts";
import type { Balloon, Panel, Paper, SoundLetters, StagedFigure } from "./page.ts";
import { mostCovered } from "./panel-needs.ts";
import type { Slot } from "./panel-shapes.ts";
import { stageOf, visibleBox } from "./panel-stage.ts";
import type { Placement } from "./balloon-search.ts";
import { placeBalloons, type Placing, settleBalloons } from "./place-balloons.ts";
import { type SoundSpot, spotForSound } from "./place-sounds.ts";
import { stageFigures } from "./staging.ts";
import type { Stature } from "./stature.ts";
import { alongTail } from "./tails.ts";

export interface Filling {
  letterer: Letterer;
  direction: Direction;
  /** The page on which the panel stands. */
  paper: Paper;
  seed: string;
  statures: Readonly<Record<string, Stature>>;
  /** How often whoever is alone in a beat was so before, by the beat's id. */
  turns: Readonly<Record<string, number>>;
  /** Ids of the beats that may show a back. */
  backs: ReadonlySet<string>;
}

/** A panel with people, words and sounds placed, not yet drawn. */
export interface Composition {
  slot: Slot;
  measured: MeasuredBeat;
  figures: StagedFigure[];
  placed: Candidate[];
  sounds: PlacedSound[];
  room: BalloonRoom;
  placing: Placing;
  /** What was against the attempt from the start. */
  cost: number;
  penalty: number;
  /** What of the penalty is about how the people stand. */
  people: number;
  /** Rules that this panel breaks. */
  faults: string[];
}

/** A sound with its place. */
interface PlacedSound extends SoundSpot {
  sound: BeatText;
}

interface Attempt {
  /** Share of the height that the texts need which is kept free above the heads. */
  reserve: number;
  tight: number;
  shift: -1 | 0 | 1;
  /** How many shapes of each text may be tried. */
  shapes: number;
  /** Sides of the panel that people leave to the words, as high balloons want it: the one where reading starts, or both. */
  lanes?: 1 | 2;
  /** The camera steps back from a close face, or near to those who speak. */
  step: "back" | "near" | null;
  /** What is against it from the start: the shot of the script comes first. */
  cost: number;
  /** Share of the picture that the texts may take where this is worth trying. */
  crowd: readonly [least: number, most: number];
}

/** Whatever tries all shapes is a last resort, which looks for places more closely. */
const allShapes = 3;

/** Ways to stage a panel, from roomy to crowded. */
const attempts: readonly Attempt[] = [
  { reserve: 1, tight: 0, shift: 0, shapes: 1, step: null, cost: 0, crowd: [0, 0.33] },
  { reserve: 0.55, tight: 0.2, shift: 1, shapes: 1, step: null, cost: 0.12, crowd: [0, 0.27] },
  { reserve: 0.55, tight: 0.2, shift: -1, shapes: 1, step: null, cost: 0.12, crowd: [0, 0.27] },
  { reserve: 0.2, tight: 0, shift: 1, shapes: 2, step: null, cost: 0.2, crowd: [0, 0.25] },
  { reserve: 0.2, tight: 0, shift: -1, shapes: 2, step: null, cost: 0.2, crowd: [0, 0.25] },
  { reserve: 1, tight: 0.6, shift: 0, shapes: 2, step: null, cost: 0.36, crowd: [0.1, 0.42] },
  { reserve: 0.2, tight: 0.5, shift: 1, shapes: 2, step: null, cost: 0.5, crowd: [0.1, 0.36] },
  { reserve: 0.2, tight: 0.5, shift: -1, shapes: 2, step: null, cost: 0.5, crowd: [0.1, 0.36] },
  { reserve: 1, tight: 0.2, shift: 0, shapes: 2, step: "near", cost: 0.3, crowd: [0, 0.3] },
  { reserve: 0.3, tight: 0.2, shift: 1, shapes: 2, step: "near", cost: 0.35, crowd: [0, 0.3] },
  { reserve: 0.3, tight: 0.2, shift: -1, shapes: 2, step: "near", cost: 0.35, crowd: [0, 0.3] },
  { reserve: 1.2, tight: 1, shift: 0, shapes: 3, step: null, cost: 0.7, crowd: [0.16, 1] },
  { reserve: 0.6, tight: 0.5, shift: 0, shapes: 2, step: "back", cost: 0.8, crowd: [0.12, 0.36] },
  { reserve: 1.3, tight: 1, shift: 1, shapes: 3, step: "back", cost: 0.9, crowd: [0.2, 1] },
  { reserve: 1.3, tight: 1, shift: -1, shapes: 3, step: "back", cost: 1, crowd: [0.2, 1] },
  { reserve: 1.2, tight: 1.8, shift: 0, shapes: 3, step: null, cost: 1.2, crowd: [0.2, 1] },
  { reserve: 1.2, tight: 1.8, shift: 1, shapes: 3, step: null, cost: 1.2, crowd: [0.2, 1] },
  { reserve: 1.2, tight: 1.8, shift: -1, shapes: 3, step: null, cost: 1.2, crowd: [0.2, 1] },
  { reserve: 0.1, tight: 0.3, shift: 0, shapes: 3, lanes: 2, step: null, cost: 0.5, crowd: [0.12, 1] },
  { reserve: 0.1, tight: 0.3, shift: 0, shapes: 3, lanes: 1, step: null, cost: 0.4, crowd: [0.12, 1] },
  { reserve: 0.4, tight: 1, shift: 0, shapes: 3, lanes: 2, step: "back", cost: 0.9, crowd: [0.2, 1] },
  { reserve: 0.4, tight: 1, shift: 0, shapes: 3, lanes: 1, step: "back", cost: 0.9, crowd: [0.2, 1] },
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
const contented = { whole: 0.75, more: 0.13, people: 0.5 } as const;

/** An attempt that costs more than this share of what was found already hardly ever makes up for it. */
const worthTrying = 0.3;

/** Whether the search may stop after this many attempts. */
function isGood({ faults, penalty, people, placed }: Composition, tried: number): boolean {
  const whole = contented.whole + contented.more * tried;
  return faults.length === 0 && penalty < whole * Math.max(1, placed.length) && people < contented.people;
}

/** What else is known of a page when one of its panels is composed. */
export interface Around {
  /** Where voices leave the panels before it. */
  exits: readonly Point[];
  /** A composition that breaks a rule or whose penalty is as high as this is of no use; Infinity where any is. */
  limit: number;
}

/** Stages a beat in its slot and places its texts; tries several stagings and keeps the best (L7). Null where none is of use. */
export function composePanel(
  measured: MeasuredBeat,
  slot: Slot,
  filling: Filling,
  { exits, limit: useless }: Around,
): Composition | null {
  const { direction, paper, seed, statures, turns, backs } = filling;
  const bounds = { outline: slot.outline, box: visibleBox(slot, paper), safe: safeArea(paper) };
  const stage = stageOf(slot, paper);
  const reserve = reserveFor(measured, stage);
  const { texts } = measured;
  const frame = { ...bounds, direction };
  const spots = { coarse: spotsIn(texts, frame), fine: spotsIn(texts, frame, "fine") };
  const crowd = crowdOf(measured, stage);
  const hopeless =
    texts.some((text) => !fitsInto(text, bounds.box)) ||
    (texts.length > 1 &&
      coveredShare(
        texts.map(({ usual }) => usual),
        slot.outline,
      ) > mostCovered);
  let best: Composition | null = null;
  for (const [i, attempt] of attempts.entries()) {
    if (best && hopeless) break;
    const suits = crowd >= attempt.crowd[0] && crowd <= attempt.crowd[1];
    // One text alone cannot be shared out between two panels: for it everything is tried.
    if (!suits && (texts.length > 1 || best?.faults.length === 0)) continue;
    if (best && isGood(best, i)) break;
    // Staging repeats itself where there is nothing to make room for.
    if (texts.length === 0 && i > 0) break;
    if (best && best.faults.length === 0 && attempt.cost > worthTrying * best.penalty) continue;
    if (attempt.cost >= useless) continue;
    const beat = seenFrom(nearInStrip(measured.beat, stage, statures), attempt);
    if (!beat) continue;
    const between = betweenLanes(stage, attempt, measured, direction);
    if (!between) continue;
    const random = randomFrom(`${seed} ${beat.id} ${i}`);
    const staged = stageFigures(beat, {
      box: between,
      direction,
      random,
      statures,
      turn: turnOf(measured, turns),
      back: backs.has(beat.id),
      reserve: reserve * attempt.reserve,
      tight: attempt.tight,
      shift: attempt.shift,
    });
    const figures = facesWithin(slot.outline, staged);
    const room = roomOf(bounds, figures, slot.hidden, statures);
    const cost = attempt.cost + peopleCost(beat, figures, [], slot, paper);
    // Of two without a fault the cheaper one is kept: what cannot be cheaper need not be looked for.
    const limit = (best && best.faults.length === 0 ? best.penalty : useless) - cost;
    const places = spots[attempt.shapes === allShapes ? "fine" : "coarse"];
    const placing = { room, figures, direction, shapes: attempt.shapes, exits, spots: places, limit };
    const placement = placeBalloons(texts, placing);
    if (!placement && limit < Infinity) continue;
    const found = composition(
      { slot, measured: { ...measured, beat }, figures, room, placing, cost: attempt.cost },
      placement,
      filling,
    );
    if (useless < Infinity && (found.faults.length > 0 || found.penalty >= useless)) continue;
    if (!best || isBetter(found, best)) best = found;
  }
  if (!best && useless === Infinity) throw new Error(`compose ${measured.beat.id}: no staging was tried`);
  return best;
}

/** How often whoever is alone was so before; each part of a divided beat shows another view. */
function turnOf({ beat, part = 0 }: MeasuredBeat, turns: Filling["turns"]): number | null {
  const turn = turns[beat.id];
  return turn === undefined ? null : turn + part;
}

/** People keep at least this share of a panel's width from the words at its sides. */
const leastBetween = 0.4;

/** Where people stand beside the words: the stage without the lanes of an attempt; null where too little would be left. */
function betweenLanes(stage: Rect, { lanes }: Attempt, { texts }: MeasuredBeat, direction: Direction): Rect | null {
  const widthOf = (some: readonly MeasuredText[]) => Math.max(0, ...some.map(({ usual }) => 2 * usual.radiusX + 14));
  const half = lanes === 2 ? Math.ceil(texts.length / 2) : texts.length;
  const first = lanes === undefined ? 0 : widthOf(texts.slice(0, half));
  const last = lanes === 2 ? widthOf(texts.slice(half)) : 0;
  const width = stage.width - first - last;
  if (width < leastBetween * stage.width) return null;
  return { ...stage, x: stage.x + (direction === "ltr" ? first : last), width };
}

/** Share of the picture that the texts take; a text nearly as high as the picture is as bad as many. */
function crowdOf({ texts, textArea }: MeasuredBeat, { width, height }: Rect): number {
  const highest = Math.max(0, ...texts.map(({ usual }) => usual.radiusY));
  return Math.min(1, Math.max(textArea / (width * height), (0.6 * highest) / height));
}

/** Whether a text has a shape that is no larger than the picture. */
function fitsInto({ shapes }: MeasuredText, { width, height }: Rect): boolean {
  return shapes.some((make) => {
    const shape = make();
    return shape !== null && 2 * shape.radiusX <= width && 2 * shape.radiusY <= height;
  });
}

/** Fewer broken rules first, then the lower penalty. */
function isBetter(a: Composition, b: Composition): boolean {
  return a.faults.length < b.faults.length || (a.faults.length === b.faults.length && a.penalty < b.penalty);
}

/** The composition with its balloons moved to where they stand best. */
export function settlePanel(best: Composition, filling: Filling): Composition {
  if (best.placed.length === 0) return best;
  const placement = settleBalloons({ placed: best.placed, penalty: Infinity }, { ...best.placing, limit: Infinity });
  const moved = composition(best, placement, filling);
  return isBetter(moved, best) ? moved : best;
}

function composition(
  parts: Pick<Composition, "slot" | "measured" | "figures" | "room" | "placing" | "cost">,
  placement: Placement | null,
  filling: Filling,
): Composition {
  const { measured, room, figures } = parts;
  const faults = [...measured.faults, ...facesApart({ figures, beat: measured.beat.id })];
  if (!placement) faults.push(`L4 ${measured.beat.id}: its texts do not fit its panel`);
  const placed = placement?.placed ?? [];
  const balloons = placed.map((text) => text.box);
  const covered = coveredShare(
    placed.map(({ shape }) => shape),
    room.outline,
  );
  if (covered > mostCovered) faults.push(`L7 ${measured.beat.id}: balloons cover too much of its panel`);
  // One text alone cannot be shared out between two panels.
  if (placed.length > 1 && hiddenShare(figures, balloons, room.box) > mostHidden)
    faults.push(`L7 ${measured.beat.id}: balloons hide somebody`);
  const { spots: sounds, missing } = soundSpots(measured, { room, placed }, filling);
  faults.push(...missing);
  const people = peopleCost(measured.beat, figures, balloons, parts.slot, filling.paper);
  const crowded = Math.max(0, covered - mostCovered + 0.07);
  return {
    ...parts,
    placed,
    sounds,
    faults,
    penalty: (placement?.penalty ?? 0) + parts.cost + people + 12 * crowded,
    people,
  };
}

/** What is against each head without shoulders on the lower frame, and against busts so low that nothing but words and air fills the panel. */
const againstLow = { head: 2.5, sunk: 3 } as const;

/** What is against how people stand in their panel, under so many balloons. */
function peopleCost(
  beat: Beat,
  figures: readonly StagedFigure[],
  balloons: readonly Rect[],
  slot: Slot,
  paper: Paper,
): number {
  const panel = { figures, outline: slot.outline };
  const low = lowBusts(panel, slot.hidden, paper).length;
  const sunk = beat.shot === "medium" || beat.shot === "close" ? sunkShare(panel, slot.hidden, paper) : 0;
  return (
    compositionCost(beat, figures, balloons, stageOf(slot, paper)) + againstLow.head * low + againstLow.sunk * sunk
  );
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
  const share = box.width > 2 * box.height ? 0.12 : 0.6;
  return Math.min(height + row, box.height * share);
}

/** Draws the letters of a composition: the finished panel. */
export function finishPanel(composed: Composition, filling: Filling): Panel {
  const { slot, measured, figures, placed } = composed;
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
    sounds: drawnSounds(composed, filling),
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
    ...(text.lettered && { ink: beat.scenery === "black" ? ("white" as const) : ("black" as const) }),
  };
}

function soundSpots(
  { beat, sounds }: MeasuredBeat,
  { room, placed }: Pick<Composition, "room" | "placed">,
  { letterer, seed }: Filling,
): { spots: PlacedSound[]; missing: string[] } {
  const spots: PlacedSound[] = [];
  const missing: string[] = [];
  const taken = [...room.kept, ...placed.flatMap(({ box, tail }) => [box, ...alongTail(tail)])];
  for (const sound of sounds) {
    const words = wordsOf(sound);
    const random = randomFrom(`${seed} ${sound.id}`);
    const loudness = Math.min(1, loudShare[sound.loudness ?? 2] + 0.3 * beat.importance);
    const { vertical } = letterer;
    const beside = beat.prop !== null;
    const kept = [...taken, ...spots.map(({ box }) => box)];
    const spot = spotForSound(room, { words, vertical, kept, spared: room.spared, loudness, beside, random });
    if (spot) spots.push({ ...spot, sound });
    // A quiet sound is drawn where there is room for it.
    else if (sound.loudness !== 1) missing.push(`L8 ${beat.id}: no room for the sound ${sound.id}`);
  }
  return { spots, missing };
}

/** How much of its size a sound has by its loudness alone; the importance of its panel does the rest. */
const loudShare = { 1: 0.08, 2: 0.4, 3: 0.7 } as const;

/** Draws the sounds of a composition, each where it was placed. */
function drawnSounds({ sounds, measured: { beat } }: Composition, { letterer, seed }: Filling): SoundLetters[] {
  const ink = beat.time === "night" || beat.effect === "gloom" ? "white" : "black";
  return sounds.flatMap(({ sound, box, vertical }) => {
    const source = { start: sound.start, end: sound.end };
    return letterer.sound(wordsOf(sound), { box, vertical, seed: hashText(`${seed} ${sound.id}`), ink, source }) ?? [];
  });
}
