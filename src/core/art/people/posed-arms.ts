import * as steady from "../../geometry/steady-math.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Costume } from "../artist.ts";
import type { HandGesture } from "./hand-forms-data.ts";
import type { Measures } from "./measures.ts";
import type { ArmPose, Direction, PlacedArm } from "./poses.ts";
import { type Sight, type Vec, clamp, sightOf } from "./space.ts";

export interface Arm {
  /** 1 is on the right of an unturned body. */
  side: 1 | -1;
  shoulder: Vec;
  elbow: Vec;
  wrist: Vec;
  /** Where the fingers point. */
  fingers: Vec;
  gesture: HandGesture;
  /** Wrist to finger tips. */
  hand: number;
  /** Drawn behind the trunk. */
  behind: boolean;
  /** The hand is before the face. */
  atFace: boolean;
  /** How it lies on the other where both are crossed. */
  crossed: "over" | "under" | null;
  /** The hand has hold of somebody's cloth. */
  pulls: boolean;
}

/** The middle of the trunk by height, and how it tilts there. */
export interface TrunkLine {
  /** A place on the axis of the trunk at a height of the standing body. */
  axis(y: number): Vec;
  /** How much lower a place of the trunk lies for every head size to the right: hips and shoulders tilt against each other. */
  slope(y: number): number;
}

export const unit = ([x, y, z]: Direction): Vec => {
  const length = Math.hypot(x, y, z) || 1;
  return { x: x / length, y: y / length, z: z / length };
};

export function along(from: Vec, direction: Direction, length: number, side: number): Vec {
  const d = unit(direction);
  return { x: from.x + side * d.x * length, y: from.y + d.y * length, z: from.z + d.z * length };
}

/** Least part of an arm's length that is seen: shorter ones look like stumps and slabs. */
const leastSeen = 0.76;

/** Turns a direction towards the plane of the page until enough of its length is seen. */
function flattened(direction: Direction, side: number, yaw: number): Direction {
  const d = unit([direction[0] * side, direction[1], direction[2]]);
  const [c, s] = [steady.cos((yaw * Math.PI) / 180), steady.sin((yaw * Math.PI) / 180)];
  const [right, near] = [d.x * c + d.z * s, d.z * c - d.x * s];
  const across = Math.hypot(right, d.y);
  if (across >= leastSeen) return direction;
  const [r, down] = across < 0.08 ? [0, 1] : [right / across, d.y / across];
  const [x, y, z] = [r * leastSeen, down * leastSeen, Math.sign(near) * Math.sqrt(1 - leastSeen ** 2)];
  return [side * (x * c - z * s), y, x * s + z * c];
}

/** The arms of the stout hang outside of what they are stout with. */
function clearOfWaist([out, down, front]: Direction, { waistWide, shoulderWide }: Measures): Direction {
  return down < 0.9 ? [out, down, front] : [out + Math.max(0, waistWide * 0.9 - shoulderWide * 0.8), down, front];
}

/** Degrees that a trunk is turned at most for its far arm to hang in sight. */
const mostSeenBeside = 50;

/** Of a turned trunk the far arm hangs clear of breast and belly: behind them it would be a bulge in the edge of the coat. */
function seenBeside([out, down, front]: Direction, m: Measures, { trunk, yaw }: ArmFrame, side: 1 | -1): Direction {
  if (down < 0.9 || side * yaw <= 0 || Math.abs(yaw) > mostSeenBeside) return [out, down, front];
  const turn = (Math.abs(yaw) * Math.PI) / 180;
  const [c, s] = [steady.cos(turn), steady.sin(turn)];
  const wide = Math.max(m.waistWide, m.hipWide, (m.chestWide + m.waistWide) / 2) + 0.06;
  const edge = Math.hypot(wide * c, m.waistDeep * s) + (m.belly + m.bust) * s + side * trunk.axis(m.hip).x * c;
  const elbow = (m.shoulderWide - m.armThick) * c - 0.1 * s + m.upperArm * (out * c + front * s);
  return [out + clamp((edge + 0.3 * m.armThick - elbow) / (m.upperArm * c), 0, 0.5), down, front];
}

/** What arms are placed by: the trunk, the head, which is turned further, and degrees that the trunk is turned. */
export interface ArmFrame {
  trunk: TrunkLine;
  face(point: Vec): Vec;
  yaw: number;
  robed: boolean;
  drop: number;
}

