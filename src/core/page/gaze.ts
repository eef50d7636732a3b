import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Actor, Emotion } from "../script/script.ts";

/** How an emotion carries the head, in degrees (see `Head`). */
const carriage: Readonly<Partial<Record<Emotion, { pitch: number; tilt: number }>>> = {
  sad: { pitch: -13, tilt: 5 },
  crying: { pitch: -15, tilt: 6 },
  ashamed: { pitch: -18, tilt: 5 },
  tired: { pitch: -10, tilt: 6 },
  tender: { pitch: -4, tilt: 8 },
  thinking: { pitch: 7, tilt: 6 },
  suspicious: { pitch: -6, tilt: 3 },
  smug: { pitch: 8, tilt: 6 },
  determined: { pitch: -5, tilt: 0 },
  angry: { pitch: -6, tilt: 2 },
  furious: { pitch: -8, tilt: 3 },
  afraid: { pitch: 4, tilt: 4 },
  shocked: { pitch: 7, tilt: 0 },
  surprised: { pitch: 6, tilt: 2 },
  happy: { pitch: 3, tilt: 5 },
  laughing: { pitch: 11, tilt: 7 },
};

export interface Gaze {
  yaw: number;
  pitch: number;
  tilt: number;
}

export interface Sight {
  actor: Actor;
  /** Where the head looked at is, less where this one is, in page units, y down; null when not in the picture. */
  towards: Point | null;
  /** Sign of the direction of reading: 1 to the right. */
  forward: 1 | -1;
  close: boolean;
  /** How often this one was seen alone before, so that the next view is another; null beside others and for beasts. */
  turn: number | null;
  random: Random;
}

/** Who reads looks down at the page. */
const readingPitch = -12;

const moving = new Set<Actor["pose"]>([
  "run",
  "walk",
  "reach",
  "point",
  "fight",
  "seize",
  "push",
  "throw",
  "leap",
  "crawl",
]);

/** Where a head turns: to whom it looks, where the body goes, or into the room (D5). */
export function gazeOf({ actor, towards, forward, close, turn, random }: Sight): Gaze {
  const { pitch, tilt } = carriage[actor.emotion] ?? { pitch: 0, tilt: 0 };
  const view = towards === null && turn !== null && !moving.has(actor.pose) ? viewAlone(actor, turn) : null;
  const way = view === null ? wayOf(actor, towards?.x ?? null, forward, random) : inward(actor, forward) * view.way;
  const [least, most] = view?.turn ?? turnOf(actor, towards?.x ?? null, close, random);
  return {
    yaw: Math.round(way * random.between(least, most)),
    pitch: Math.round(
      (actor.pose === "read" ? readingPitch : pitch) + (view?.pitch ?? 0) + lift(towards) + random.between(-3, 3),
    ),
    tilt: Math.round(tilt * (random() < 0.5 ? way : -way) + random.between(-2, 2)),
  };
}

/** Degrees by which somebody looks up or down to a taller or a smaller one: half of the true angle, the eyes do the rest. */
function lift(towards: Point | null): number {
  if (towards === null) return 0;
  const angle = (steady.atan2(-towards.y, Math.abs(towards.x) + 1) * 180) / Math.PI;
  return Math.max(-15, Math.min(15, angle / 2));
}

interface View {
  /** Least and greatest turn from the reader, in degrees. */
  turn: readonly [number, number];
  /** 1 into the picture, -1 out of it. */
  way: 1 | -1;
  /** Degrees by which the head is raised, beside what the feeling does with it. */
  pitch: number;
}

/** The views of somebody alone in their order: as many as a page has panels are all different, and one is a profile (P7). */
const viewsAlone: readonly View[] = [
  { turn: [24, 30], way: 1, pitch: 0 },
  { turn: [3, 9], way: 1, pitch: 0 },
  { turn: [44, 54], way: 1, pitch: -7 },
  { turn: [18, 24], way: -1, pitch: 7 },
  { turn: [74, 84], way: 1, pitch: 0 },
  { turn: [13, 18], way: 1, pitch: -6 },
  { turn: [30, 36], way: -1, pitch: 0 },
];

/** The same for who looks at one out of the picture, and so always the same way: the turns alone have to differ (P6). */
const viewsOneWay: readonly View[] = [
  { turn: [24, 30], way: 1, pitch: 0 },
  { turn: [4, 9], way: 1, pitch: 0 },
  { turn: [46, 54], way: 1, pitch: -7 },
  { turn: [14, 20], way: 1, pitch: 7 },
  { turn: [74, 84], way: 1, pitch: 0 },
  { turn: [8, 14], way: 1, pitch: -6 },
  { turn: [38, 44], way: 1, pitch: 4 },
];

/** The same for a face that must be read: no profile. */
const open = (views: readonly View[]): readonly View[] => views.filter(({ turn: [least] }) => least < 60);
const openViews = { any: open(viewsAlone), oneWay: open(viewsOneWay) };

const fromBehind: readonly [number, number] = [150, 166];

/** How somebody alone is seen this time; who looks at one out of the picture keeps looking that way (P6). */
function viewAlone(actor: Actor, turn: number): View {
  if (actor.turned === "away") return { turn: fromBehind, way: turn % 2 === 0 ? 1 : -1, pitch: 0 };
  const oneWay = actor.looksAt !== null;
  const isOpen = actor.speaks || strong.has(actor.emotion);
  const views = isOpen ? openViews[oneWay ? "oneWay" : "any"] : oneWay ? viewsOneWay : viewsAlone;
  return views[turn % views.length] ?? { turn: [24, 30], way: 1, pitch: 0 };
}

/** To the other person; out of the picture towards the middle; or forward. */
function wayOf(actor: Actor, towards: number | null, forward: 1 | -1, random: Random): 1 | -1 {
  if (towards !== null && towards !== 0) return towards > 0 ? 1 : -1;
  if (moving.has(actor.pose))
    return actor.looksAt === null || actor.side === "centre" ? forward : inward(actor, forward);
  if (actor.side === "centre") return random() < 0.5 ? 1 : -1;
  return inward(actor, forward);
}

function inward(actor: Actor, forward: 1 | -1): 1 | -1 {
  if (actor.side === "centre") return forward;
  return actor.side === "left" ? 1 : -1;
}

/** Least and greatest turn from the reader, in degrees. */
function turnOf(actor: Actor, towards: number | null, close: boolean, random: Random): readonly [number, number] {
  const chance = random();
  if (actor.turned !== undefined) return actor.turned === "away" ? fromBehind : [72, 86];
  if (actor.pose === "run" || actor.pose === "leap" || actor.pose === "crawl") return [50, 80];
  if (actor.pose === "seize" || actor.pose === "push") return [46, 76];
  if (towards !== null && !close && chance < 0.26) return [62, 84];
  if (towards !== null) return close ? [30, 54] : [34, 60];
  if (actor.looksAt !== null) return close ? [12, 38] : [20, 42];
  if (strong.has(actor.emotion)) return [4, 24];
  // Now and then a profile or almost the full face, so that faces do not all look the same way.
  if (chance < 0.14) return [72, 86];
  if (chance < 0.3) return [3, 14];
  return [18, 42];
}

const strong = new Set<Emotion>(["shocked", "furious", "crying", "determined", "surprised"]);
