import type { StagedFigure } from "../../page/page.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { type Measures, measuresOf } from "./measures.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { HandGesture } from "./hand-forms-data.ts";
import { arms as armPoses } from "./arm-poses.ts";
import {
  type ArmPose,
  type BodyPlan,
  type Direction,
  type Holding,
  type LegPose,
  type PoseChoice,
  type PlacedArm,
  type PosePlan,
  floorSeat,
  poses,
} from "./poses.ts";
import { type Sight, type Spot, type Vec, clamp, sightOf } from "./space.ts";

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
}

export interface Leg {
  side: 1 | -1;
  hip: Vec;
  knee: Vec;
  ankle: Vec;
  toe: Vec;
}

/** A posed body: joints in head sizes from the skull's centre, and the eye that sees them. */
export interface Skeleton {
  measures: Measures;
  sight: Sight;
  /** Degrees the trunk is turned; less than the head. */
  yaw: number;
  /** A place on the axis of the trunk at a height of the standing body. */
  axis(y: number): Vec;
  /** How much lower a place of the trunk lies for every head size to the right: hips and shoulders tilt against each other. */
  slope(y: number): number;
  arms: [Arm, Arm];
  legs: [Leg, Leg];
  holding: Holding | null;
  see(point: Vec): Spot;
}

/** The trunk follows the head by two thirds; seen from behind it is turned as far as the head. */
function bodyYaw(headYaw: number): number {
  const yaw = ((((headYaw + 180) % 360) + 360) % 360) - 180;
  const away = Math.abs(yaw);
  const turned = away <= 100 ? away * 0.66 : 66 + (away - 100) * 1.425;
  return Math.sign(yaw) * Math.min(180, turned);
}

/** What a figure does: one that sits where people sit on the floor has a way of its own. */
export function poseChoiceOf({ pose }: StagedFigure, onFloor: boolean): PoseChoice {
  return pose === "sit" && onFloor ? floorSeat : poses[pose];
}

/** Trunk and legs of a staged figure: one of its pose's varieties, by who it is and where it stands. */
export function bodyPlanOf(figure: StagedFigure, onFloor = false): BodyPlan {
  const { person, head } = figure;
  return randomFrom(`${person} ${head.x} ${head.y} body`).pick(poseChoiceOf(figure, onFloor).bodies);
}

/** Poses a body under a staged head. Without a plan the arms hang: enough to know where it stands. */
export function skeletonOf(
  figure: StagedFigure,
  sheet: ModelSheet,
  plan: PosePlan = { ...bodyPlanOf(figure), arms: [armPoses.hanging, armPoses.hangingBack], holding: null },
): Skeleton {
  const measures = measuresOf(sheet);
  const lead: 1 | -1 = figure.head.yaw >= 0 ? 1 : -1;
  // What moves or sits is seen from the side: the trunk turns further than for talking.
  const turned = bodyYaw(figure.head.yaw);
  const yaw = lead * clamp(Math.abs(turned), plan.turn, plan.most);
  const roll = plan.roll * lead;
  const { head } = figure;
  const drop = bowedDrop(figure);
  const sight = sightOf({
    ...head,
    y: head.y + drop * head.size,
    yaw,
    pitch: 0,
    tilt: head.tilt * 0.25 + roll,
  });
  const stoop = sheet.age === "old" && plan.lean < 0.1 ? 0.17 : 0;
  const axis = trunkAxis(measures, plan, stoop, lead);
  const slope = trunkSlope(measures, plan.sway * lead);
  const other = lead === 1 ? -1 : 1;
  const trunk = { axis, slope };
  const face = faceOf(head, yaw, drop);
  const robed = wideSleeved.has(sheet.costume);
  const arms: [Arm, Arm] = [
    armOf(measures, plan.arms[0], { trunk, face, yaw, robed, drop }, lead),
    armOf(measures, plan.arms[1], { trunk, face, yaw, robed, drop }, other),
  ];
  arms.forEach((arm, index) => {
    arm.behind = arm.crossed === null && (sideOfTrunk(plan.arms[index]) ?? isBehind(sight, arm));
  });
  const legs = legsOf(plan, sheet);
  return {
    measures,
    sight,
    yaw,
    axis,
    slope,
    arms,
    legs: [legOf(measures, legs[0], { axis, slope }, lead), legOf(measures, legs[1], { axis, slope }, other)],
    holding: plan.holding,
    see: (point) => sight.see(point),
  };
}

/** How much lower the trunk of a bowed head is drawn, head sizes: the chin comes down, and the neck must still be seen under it. */
const bowedDrop = ({ head, pose }: StagedFigure): number =>
  pose === "lie" || pose === "fall" ? 0 : 0.4 * Math.sin((clamp(-head.pitch, 0, 30) * Math.PI) / 180);

type Trunk = Pick<Skeleton, "axis" | "slope">;