/** A direction on the page (right, down, to the reader) in the body's own. */
function fromPage({ x, y, z }: Vec, yaw: number): Vec {
  const [c, s] = [steady.cos((yaw * Math.PI) / 180), steady.sin((yaw * Math.PI) / 180)];
  return { x: x * c - z * s, y, z: x * s + z * c };
}

/** A place of the body on the page: right, down, to the reader. */
function toPage({ x, y, z }: Vec, yaw: number): Vec {
  const [c, s] = [steady.cos((yaw * Math.PI) / 180), steady.sin((yaw * Math.PI) / 180)];
  return { x: x * c + z * s, y, z: z * c - x * s };
}

/** A place of the head in the body's own directions. */
export function faceFrame(head: StagedFigure["head"], yaw: number, drop: number): ArmFrame["face"] {
  const own = sightOf(head);
  const tilt = (head.tilt * 0.25 * Math.PI) / 180;
  const [c, s] = [steady.cos(tilt), steady.sin(tilt)];
  return (point) => {
    const p = own.see(point);
    const [x, y] = [(p.x - head.x) / head.size, (p.y - head.y) / head.size - drop];
    return fromPage({ x: x * c + y * s, y: y * c - x * s, z: p.depth }, yaw);
  };
}

export function armOf(measures: Measures, pose: ArmPose, frame: ArmFrame, side: 1 | -1): Arm {
  const { trunk, yaw } = frame;
  const root = trunk.axis(measures.shoulder + measures.armThick * 1.05);
  const across = side * (measures.shoulderWide - measures.armThick * 0.95);
  const shoulder = { x: root.x + across, y: root.y + across * trunk.slope(measures.shoulder), z: root.z };
  if ("crossed" in pose) return crossedArm(measures, pose.crossed, frame, shoulder, side);
  if ("wrist" in pose) return placedArm(measures, pose, frame, shoulder, side);
  if (pose.coversFace) return coveringArm(measures, shoulder, side, pose.hand, frame.drop);
  const hung = seenBeside(clearOfWaist(pose.upper, measures), measures, frame, side);
  const elbow = along(shoulder, flattened(hung, side, yaw), measures.upperArm, side);
  const fore = flattened(pose.fore, side, yaw);
  const wrist = along(elbow, fore, measures.forearm, side);
  return {
    side,
    shoulder,
    elbow,
    wrist,
    fingers: sided(pose.fingers ?? fore, side),
    gesture: pose.hand,
    hand: measures.hand,
    behind: false,
    atFace: false,
    crossed: null,
    pulls: false,
  };
}

/** Cloth as wide as a bag, in which hands can be hidden. */
export const wideSleeved: ReadonlySet<Costume> = new Set([
  "robe",
  "regal",
  "kimono",
  "haori",
  "hakama",
  "suikan",
  "monk",
  "yukata",
]);

/** The forearm goes to the other's upper arm; out of wide sleeves no hand comes: they meet before the belly. */
function crossedArm(m: Measures, crossed: "over" | "under", frame: ArmFrame, shoulder: Vec, side: 1 | -1): Arm {
  const { trunk, robed } = frame;
  const upper: Direction = robed ? [0.16, 0.95, 0.16] : [0.06, 0.93, 0.3];
  const elbow = along(shoulder, clearOfWaist(upper, m), m.upperArm, side);
  const root = trunk.axis(elbow.y - 0.16 * m.upperArm);
  const opposite = { x: -shoulder.x, y: shoulder.y, z: shoulder.z };
  const wrist = robed
    ? { x: root.x - side * 0.1, y: root.y, z: root.z + m.waistDeep + m.belly + 0.16 }
    : along(opposite, clearOfWaist(upper, m), m.upperArm * (crossed === "over" ? 0.7 : 0.68), side === 1 ? -1 : 1);
  // One hand lies on the other upper arm, the other is tucked under.
  const lies = crossed === "over" && !robed;
  return {
    side,
    shoulder,
    elbow,
    wrist: lies ? { x: wrist.x + side * 0.3, y: wrist.y, z: wrist.z + 0.2 } : wrist,
    fingers: unit(lies ? [-side * 0.8, -0.6, 0.1] : [-side, -0.1, 0]),
    gesture: lies ? "laid" : "tucked",
    hand: lies ? m.hand * 0.8 : m.hand,
    behind: false,
    atFace: false,
    crossed,
    pulls: false,
  };
}

const sided = ([out, y, z]: Direction, side: 1 | -1): Vec => unit([side * out, y, z]);

