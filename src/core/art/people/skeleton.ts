import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion } from "../../script/script.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { arms as armPoses } from "./arm-poses.ts";
import { sideOn } from "./head-view.ts";
import { type Measures, measuresOf } from "./measures.ts";
import { type Arm, type TrunkLine, along, armOf, faceFrame, isBehindTrunk, unit, wideSleeved } from "./posed-arms.ts";
import {
  type BodyPlan,
  type Direction,
  type Holding,
  type LegPose,
  type PoseChoice,
  type PosePlan,
  floorSeat,
  poses,
} from "./poses.ts";
import { standing } from "./stances.ts";
import { type Sight, type Spot, type Vec, clamp, sightOf } from "./space.ts";

export interface Leg {
  side: 1 | -1;
  hip: Vec;
  knee: Vec;
  ankle: Vec;
  toe: Vec;
}

/** A posed body: joints in head sizes from the skull's centre, and the eye that sees them. */
export interface Skeleton extends TrunkLine {
  measures: Measures;
  sight: Sight;
  /** Degrees the trunk is turned; less than the head. */
  yaw: number;
  /** How far loose cloth is left behind at the hem, head sizes. */
  flow: number;
  /** Sits astride: the leg away from the reader is not seen. */
  straddles: boolean;
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

/** Degrees that a trunk is turned at least under a face that is drawn from the side: a profile on a square chest is two drawings. */
const sideways = 58;

/** Degrees that a neck turns at most away from the chest: a nape over a shirt front is a head put on the wrong way round. */
const neckTurns = 60;

/** Degrees that the trunk is turned at least, by where the face looks; a child's head turns alone. */
function leastTurn(headYaw: number, { age }: ModelSheet): number {
  const away = Math.abs(((((headYaw + 180) % 360) + 360) % 360) - 180);
  if (away > 120) return away - neckTurns;
  return age !== "child" && away >= sideOn && away <= 100 ? sideways : 0;
}

/** What a figure does: one that sits where people sit on the floor has a way of its own. */
export function poseChoiceOf({ pose }: StagedFigure, onFloor: boolean): PoseChoice {
  return pose === "sit" && onFloor ? floorSeat : poses[pose];
}

/** Trunk and legs of a staged figure: one of its pose's varieties, by who it is and in what temper. */
export function bodyPlanOf(figure: StagedFigure, onFloor = false): BodyPlan {
  const { person, emotion, pose, holds } = figure;
  // A thing in the hand is shown to the reader.
  const bodies = pose === "stand" && holds !== null ? standing : poseChoiceOf(figure, onFloor).bodies;
  return randomFrom(`${person} ${emotion} body`).pick(bodies);
}

/** Poses a body under a staged head. Without a plan the arms hang: enough to know where it stands. */
export function skeletonOf(
  figure: StagedFigure,
  sheet: ModelSheet,
  plan: PosePlan = { ...bodyPlanOf(figure), arms: [armPoses.hanging, armPoses.hangingBack], holding: null },
): Skeleton {
  const measures = hunched(measuresOf(sheet), figure.emotion);
  const lead: 1 | -1 = figure.head.yaw >= 0 ? 1 : -1;
  // What moves or sits is seen from the side: the trunk turns further than for talking.
  const turned = bodyYaw(figure.head.yaw);
  // Who falls or lies is seen from where the limbs show.
  const least = Math.abs(plan.roll) < 10 ? leastTurn(figure.head.yaw, sheet) : 0;
  const yaw = lead * clamp(Math.abs(turned), Math.max(plan.turn, least), Math.max(plan.most, least));
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
  const stoop = sheet.age === "old" && plan.lean < 0.14 ? 0.2 : 0;
  const axis = trunkAxis(measures, plan, stoop, lead);
  const slope = trunkSlope(measures, plan.sway * lead);
  const other = lead === 1 ? -1 : 1;
  const trunk = { axis, slope };
  const face = faceFrame(head, yaw, drop);
  const robed = wideSleeved.has(sheet.costume);
  const arms: [Arm, Arm] = [
    armOf(measures, plan.arms[0], { trunk, face, yaw, robed, drop }, lead),
    armOf(measures, plan.arms[1], { trunk, face, yaw, robed, drop }, other),
  ];
  arms.forEach((arm, index) => {
    arm.behind = isBehindTrunk(sight, arm, plan.arms[index]);
  });
  const legs = legsOf(plan, sheet);
  const pair: Skeleton["legs"] = [
    legOf(measures, legs[0], { axis, slope }, lead),
    legOf(measures, legs[1], { axis, slope }, other),
  ];
  return {
    measures,
    sight,
    yaw,
    flow: plan.flow,
    straddles: plan.straddles === true,
    axis,
    slope,
    arms,
    // Who falls or lies has no floor under the feet.
    legs: Math.abs(plan.roll) < 10 ? seenFromAbove(pair, yaw) : pair,
    holding: plan.holding,
    see: (point) => sight.see(point),
  };
}

/** How far feelings pull the shoulders up to the ears, in shares of the neck; the weary and the sad let them hang. */
const shrugs: Readonly<Partial<Record<Emotion, number>>> = {
  shocked: 0.5,
  afraid: 0.55,
  crying: 0.45,
  laughing: 0.35,
  furious: 0.35,
  surprised: 0.25,
  ashamed: 0.3,
  angry: 0.15,
  sad: -0.18,
  tired: -0.25,
};

const hunched = (measures: Measures, emotion: Emotion): Measures => ({
  ...measures,
  shoulder: measures.shoulder - (shrugs[emotion] ?? 0) * (measures.shoulder - measures.neck),
});

/** How much lower the trunk of a bowed head is drawn, head sizes: the chin comes down, and the neck must still be seen under it. */
const bowedDrop = ({ head, pose }: StagedFigure): number =>
  pose === "lie" || pose === "fall" || Math.abs(head.yaw) > 100
    ? 0
    : 0.32 * steady.sin((clamp(-head.pitch, 0, 30) * Math.PI) / 180);

function trunkAxis(measures: Measures, plan: PosePlan, stoop: number, lead: 1 | -1): (y: number) => Vec {
  const [lean, bend] = [plan.lean + stoop, plan.bend + stoop * 0.5];
  return (y) => {
    const down = (y - measures.neck) * plan.slump;
    if (down <= 0) return { x: 0, y, z: -0.1 };
    const share = clamp((y - measures.shoulder) / (measures.hip - measures.shoulder), 0, 1);
    // The head stays where it is staged, so that a trunk leaning forward lies behind it.
    return {
      x: lead * plan.sway * share * share * (3 - 2 * share),
      y: measures.neck + down * Math.sqrt(1 - lean * lean * 0.8),
      z: -0.1 - lean * down - bend * steady.sin(Math.PI * share),
    };
  };
}

/** Over the leg that bears the weight the hip is higher and the shoulder lower. */
function trunkSlope({ shoulder, hip }: Measures, sway: number): (y: number) => number {
  return (y) => sway * 0.5 * (1 - 2 * clamp((y - shoulder) / (hip - shoulder), 0, 1)) * clamp(y / shoulder, 0, 1);
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
};

/** Clothes that have a long skirt for a woman only. */
const skirts: Partial<Record<Costume, number>> = { coat: 0.7, cloak: 0.55, blouse: 0.55 };

/** Sits, kneels, crouches or falls: the cloth lies on the legs. */
const isLow = ({ legs, slump }: BodyPlan): boolean =>
  slump < 0.93 || legs.every(({ thigh, shin }) => thigh[1] < 0.5 || shin[1] < 0.2);

/** Legs as the clothes allow them. */
function legsOf(plan: BodyPlan, sheet: ModelSheet): BodyPlan["legs"] {
  if (plan.skirted && bound[sheet.costume] !== undefined) return plan.skirted;
  if (isLow(plan)) return plan.legs;
  return [strideOf(plan.legs[0], sheet), strideOf(plan.legs[1], sheet)];
}

/** In a long skirt nobody strides: the legs stay under the cloth that they carry forward, and the feet come out of its middle. */
function strideOf({ thigh, shin }: LegPose, { costume, gender }: ModelSheet): LegPose {
  const share = (gender === "female" ? skirts[costume] : undefined) ?? bound[costume] ?? 1;
  if (share === 1) return { thigh, shin };
  const most = 0.2 + 0.5 * share;
  const held = ([out, down, front]: Direction): Direction => {
    const z = clamp(front / (Math.hypot(out, down, front) || 1), -1, 1) * share;
    return [out * 0.36 - 0.03, Math.max(down, 0.8), clamp(z, -most * 0.7, most)];
  };
  return { thigh: held(thigh), shin: held(shin) };
}

/** How much lower on the page what stands a head's length nearer is: the reader's eye is at the height of the heads. */
const groundSlope = 0.2;

/** Lowers what is nearer than the middle between both feet, and lifts what is farther: they stand on a floor and not in a row. */
function seenFromAbove(legs: Skeleton["legs"], yaw: number): Skeleton["legs"] {
  const [cos, sin] = [steady.cos((yaw * Math.PI) / 180), steady.sin((yaw * Math.PI) / 180)];
  const near = ({ x, z }: Vec): number => z * cos - x * sin;
  const [a, b] = legs;
  const middle = (near(restOf(a)) + near(restOf(b))) / 2;
  const eye = (joint: Vec): Vec => ({ ...joint, y: joint.y + groundSlope * (near(joint) - middle) });
  const seen = (leg: Leg): Leg => ({ ...leg, knee: eye(leg.knee), ankle: eye(leg.ankle), toe: eye(leg.toe) });
  return [seen(a), seen(b)];
}

/** What of a leg bears on the ground: the knee of who kneels, else the foot. */
const restOf = ({ knee, ankle }: Leg): Vec => (ankle.y - knee.y < 0.4 ? knee : ankle);

function legOf(measures: Measures, pose: LegPose, { axis, slope }: TrunkLine, side: 1 | -1): Leg {
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
    : { x: side * 0.2, y: Math.max(0, -shin.z) * 0.8, z: Math.max(0.25, shin.y) };
  const length = measures.foot * 2.5;
  const toe = { x: ankle.x + flat.x * length, y: ankle.y + flat.y * length, z: ankle.z + flat.z * length };
  return { side, hip, knee, ankle, toe };
}
