import type { Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { wholeBody } from "../script/deeds.ts";
import { gestural } from "../script/gestures.ts";
import type { Actor, Beat, Camera, Pose } from "../script/script.ts";
import { bustLevel, bustSize, frameLine, isFlat } from "./bust-crop.ts";
import { gazeOf } from "./gaze.ts";
import { bareHead, type HeadReach } from "./head-reach.ts";
import type { Direction } from "./page-frame.ts";
import type { Head, StagedFigure } from "./page.ts";
import { bodySpread, groundBelow, touching } from "./pose-extents.ts";
import { clamp } from "./row-sizes.ts";
import { grownUp, headDrop, headShare, type Stature } from "./stature.ts";

/** Where people may stand, and how much they have to make room for words. */
export interface Stage {
  /** The visible part of the panel. */
  box: Rect;
  direction: Direction;
  /** Height of the zone at the top that balloons want, in page units. */
  reserve: number;
  /** 0 stages people as large as the shot allows, 1 as small; above 1 they give way to the words, and idle hands are cut off. */
  tight: number;
  /** -1 moves people to the left, 1 to the right, 0 leaves them at their sides. */
  shift: -1 | 0 | 1;
  /** How often the one who is alone in the picture was so before, where it is known. */
  turn?: number | null;
  /** Whether a listener may stand in the foreground with the back to the reader. */
  back?: boolean;
  random: Random;
  /** By person; whoever is missing is a grown-up of average height. */
  statures: Readonly<Record<string, Stature>>;
}

/** Below this head size a figure is a black shape. */
const silhouetteBelow = 27;

/** Places the people of a beat in its panel: sizes by shot, sides kept (P6), heads turned to whom they look at. Back to front. */
export function stageFigures(beat: Beat, stage: Stage): StagedFigure[] {
  if (beat.shot === "insert" || beat.figures.length === 0) return [];
  const actors = inOrderOfSides(beat.figures);
  const listener =
    stage.back === true && stage.tight < 0.5 && areLevel(actors, stage) ? listenerInFront(beat, actors, stage) : null;
  const spots = listener === null ? spotsOf(beat, actors, stage) : overShoulder(listener, actors, stage);
  const silhouette = areSilhouettes(beat, Math.max(...spots.map(({ size }) => size)));
  const staged = actors.map((actor, i): StagedFigure => {
    const spot = spots[i] ?? { x: stage.box.x, y: stage.box.y, size: 1 };
    const seen = actors.findIndex(({ person }) => person === actor.looksAt && person !== actor.person);
    const other = spots[seen];
    const towards = other ? { x: other.x - spot.x, y: other.y - spot.y } : null;
    const forward = stage.direction === "ltr" ? 1 : -1;
    const seenFromBehind = i === listener && towards !== null;
    const gaze = seenFromBehind
      ? awayTo(towards.x, stage.random)
      : gazeOf({
          actor,
          towards,
          forward,
          close: beat.shot === "close",
          turn: statureOf(actor, stage).beast ? null : (stage.turn ?? null),
          random: stage.random,
        });
    const { person, emotion, pose, speaks, holds, wears } = actor;
    return {
      person,
      emotion,
      pose,
      speaks,
      silhouette,
      holds,
      ...(wears === undefined ? {} : { wears }),
      head: {
        ...rounded(intoTheStrip(aheadOfItsBody(spot, gaze.yaw, actor, beat, stage), gaze.yaw, beat, stage)),
        ...gaze,
        // From behind it is the back of the head that is seen from above.
        pitch: clamp(gaze.pitch + seenFrom[beat.camera] * (Math.abs(gaze.yaw) > 90 ? -1 : 1), -24, 22),
        ...reachIn(reachOf(actor, stage)),
      },
    };
  });
  return staged.sort((a, b) => foremost(a) - foremost(b) || a.head.size - b.head.size);
}

/** Whose hands or foot lie on another is drawn over that one. */
const foremost = ({ pose }: StagedFigure): number => (touching.has(pose) ? 1 : 0);

/** Degrees by which a head is seen from above or below where the camera is not at the eyes. */
const seenFrom: Readonly<Record<Camera, number>> = { eye: 0, high: -13, low: 11 };

const statureOf = ({ person }: Actor, { statures }: Stage): Stature => statures[person] ?? grownUp;

const reachOf = (actor: Actor, stage: Stage): HeadReach => statureOf(actor, stage).reach ?? bareHead;

/** What the picture says of a head's reach: only what is out of the common. */
function reachIn({ above, muzzle }: HeadReach): Pick<Head, "above" | "muzzle"> {
  return { ...(above === bareHead.above ? {} : { above }), ...(muzzle === 0 ? {} : { muzzle }) };
}

/** How far the head that reaches highest stands over its centre, in head sizes. */
const crownOf = (actors: readonly Actor[], stage: Stage): number =>
  0.5 + Math.max(...actors.map((actor) => reachOf(actor, stage).above));

/** Whether nobody has to look up: the back of a child's head hides nothing and fills no foreground. */
function areLevel(actors: readonly Actor[], stage: Stage): boolean {
  const heights = actors.map((actor) => statureOf(actor, stage).height);
  return Math.max(...heights) - Math.min(...heights) < 0.2;
}

/** Who stands in the foreground with the back to the reader: the one of two who only listens, now and then. */
function listenerInFront(beat: Beat, actors: readonly Actor[], { box, random }: Stage): number | null {
  const chance = random();
  if (beat.shot !== "medium" || actors.length !== 2 || chance > 0.5) return null;
  if (box.width < 0.95 * box.height || box.width < 330 || box.height < 250) return null;
  const silent = actors.filter(({ speaks }) => !speaks);
  const [listener] = silent;
  if (silent.length !== 1 || !listener || listener.side === "centre" || moves.has(listener.pose)) return null;
  return actors.indexOf(listener);
}

const moves = new Set<Pose>([...wholeBody, "halt"]);

/** The listener large at the edge of the panel, the speaker beyond in the room that is left. */
function overShoulder(listener: number, actors: readonly Actor[], stage: Stage): Spot[] {
  const { box, random, reserve } = stage;
  const short = Math.min(box.width, box.height);
  const front = { size: 0.42 * short, from: 0.15 * box.width + random.between(0, 0.03) * box.width };
  const far = { size: 0.27 * short, from: random.between(0.6, 0.66) * box.width };
  const bottom = box.y + box.height;
  const y = Math.max(
    box.y + 0.42 * box.height,
    box.y + Math.min(reserve, 0.4 * box.height) + crownOf(actors, stage) * far.size,
  );
  const level = Math.min(y, bottom - 1.5 * far.size);
  const across = (from: number) => (listener === 0 ? box.x + from : box.x + box.width - from);
  const inFront = {
    x: across(Math.max(front.from, 0.5 * front.size)),
    y: bottom - 0.95 * front.size,
    size: front.size,
  };
  const beyond = { x: across(far.from), y: level, size: far.size };
  return listener === 0 ? [inFront, beyond] : [beyond, inFront];
}

/** Turned away from the reader, towards the other. */
function awayTo(towards: number, random: Random): Pick<Head, "yaw" | "pitch" | "tilt"> {
  return {
    yaw: Math.round(Math.sign(towards) * random.between(150, 166)),
    pitch: 0,
    tilt: Math.round(random.between(-3, 3)),
  };
}

/** The head of somebody whose body lies behind it goes to the side where it looks, so that all of the body comes into the picture. */
function aheadOfItsBody(spot: Spot, yaw: number, actor: Actor, { shot, figures }: Beat, stage: Stage): Spot {
  const { beast } = statureOf(actor, stage);
  const [behind, before] = beast ? [0.86 * beast.length, 0.8] : (bodySpread[actor.pose] ?? [0, 0]);
  if (behind === 0 || (shot !== "wide" && shot !== "full")) return spot;
  const { x, width } = stage.box;
  const off = 0.42 * (behind - before);
  // Beside others only who lies along the ground at the edge of the picture has to come in.
  const atEdge = Math.sign(yaw * off) * (x + width / 2 - spot.x) > 0.2 * width;
  if (figures.length > 1 && (beast || gripping.has(actor.pose) || !atEdge)) return spot;
  const [left, right] = (yaw < 0 ? [before, behind] : [behind, before]).map((each) => each * spot.size);
  const [from, to] = [x + (left ?? 0), x + width - (right ?? 0)];
  const wished = spot.x + Math.sign(yaw) * off * spot.size;
  return { ...spot, x: from > to ? (from + to) / 2 : clamp(wished, from, to) };
}

/** Width of a panel in heights from which it is a strip. */
const strip = 1.5;

/** Somebody alone in a strip stands in one of its thirds: away from where the face looks, so that the free space lies before it, or where the words leave room (P7). */
function intoTheStrip(spot: Spot, yaw: number, { figures, shot }: Beat, { box, shift }: Stage): Spot {
  const bust = shot === "medium" || shot === "close";
  if (!bust || figures.length > 1 || box.width < strip * box.height) return spot;
  const middle = box.x + box.width / 2;
  const facing = Math.abs(yaw) < 12 ? spot.x < middle : yaw > 0;
  const left = shift === 0 ? facing : shift < 0;
  const third = box.x + box.width * (left ? 0.3 : 0.7);
  return { ...spot, x: left ? Math.min(spot.x, third) : Math.max(spot.x, third) };
}

type Spot = Pick<Head, "x" | "y" | "size">;

function rounded({ x, y, size }: Spot): Spot {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return { x: tenth(x), y: tenth(y), size: tenth(size) };
}

const sideRank = { left: 0, centre: 1, right: 2 } as const;

function inOrderOfSides(actors: readonly Actor[]): Actor[] {
  return [...actors].sort((a, b) => sideRank[a.side] - sideRank[b.side]);
}

/** Those far off at night or in action are black shapes (D1), and whoever is too small for a face; all of a panel or none, by the nearest. Who speaks by day has a face. */
function areSilhouettes(beat: Beat, nearest: number): boolean {
  if (nearest < 17) return true;
  if (beat.shot !== "wide" || beat.figures.some(({ speaks }) => speaks)) return false;
  return beat.time === "night" ? nearest < 40 : beat.kind === "action" && nearest < silhouetteBelow;
}

function spotsOf(beat: Beat, actors: readonly Actor[], stage: Stage): Spot[] {
  const lost = isLost(beat, stage.box);
  const shot = lost || (beat.shot === "close" && actors.length > 2) ? "medium" : beat.shot;
  // Where no place is shown idle hands would leave most of a panel empty, and in a low one they would make heads small.
  const idle = stage.random() < atRest && stage.tight <= 1 && beat.place !== null && stage.box.height >= roomForIdle;
  const hands = shot === "medium" && !isFlat(stage.box) && (showsHands(actors) || idle || lost);
  const turn = actors.length === 1 ? (stage.turn ?? null) : null;
  const group = { count: actors.length, crown: crownOf(actors, stage), turn };
  const size =
    shot === "close" || shot === "medium" ? bustSize(shot, hands, group, stage) : wholeSize(shot, actors, stage);
  const whole = shot === "full" || shot === "wide";
  const statures = actors.map((actor) => (whole ? statureOf(actor, stage) : inBust(statureOf(actor, stage))));
  const tallest = Math.max(...statures.map(({ height }) => height));
  const flat = isFlat(stage.box);
  const near = depthsOf(actors, stage.random, whole ? "whole" : flat ? "strip" : "bust", shot === "close").map(
    (depth) => size * depth,
  );
  const shares = statures.map(headShare);
  // A bust stands beside nothing that could tell its size: the largest head of a panel fills it, be it a mouse's.
  const most = whole ? 1 : Math.max(...shares);
  const sizes = near.map((depth, i) => (depth * (shares[i] ?? 1)) / most);
  const xs = acrossOf(actors, sizes, shot, stage);
  // In one room all eyes are on one level: whoever is farther from the camera is smaller, not lower.
  const cut = flat ? "flat" : shot === "close" ? "close" : hands ? "hands" : "medium";
  const drops = statures.map((stature) => headDrop(stature, tallest));
  const level = Math.min(
    bustLevel(cut, Math.max(...sizes), group, stage),
    levelOver(sizes, drops, group.crown, stage.box),
  );
  return actors.map((actor, i): Spot => {
    const own = sizes[i] ?? size;
    const x = xs[i] ?? stage.box.x + stage.box.width / 2;
    const stature = statures[i] ?? grownUp;
    const y = whole
      ? groundLevel({ pose: actor.pose, stature, own, farther: size - (near[i] ?? size) }, stage)
      : onGround(lowered(level, own, drops[i] ?? 0, stage), own, stature, stage);
    return { x, y, size: own };
  });
}

/** Whoever only stands there would be small in an empty panel: where no place is shown only a tall one is for a whole figure. */
const isLost = ({ shot, place, figures }: Beat, { width, height }: Rect): boolean =>
  shot === "full" && place === null && figures.every(({ pose }) => pose === "stand") && width > 0.75 * height;

/** Those who speak stand nearer than those who listen; between equals chance decides, so that two never stand like a pair of candlesticks. */
function depthsOf(actors: readonly Actor[], random: Random, view: keyof typeof depths, close: boolean): number[] {
  const near = Math.floor(random() * actors.length);
  const [least, most] = depths[view];
  const level = random.between(least, most);
  // Now and then one of two busts is well behind the other.
  const contrast =
    view === "bust" && !close && actors.length === 2 && random() < 0.35 ? random.between(0.72, 0.8) : level;
  if (actors.length === 1) return [1];
  const someListen = actors.some(({ speaks }) => !speaks) && actors.some(({ speaks }) => speaks);
  return actors.map(({ speaks }, i) => ((someListen ? speaks : i === near) ? 1 : contrast));
}

/** Sizes of those who stand back, beside who stands near; in a strip, where no floor is seen to stand back on, hardly smaller. */
const depths = {
  whole: [0.86, 0.94],
  bust: [0.9, 0.94],
  strip: [0.96, 1],
} as const;

/** Whether somebody's hands say something that can be seen from the front. */
const showsHands = (actors: readonly Actor[]): boolean =>
  actors.some(({ pose, holds }) => (gestural.has(pose) && pose !== "hands-behind") || holds !== null);

/** Share of the people with idle hands who are seen to the hip as well, so that not all are busts (P7). */
const atRest = 0.5;

/** Height of a panel in page units from which idle hands are worth the room. */
const roomForIdle = 320;

/** Whole figures: as high as the panel allows, in wide shots small under the sky. */
function wholeSize(shot: "full" | "wide" | "insert", actors: readonly Actor[], stage: Stage): number {
  const { box, tight, reserve } = stage;
  const tallest = Math.max(...actors.map((actor) => tallness(actor, stage)));
  const room = Math.max(box.height * 0.42, box.height * 0.9 - reserve * 0.8);
  const share =
    shot === "full" ? Math.min(box.height * (0.84 - 0.2 * tight), room) : box.height * (0.45 - 0.12 * tight);
  const least = shot === "full" ? 30 : 19;
  const breadth = actors.reduce((sum, actor) => sum + broadness(actor, stage, shot === "full" ? 1.9 : 2.4), 0);
  return Math.min(Math.max(share / tallest, least), box.width / (breadth + 0.6), 150);
}

/** From crown to ground in this pose, in head sizes of a grown-up. */
function tallness(actor: Actor, stage: Stage): number {
  const stature = statureOf(actor, stage);
  if (stature.beast) return (0.5 + Math.max(stature.beast.grounds[actor.pose], 1.6)) * headShare(stature);
  return 0.5 + Math.max(groundBelow[actor.pose] ?? grownUp.ground, 4);
}

/** Room that somebody needs from side to side, in head sizes of a grown-up: beasts are longer than broad. */
function broadness(actor: Actor, stage: Stage, person: number): number {
  const stature = statureOf(actor, stage);
  if (stature.beast) return Math.max(person, 0.86 * stature.beast.length * headShare(stature));
  // Who lies at another's feet lies partly under them.
  const [behind, before] = bodySpread[actor.pose] ?? [0, 0];
  return Math.max(person, 0.94 * (behind + before) * (actor.pose === "felled" && actor.looksAt !== null ? 0.5 : 1));
}

/** Grown-ups shorter than this are children or beasts to the eye. */
const leastGrown = 0.85;

/** In a bust grown-ups differ less in height than on their feet: a short one beside a tall one must not look like a child. */
function inBust(stature: Stature): Stature {
  if (stature.beast || stature.height < leastGrown) return stature;
  return { ...stature, height: 1 + 0.4 * (stature.height - 1) };
}

/** Busts stand on nothing that is seen, so a child need not sink to the edge of the picture to be the smaller one. */
const mostDrop = 1.1;

/** How much lower than a grown-up's a child's head is at least, in its own size: less would be a grown-up's height. */
const leastDrop = 0.65;

/** Where the head of the tallest has to stand so that the shoulders of a shorter one beside stay in the picture, as far as the upper frame allows. */
function levelOver(sizes: readonly number[], drops: readonly number[], crown: number, { y, height }: Rect): number {
  const levels = sizes.map((size, i) =>
    drops[i] ? y + height - (leastBust + Math.min(drops[i], leastDrop)) * size : Infinity,
  );
  return Math.max(Math.min(...levels), y + frameLine + crown * Math.max(...sizes));
}

/** A shorter one's head lower by what is missing, as far as the shoulders stay in the picture. */
function lowered(level: number, size: number, drop: number, { box }: Stage): number {
  if (drop === 0) return level;
  return Math.max(level, Math.min(level + Math.min(drop, mostDrop) * size, box.y + box.height - leastBust * size));
}

/** A beast that would be seen to its paws and below stands on the lower edge instead of in the air. */
function onGround(level: number, size: number, { beast }: Stature, { box }: Stage): number {
  if (!beast) return level;
  const paws = beast.grounds.sit * size;
  const bottom = box.y + box.height;
  return level + paws > bottom - 0.45 * size ? level : Math.max(level, bottom - paws - 0.12 * size);
}

/** Head sizes from a head's centre to the lower edge at least: head, shoulders and some of the chest. */
const leastBust = 1.45;

/** Feet on the ground; the feet of who stands further off are higher in the picture, so that heads stay on one level. */
function groundLevel(
  { pose, stature, own, farther }: { pose: Pose; stature: Stature; own: number; farther: number },
  { box, random }: Stage,
): number {
  const ground = box.y + box.height * random.between(0.9, 0.955) - Math.min(farther * 6, box.height * 0.13);
  const below =
    stature.beast?.grounds[pose] ?? (groundBelow[pose] ?? grownUp.ground) * (stature.ground / grownUp.ground);
  return Math.max(ground - below * own, box.y + (0.5 + (stature.reach ?? bareHead).above) * own);
}

/** Centres of the heads from left to right: at their sides, apart from each other. */
function acrossOf(actors: readonly Actor[], sizes: readonly number[], shot: Beat["shot"], stage: Stage): number[] {
  const { box, random, shift } = stage;
  const lone = actors.length === 1;
  const spread = shot === "wide" ? 0.16 : 0.24;
  const wished = actors.map(({ side }) => {
    const off =
      side === "centre" ||
      areEmbraced(actors) ||
      (actors.some(({ pose }) => gripping.has(pose) || pose === "reach") && !lone)
        ? 0
        : (side === "left" ? -1 : 1) * (lone ? spread * 0.75 : spread);
    const moved = shift * (lone ? 0.2 : 0.08);
    return box.x + box.width * clamp(0.5 + off + moved + random.between(-0.02, 0.02), 0.16, 0.84);
  });
  return partedAlong(wished, sizes, apartBy(actors, sizes, shot, box), box);
}

/** Arms that reach out would cross a neighbour's face. */
const reaching = new Set<Pose>([
  "point",
  "arms-up",
  "hold",
  "explain",
  "offer",
  "halt",
  "shrug",
  "shake-fist",
  "throw",
]);

/** Heads of two who have hold of each other, in head sizes, and of one who kicks the other. */
const handToHand = 1.95;
const footToBreast = 3.7;
const gripping = new Set<Pose>(["fight", "seize", "push", "strike", "kick"]);

/** Heads of two who stand side by side with their shoulders apart, in head sizes. */
const beside = 1.9;

/** Heads of two who hold each other: cheek to cheek, one a little before the other. */
const embraced = 0.86;

const areEmbraced = (actors: readonly Actor[]): boolean =>
  actors.length === 2 && actors.every(({ pose }) => pose === "embrace");

/** Least distance of neighbouring heads in head sizes, as far as the panel has room for it. */
function apartBy(actors: readonly Actor[], sizes: readonly number[], shot: Beat["shot"], box: Rect): number {
  if (areEmbraced(actors)) return embraced;
  const least = shot === "close" ? 1.12 : 1.45;
  if (actors.length < 2) return least;
  const room = (box.width / Math.max(...sizes) - 1.4) / (actors.length - 1);
  if (actors.length === 2 && actors.some(({ pose }) => gripping.has(pose)))
    return Math.min(actors.some(({ pose }) => pose === "kick") ? footToBreast : handToHand, Math.max(least, room));
  // A hand is laid on an arm.
  if (actors.length === 2 && actors.some(({ pose }) => pose === "reach")) return Math.min(2.1, Math.max(least, room));
  return clamp(actors.some(({ pose }) => reaching.has(pose)) ? 2.5 : beside, least, room);
}

/** Moves neighbours apart until faces are clear of each other, and all of them into the panel. */
function partedAlong(wished: readonly number[], sizes: readonly number[], apart: number, box: Rect): number[] {
  const gap = (i: number) => (((sizes[i] ?? 0) + (sizes[i + 1] ?? 0)) / 2) * apart;
  const xs = [...wished];
  for (let round = 0; round < 8; round++)
    for (let i = 0; i + 1 < xs.length; i++) {
      const [a, b] = [xs[i] ?? 0, xs[i + 1] ?? 0];
      const lack = gap(i) - (b - a);
      if (lack > 0) {
        xs[i] = a - lack / 2;
        xs[i + 1] = b + lack / 2;
      }
    }
  const inset = (i: number) => (sizes[i] ?? 0) * 0.66;
  const over = box.x + inset(0) - (xs[0] ?? 0);
  if (over > 0) for (let i = 0; i < xs.length; i++) xs[i] = (xs[i] ?? 0) + over;
  const last = xs.length - 1;
  const past = (xs[last] ?? 0) - (box.x + box.width - inset(last));
  if (past > 0) for (let i = 0; i < xs.length; i++) xs[i] = (xs[i] ?? 0) - past;
  return xs;
}