/** Steps towards the reader by which a wrist may leave its place: on the page it stays there. */
const depths = [0, -0.15, -0.3, -0.45, 0.15, 0.3] as const;
/** Least part of an upper arm and of a forearm that is seen of an arm with its hand in place; of the far arm of a turned trunk less. */
const leastPlaced = 0.54;
const leastFar = 0.42;

/** An arm whose hand has its place: two lengths and the way the elbow stands out give the rest, so that no half of it is a stump. */
function placedArm(measures: Measures, pose: PlacedArm, frame: ArmFrame, shoulder: Vec, side: 1 | -1): Arm {
  const { upperArm, forearm } = measures;
  const turned = (direction: Direction): Vec => {
    if (pose.wrist.of === "trunk") return sided(direction, side);
    const [out, y, z] = direction;
    return unit(asDirection(fromPage({ x: wayOut(pose, frame, side) * out, y, z }, frame.yaw)));
  };
  const place = placeOfWrist(measures, pose, frame, shoulder, side);
  const reader = fromPage({ x: 0, y: 0, z: 1 }, frame.yaw);
  const wished = turned(pose.elbow);
  const aside = fromPage({ x: side, y: 0, z: 0 }, frame.yaw);
  // An elbow that swings out before the face would hide it.
  const ways =
    pose.wrist.of === "face"
      ? [[0, wished] as const]
      : depths.flatMap((depth) =>
          [wished, moved(wished, reader, -0.9), moved(wished, reader, 0.9), moved(wished, aside, 0.9)].map(
            (pole) => [depth, pole] as const,
          ),
        );
  const seen = (from: Vec, to: Vec): number => {
    const d = { x: to.x - from.x, y: to.y - from.y, z: to.z - from.z };
    return Math.sqrt(Math.max(0, dot(d, d) - dot(d, reader) ** 2));
  };
  const far = pose.wrist.of === "trunk" && side * frame.yaw > 3;
  let best: Bent | null = null;
  let most = 0;
  for (const [depth, pole] of ways) {
    const bent = bentArm(shoulder, moved(place, reader, depth), pole, [upperArm, forearm]);
    const share = Math.min(seen(shoulder, bent.elbow) / upperArm, seen(bent.elbow, bent.wrist) / forearm);
    if (best !== null && share <= most) continue;
    [best, most] = [bent, share];
    if (share >= (far ? leastFar : leastPlaced)) break;
  }
  const bent = best ?? bentArm(shoulder, place, wished, [upperArm, forearm]);
  const { of, front } = pose.wrist;
  const hangs = of === "face" && pose.elbow[1] > pose.elbow[0];
  const { elbow, wrist } = hangs ? hungElbow(measures, shoulder, bent.wrist, frame.yaw, side) : bent;
  return {
    side,
    shoulder,
    elbow,
    wrist,
    fingers: turned(pose.fingers),
    gesture: pose.hand,
    hand: measures.hand,
    behind: false,
    atFace: of === "face" && front > 0,
    crossed: null,
    pulls: pose.pulls === true,
  };
}

interface Bent {
  elbow: Vec;
  wrist: Vec;
}

const dot = (a: Vec, b: Vec): number => a.x * b.x + a.y * b.y + a.z * b.z;
const moved = (p: Vec, d: Vec, by: number): Vec => ({ x: p.x + d.x * by, y: p.y + d.y * by, z: p.z + d.z * by });

/** Two lengths from the shoulder towards a place, bent to the side of the pole. */
function bentArm(shoulder: Vec, place: Vec, pole: Vec, [upper, fore]: readonly [number, number]): Bent {
  const way = { x: place.x - shoulder.x, y: place.y - shoulder.y, z: place.z - shoulder.z };
  const u = unit(asDirection(way));
  const reach = clamp(Math.hypot(way.x, way.y, way.z), Math.abs(upper - fore) + 0.2, (upper + fore) * 0.985);
  const before = (upper ** 2 - fore ** 2 + reach ** 2) / (2 * reach);
  const stands = unit(asDirection(moved(pole, u, -dot(pole, u))));
  const height = Math.sqrt(Math.max(0, upper ** 2 - before ** 2));
  return { elbow: moved(moved(shoulder, u, before), stands, height), wrist: moved(shoulder, u, reach) };
}

/** Most that a forearm whose hand is at the chin leans over the breast, as a part of its length. */
const mostLean = 0.7;