function trunkAxis(measures: Measures, plan: PosePlan, stoop: number, lead: 1 | -1): (y: number) => Vec {
  const lean = plan.lean + stoop;
  return (y) => {
    const down = (y - measures.neck) * plan.slump;
    if (down <= 0) return { x: 0, y, z: -0.1 };
    const share = clamp((y - measures.shoulder) / (measures.hip - measures.shoulder), 0, 1);
    // The head stays where it is staged, so that a trunk leaning forward lies behind it.
    return {
      x: lead * plan.sway * share * share * (3 - 2 * share),
      y: measures.neck + down * Math.sqrt(1 - lean * lean * 0.8),
      z: -0.1 - lean * down,
    };
  };
}

/** Over the leg that bears the weight the hip is higher and the shoulder lower. */
function trunkSlope({ shoulder, hip }: Measures, sway: number): (y: number) => number {
  return (y) => sway * 0.5 * (1 - 2 * clamp((y - shoulder) / (hip - shoulder), 0, 1)) * clamp(y / shoulder, 0, 1);
}

const unit = ([x, y, z]: Direction): Vec => {
  const length = Math.hypot(x, y, z) || 1;
  return { x: x / length, y: y / length, z: z / length };
};

function along(from: Vec, direction: Direction, length: number, side: number): Vec {
  const d = unit(direction);
  return { x: from.x + side * d.x * length, y: from.y + d.y * length, z: from.z + d.z * length };
}

/** Least part of an arm's length that is seen: shorter ones look like stumps and slabs. */
const leastSeen = 0.76;

