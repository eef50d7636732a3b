import type { StagedFigure } from "../../page/page.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { type Measures, measuresOf } from "./measures.ts";
import { randomFrom } from "../../geometry/random.ts";
import { arms as armPoses } from "./arm-poses.ts";
import {
  type BodyPlan,
  type Direction,
  type Gesture,
  type Holding,
  type LegPose,
  type PoseChoice,
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
  gesture: Gesture;
  /** Wrist to finger tips. */
  hand: number;
  /** Drawn behind the trunk. */
  behind: boolean;
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
  const sight = sightOf({ ...figure.head, yaw, pitch: 0, tilt: figure.head.tilt * 0.25 + roll });
  const stoop = sheet.age === "old" && plan.lean < 0.1 ? 0.17 : 0;
  const axis = trunkAxis(measures, plan, stoop, lead);
  const slope = trunkSlope(measures, plan.sway * lead);
  const other = lead === 1 ? -1 : 1;
  const arms: [Arm, Arm] = [
    armOf(measures, plan, { axis, slope }, 0, lead, yaw),
    armOf(measures, plan, { axis, slope }, 1, other, yaw),
  ];
  for (const arm of arms) arm.behind = isBehind(sight, arm);
  const legs = isLow(plan) ? plan.legs : ([strideOf(plan.legs[0], sheet), strideOf(plan.legs[1], sheet)] as const);
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

function armOf(
  measures: Measures,
  plan: PosePlan,
  { axis, slope }: Trunk,
  index: 0 | 1,
  side: 1 | -1,
  yaw: number,
): Arm {
  const pose = plan.arms[index];
  const root = axis(measures.shoulder + measures.armThick * 1.05);
  const across = side * (measures.shoulderWide - measures.armThick * 0.95);
  const shoulder = { x: root.x + across, y: root.y + across * slope(measures.shoulder), z: root.z };
  if (pose.coversFace) return coveringArm(measures, shoulder, side, pose.hand);
  const elbow = along(shoulder, flattened(clearOfWaist(pose.upper, measures), side, yaw), measures.upperArm, side);
  const fore = flattened(pose.fore, side, yaw);
  const wrist = along(elbow, fore, measures.forearm, side);
  const [out, y, z] = pose.fingers ?? fore;
  return {
    side,
    shoulder,
    elbow,
    wrist,
    fingers: unit([side * out, y, z]),
    gesture: pose.hand,
    hand: measures.hand,
    behind: false,
  };
}

/** A raised arm whose hand lies before the face. Its elbow stands out to the reader, so that the upper arm is seen short. */
function coveringArm(measures: Measures, shoulder: Vec, side: 1 | -1, gesture: Gesture): Arm {
  // A child's hand is small for its head, and still has to hide the face.
  const hand = Math.max(measures.hand, 0.54);
  const { forearm } = measures;
  const wrist = { x: side * 0.115, y: hand - 0.1, z: 0.5 };
  const elbow = { x: wrist.x + side * forearm * 0.34, y: Math.max(shoulder.y + 0.1, wrist.y + forearm * 0.9), z: 0.5 };
  return { side, shoulder, elbow, wrist, fingers: unit([side * 0.1, -1, 0]), gesture, hand, behind: false };
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
  suikan: 0.6,
  "dressing-gown": 0.6,
  clergy: 0.5,
  "frock-coat": 0.9,
  coat: 0.85,
  cloak: 0.85,
};

/** Sits, kneels, crouches or falls: the cloth lies on the legs. */
const isLow = ({ legs, slump }: BodyPlan): boolean =>
  slump < 0.93 || legs.every(({ thigh, shin }) => thigh[1] < 0.5 || shin[1] < 0.2);

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