/** A hand at the mouth or the chin has its elbow at the ribs of its own side, as near to them as the forearm lets it; the upper arm comes to the reader. */
function hungElbow({ upperArm, forearm }: Measures, shoulder: Vec, wrist: Vec, yaw: number, side: 1 | -1): Bent {
  const [from, to] = [toPage(shoulder, yaw), toPage(wrist, yaw)];
  const seen = forearm * 0.98;
  const across = clamp((from.x - side * 0.12 - to.x) * side, -mostLean * seen, mostLean * seen) * side;
  const x = to.x + across;
  const deep = Math.sqrt(Math.max(0, upperArm ** 2 - (x - from.x) ** 2)) * 0.985;
  const y = Math.min(to.y + Math.sqrt(seen ** 2 - across ** 2), from.y + deep);
  return { elbow: fromPage({ x, y, z: to.z }, yaw), wrist };
}

const asDirection = ({ x, y, z }: Vec): Direction => [x, y, z];

/** Degrees that a trunk is turned from which both arms act to where it looks. */
const fromSide = 18;

/** 1 to the right of the page: where an arm has its out. */
function wayOut({ wrist }: PlacedArm, { yaw }: ArmFrame, side: 1 | -1): number {
  if (wrist.of === "page") return Math.sign(yaw) || 1;
  return wrist.of === "ahead" && Math.abs(yaw) > fromSide ? Math.sign(yaw) : side;
}

function placeOfWrist(m: Measures, pose: PlacedArm, frame: ArmFrame, shoulder: Vec, side: 1 | -1): Vec {
  const { of, out, down, front } = pose.wrist;
  const scale = (m.upperArm + m.forearm) / 2.07;
  // The tips of shorter fingers still reach the face.
  const short = (0.66 - m.hand) * 0.8;
  if (of === "face") {
    const [sideways, below] = pose.fingers;
    return frame.face({ x: side * (out + sideways * short), y: down + below * short, z: front });
  }
  if (of === "page") {
    const near = fromPage({ x: (Math.sign(frame.yaw) || 1) * out, y: 0, z: front }, frame.yaw);
    return { x: near.x, y: down - frame.drop, z: near.z };
  }
  if (of !== "trunk") {
    const page = { x: wayOut(pose, frame, side) * out * scale, y: down * scale, z: 0 };
    const [across, before] = [fromPage(page, frame.yaw), fromPage({ x: 0, y: 0, z: front * scale }, frame.yaw)];
    return { x: shoulder.x + across.x + before.x, y: shoulder.y + page.y, z: shoulder.z + across.z + before.z };
  }
  const level = m.shoulder + down * (m.waist - m.shoulder);
  const root = frame.trunk.axis(level);
  const x = out * m.shoulderWide;
  const round = Math.sqrt(Math.max(0, 1 - (x / Math.max(m.chestWide, m.waistWide)) ** 2));
  const bulge = m.bust * steady.exp(-(((level - m.chest) / 0.4) ** 2)) + m.belly * clamp(down, 0, 1);
  return { x: root.x + side * x, y: root.y, z: root.z + (m.chestDeep + bulge) * round + front };
}

/** A raised arm whose hand lies before the face. Its elbow stands out to the reader, so that the upper arm is seen short. */
function coveringArm(measures: Measures, shoulder: Vec, side: 1 | -1, gesture: HandGesture, drop: number): Arm {
  // A child's hand is small for its head, and still has to hide the face.
  const hand = Math.max(measures.hand, 0.6);
  const { forearm } = measures;
  const wrist = { x: side * 0.115, y: hand - 0.1 - drop, z: 0.5 };
  const elbow = { x: wrist.x + side * forearm * 0.34, y: Math.max(shoulder.y + 0.1, wrist.y + forearm * 0.9), z: 0.5 };
  return {
    side,
    shoulder,
    elbow,
    wrist,
    fingers: unit([side * 0.1, -1, 0]),
    gesture,
    hand,
    behind: false,
    atFace: true,
    crossed: null,
    pulls: false,
  };
}

/** Whether an arm is drawn behind the trunk: the place of its hand tells, on the breast or at the back, or its depth. */
export function isBehindTrunk(sight: Sight, arm: Arm, pose: ArmPose | undefined): boolean {
  if (arm.crossed !== null) return false;
  if (pose !== undefined && "wrist" in pose && pose.wrist.of !== "ahead")
    return pose.wrist.of === "trunk" && pose.wrist.front < -0.3;
  return isBehind(sight, arm);
}

function isBehind(sight: Sight, { shoulder, elbow, wrist }: Arm): boolean {
  const [s, e, w] = [sight.see(shoulder).depth, sight.see(elbow).depth, sight.see(wrist).depth];
  return w < 0.32 && (s + e + w) / 3 < -0.12;
}