/** Turns a direction towards the plane of the page until enough of its length is seen. */
function flattened(direction: Direction, side: number, yaw: number): Direction {
  const d = unit([direction[0] * side, direction[1], direction[2]]);
  const [c, s] = [Math.cos((yaw * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)];
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

/** What arms are placed by: the trunk, the head, which is turned further, and degrees that the trunk is turned. */
interface Frame {
  trunk: Trunk;
  face(point: Vec): Vec;
  yaw: number;
  robed: boolean;
  drop: number;
}

/** A direction on the page (right, down, to the reader) in the body's own. */
function fromPage({ x, y, z }: Vec, yaw: number): Vec {
  const [c, s] = [Math.cos((yaw * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)];
  return { x: x * c - z * s, y, z: x * s + z * c };
}

/** A place of the head in the body's own directions. */
function faceOf(head: StagedFigure["head"], yaw: number, drop: number): Frame["face"] {
  const own = sightOf(head);
  const tilt = (head.tilt * 0.25 * Math.PI) / 180;
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  return (point) => {
    const p = own.see(point);
    const [x, y] = [(p.x - head.x) / head.size, (p.y - head.y) / head.size - drop];
    return fromPage({ x: x * c + y * s, y: y * c - x * s, z: p.depth }, yaw);
  };
}

function armOf(measures: Measures, pose: ArmPose, frame: Frame, side: 1 | -1): Arm {
  const { trunk, yaw } = frame;
  const root = trunk.axis(measures.shoulder + measures.armThick * 1.05);
  const across = side * (measures.shoulderWide - measures.armThick * 0.95);
  const shoulder = { x: root.x + across, y: root.y + across * trunk.slope(measures.shoulder), z: root.z };
  if ("crossed" in pose) return crossedArm(measures, pose.crossed, frame, shoulder, side);
  if ("wrist" in pose) return placedArm(measures, pose, frame, shoulder, side);
  if (pose.coversFace) return coveringArm(measures, shoulder, side, pose.hand, frame.drop);
  const elbow = along(shoulder, flattened(clearOfWaist(pose.upper, measures), side, yaw), measures.upperArm, side);
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

/** The forearm goes to the other's upper arm, which hides its hand; out of wide sleeves no hand comes: they meet before the belly. */
function crossedArm(m: Measures, crossed: "over" | "under", frame: Frame, shoulder: Vec, side: 1 | -1): Arm {
  const { trunk, robed } = frame;
  const upper: Direction = robed ? [0.16, 0.95, 0.16] : [0.06, 0.93, 0.3];
  const elbow = along(shoulder, clearOfWaist(upper, m), m.upperArm, side);
  const root = trunk.axis(elbow.y - 0.16 * m.upperArm);
  const opposite = { x: -shoulder.x, y: shoulder.y, z: shoulder.z };
  const wrist = robed
    ? { x: root.x - side * 0.1, y: root.y, z: root.z + m.waistDeep + m.belly + 0.16 }
    : along(opposite, clearOfWaist(upper, m), m.upperArm * (crossed === "over" ? 0.6 : 0.68), side === 1 ? -1 : 1);
  return {
    side,
    shoulder,
    elbow,
    wrist,
    fingers: unit([-side, -0.1, 0]),
    gesture: "tucked",
    hand: m.hand,
    behind: false,
    atFace: false,
    crossed,
  };
}

const sided = ([out, y, z]: Direction, side: 1 | -1): Vec => unit([side * out, y, z]);

/** Steps towards the reader by which a wrist may leave its place: on the page it stays there. */
const depths = [0, -0.15, -0.3, -0.45, 0.15, 0.3] as const;
/** Least part of an upper arm and of a forearm that is seen of an arm with its hand in place; of the far arm of a turned trunk less. */
const leastPlaced = 0.54;
const leastFar = 0.42;

/** An arm whose hand has its place: two lengths and the way the elbow stands out give the rest, so that no half of it is a stump. */
function placedArm(measures: Measures, pose: PlacedArm, frame: Frame, shoulder: Vec, side: 1 | -1): Arm {
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
  const { elbow, wrist } = best ?? bentArm(shoulder, place, wished, [upperArm, forearm]);
  const { of, front } = pose.wrist;
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

const asDirection = ({ x, y, z }: Vec): Direction => [x, y, z];

/** Degrees that a trunk is turned from which both arms act to where it looks. */
const fromSide = 18;

/** 1 to the right of the page: where an arm has its out. */
function wayOut({ wrist }: PlacedArm, { yaw }: Frame, side: 1 | -1): number {
  return wrist.of === "ahead" && Math.abs(yaw) > fromSide ? Math.sign(yaw) : side;
}

function placeOfWrist(m: Measures, pose: PlacedArm, frame: Frame, shoulder: Vec, side: 1 | -1): Vec {
  const { of, out, down, front } = pose.wrist;
  const scale = (m.upperArm + m.forearm) / 2.07;
  // The tips of shorter fingers still reach the face.
  const short = (0.66 - m.hand) * 0.8;
  if (of === "face") {
    const [sideways, below] = pose.fingers;
    return frame.face({ x: side * (out + sideways * short), y: down + below * short, z: front });
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
  const bulge = m.bust * Math.exp(-(((level - m.chest) / 0.4) ** 2)) + m.belly * clamp(down, 0, 1);
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
  };
}

/** Whether an arm is drawn behind the trunk where the place of its hand tells: on the breast, or at the back. */
function sideOfTrunk(pose: ArmPose | undefined): boolean | null {
  if (pose === undefined || !("wrist" in pose) || pose.wrist.of === "ahead") return null;
  return pose.wrist.of === "trunk" && pose.wrist.front < -0.3;
}

function isBehind(sight: Sight, { shoulder, elbow, wrist }: Arm): boolean {
  const [s, e, w] = [sight.see(shoulder).depth, sight.see(elbow).depth, sight.see(wrist).depth];
  return w < 0.32 && (s + e + w) / 3 < -0.12;
}

/** Clothes that bind the legs: how much of a stride they leave. */
const bound: Partial<Record<Costume, number>> = {
  dress: 0.55,
  regency: 0.55,
  gown: 0.55,
  "apron-dress": 0.6,
  maid: 0.5,
  shawl: 0.5,
  robe: 0.5,
  regal: 0.5,
  kimono: 0.5,
  haori: 0.5,
  monk: 0.5,
  hakama: 0.65,
  "dressing-gown": 0.6,
  clergy: 0.5,
  "frock-coat": 0.9,
  coat: 0.85,
  cloak: 0.85,
};

/** Sits, kneels, crouches or falls: the cloth lies on the legs. */
const isLow = ({ legs, slump }: BodyPlan): boolean =>
  slump < 0.93 || legs.every(({ thigh, shin }) => thigh[1] < 0.5 || shin[1] < 0.2);

/** Legs as the clothes allow them. */
function legsOf(plan: BodyPlan, sheet: ModelSheet): BodyPlan["legs"] {
  if (plan.skirted && bound[sheet.costume] !== undefined) return plan.skirted;
  if (isLow(plan)) return plan.legs;
  return [strideOf(plan.legs[0], sheet), strideOf(plan.legs[1], sheet)];
}

/** In a long skirt nobody strides: the legs stay under the cloth that they carry forward. */
function strideOf({ thigh, shin }: LegPose, { costume }: ModelSheet): LegPose {
  const share = bound[costume] ?? 1;
  if (share === 1) return { thigh, shin };
  const most = 0.2 + 0.5 * share;
  const held = ([out, down, front]: Direction): Direction => {
    const z = clamp(front / (Math.hypot(out, down, front) || 1), -1, 1) * share;
    return [out, Math.max(down, 0.8), clamp(z, -most * 0.7, most)];
  };
  return { thigh: held(thigh), shin: held(shin) };
}

function legOf(measures: Measures, pose: LegPose, { axis, slope }: Trunk, side: 1 | -1): Leg {
  const root = axis(measures.hip + 0.06);
  const across = side * measures.hipWide * 0.5;
  const hip = { x: root.x + across, y: root.y + across * slope(measures.hip), z: root.z };
  const knee = along(hip, pose.thigh, measures.thigh, side);
  const ankle = along(knee, pose.shin, measures.shin, side);
  // A foot stands at a right angle to the shin; on a shin that lies on the ground it is stretched out behind.
  const shin = unit(pose.shin);
  const lies = shin.z < -0.94;
  const flat = lies
    ? { x: 0, y: 0.06, z: -0.7 }
    : { x: side * 0.16, y: Math.max(0, -shin.z) * 0.8, z: Math.max(0.25, shin.y) };
  const length = measures.foot * 1.9;
  return {
    side,
    hip,
    knee,
    ankle,
    toe: { x: ankle.x + flat.x * length, y: ankle.y + flat.y * length, z: ankle.z + flat.z * length },
  };
}
