import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { placed, type PropShape } from "../props/prop-shape.ts";
import { fineTone, type ToneStep } from "../tone.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import type { Nib } from "./brush.ts";
import {
  type Carriage,
  fired,
  type HeldThing,
  heldThings,
  japaneseForms,
  tools,
  utensils,
} from "./held-things-data.ts";
import { type LimbInk, handPlaceOf } from "./limbs.ts";
import type { ArmPair, ArmPose, Holding } from "./poses.ts";
import type { Arm } from "./posed-arms.ts";
import type { Skeleton } from "./skeleton.ts";
import { workArms } from "./working-poses.ts";
import { clamp } from "./space.ts";

/** The thing in somebody's hand, in the form that goes with the dress; null where there is none or no picture of it. */
export function heldThingOf({ holds, pose }: StagedFigure, { costume }: ModelSheet): HeldThing | null {
  if (pose === "shoot") return fired[holds === "rifle" ? "rifle" : "pistol"];
  const tool = toolsOf[pose];
  if (tool !== undefined) return tool;
  const word = holds ?? usual[pose];
  if (word === undefined) return null;
  return heldThings[(eastern.includes(costume) ? japaneseForms[word] : undefined) ?? word] ?? null;
}

/** What is in the hand of who eats, drinks, smokes or reads, where the words do not name it. */
const usual: Readonly<Partial<Record<Pose, string>>> = {
  drink: "cup",
  eat: "bowl",
  smoke: "pipe",
  read: "book",
  "shoulder-load": "sack",
  aim: "pistol",
  write: "pen",
  dine: "bowl",
};

/** What is in the hands of who works, whatever else they have. */
const toolsOf: Readonly<Partial<Record<Pose, HeldThing>>> = { dig: tools.spade, haul: tools.rope };

const eastern: readonly ModelSheet["costume"][] = ["kimono", "haori", "hakama", "happi", "suikan", "samurai", "monk"];

/** Arms that carry a thing, and which of them has it. */
export interface Carrying {
  arms: ArmPair;
  holding: Holding;
}

const handFree: ReadonlySet<Pose> = new Set([
  "lie",
  "fall",
  "embrace",
  "bow",
  "arms-up",
  "seize",
  "push",
  "kick",
  "recoil",
  "felled",
  "leap",
  "crawl",
  "climb",
  "cower",
  "ride",
  "row",
  "swim",
  "stagger",
  "lounge",
  "abed",
  "knock",
  "steer",
]);
/** Hips so low that a thing at arm's length would go through the ground. */
const lowHips: ReadonlySet<Pose> = new Set(["sit", "kneel", "crouch"]);

/** Ways to carry a thing, the most telling first; none where the pose has no hand for it. */
export function carryingOf(
  { pose, head, speaks }: StagedFigure,
  { costume }: ModelSheet,
  thing: HeldThing,
): readonly Carrying[] {
  if (handFree.has(pose) || (lowHips.has(pose) && (thing.carriage === "low" || thing.tall))) return [];
  // Nobody speaks with a full mouth.
  const own = speaks && mouthfuls.has(pose) ? undefined : waysOfPose[pose];
  if (own) return own(thing, eastern.includes(costume));
  const long = thing.carriage === "shoulder";
  // Who faces the reader cannot level a long gun: it would point out of the picture.
  const strikes = pose === "fight" || pose === "strike" || (pose === "point" && (!long || Math.abs(head.yaw) > 26));
  const ways = [...(strikes ? (striking[thing.carriage] ?? []) : []), ...carriages[thing.carriage]];
  // A small thing does not change hands when its owner turns the head: people are right-handed. A large one goes before its owner.
  const stays = thing.carriage === "low" || (thing.carriage === "present" && thing.grip === "fist");
  const right = head.yaw >= 0 && stays ? 1 : 0;
  const sorted = ways.flatMap((way) => ("either" in way ? inEither(way.either, right) : [way]));
  const fitting = sorted.filter(({ pair }) => thing.grip === "fist" || !pair.includes(g.close));
  return fitting.map(({ pair, hand }) => ({
    arms: [gripping(pair[0], thing, hand !== 1), gripping(pair[1], thing, hand !== 0)],
    holding: { thing, hand },
  }));
}

/** Hands of two carry by what they are; a hand alone closes as the thing needs it. */
function gripping(arm: ArmPose, thing: HeldThing, holds: boolean): ArmPose {
  if (!holds || arm !== g.present || thing.grip === "fist") return arm;
  return thing.grip === "pinch" ? g.pinched : g.served;
}

interface Way {
  pair: ArmPair;
  hand: Holding["hand"];
}

const rest = arms.hangingBack;
const inLead = (arm: ArmPose): Way => ({ pair: [arm, rest], hand: 0 });
const inOther = (arm: ArmPose): Way => ({ pair: [rest, arm], hand: 1 });
/** In the right hand, or else in the left one. */
const inEither = (arm: ArmPose, right: 0 | 1): Way[] =>
  right === 0 ? [inLead(arm), inOther(arm)] : [inOther(arm), inLead(arm)];
const either = (arm: ArmPose): { either: ArmPose } => ({ either: arm });
const inBoth = (lead: ArmPose, other: ArmPose): Way => ({ pair: [lead, other], hand: "both" });

type Ways = readonly (Way | { either: ArmPose })[];

const carriages: Record<Carriage, Ways> = {
  lift: [either(g.lift)],
  raise: [either(g.raise)],
  present: [either(g.present), either(g.close)],
  // A sheet in the nearer hand would hide the face that reads it.
  read: [inBoth(g.leaf, g.leaf), inLead(g.pinched), inOther(g.pinched)],
  low: [either(arms.carryLow), either(g.hung)],
  prop: [either(g.leanOn)],
  wield: [either(g.ready)],
  aim: [either(g.aim)],
  shoulder: [inBoth(g.barrel, g.stock), inOther(arms.carryLow)],
  both: [inBoth(g.carry, g.carry), inBoth(g.carryAhead, g.carryAhead)],
  spread: [inBoth(g.spread, g.spread), inBoth(g.spreadAhead, g.spreadAhead)],
};

/** The same things where there is a fight. */
const striking: Partial<Record<Carriage, Ways>> = {
  wield: [either(g.brandish)],
  prop: [either(g.brandish)],
  shoulder: [inBoth(g.levelBarrel, g.levelStock)],
};

/** Nobody speaks with these at the mouth. */
const mouthfuls: ReadonlySet<Pose> = new Set(["drink", "smoke", "eat", "dine", "throw", "shoulder-load"]);

/** Poses that bring a thing to the mouth, throw it or work with it. */
const waysOfPose: Readonly<Partial<Record<Pose, (thing: HeldThing, eastern: boolean) => readonly Carrying[]>>> = {
  drink: (thing) => atMouth(thing),
  // A cigar is drawn in the hand.
  smoke: (thing) =>
    thing === heldThings["pipe"] ? smoking : [{ arms: [rest, g.pinched], holding: { thing, hand: 1 } }],
  eat: (thing, isEastern) => [
    {
      arms: [g.bowl, g.sip],
      holding: { thing, hand: 0, other: isEastern ? utensils.chopsticks : utensils.spoon },
    },
  ],
  reach: (thing) => [
    { arms: [g.handOver, rest], holding: { thing, hand: 0 } },
    { arms: [rest, g.handOver], holding: { thing, hand: 1 } },
  ],
  aim: (thing) => levelled(thing),
  shoot: (thing) => levelled(thing),
  dig: (thing) => [{ arms: [workArms.shaftLow, workArms.shaftHigh], holding: { thing, hand: "both" } }],
  haul: (thing) => [{ arms: [workArms.ropeFar, workArms.ropeNear], holding: { thing, hand: "both" } }],
  write: (thing) => [{ arms: [workArms.onBoard, workArms.pen], holding: { thing, hand: 1 } }],
  dine: (_, isEastern) => [
    {
      arms: [workArms.onBoard, workArms.toMouth],
      holding: { thing: isEastern ? utensils.chopsticks : utensils.spoon, hand: 1 },
    },
  ],
  throw: (thing) => [{ arms: [arms.throwAim, arms.throwBack], holding: { thing, hand: 1 } }],
  "shoulder-load": (thing) => [{ arms: [arms.loadFore, arms.loadBack], holding: { thing, hand: 1 } }],
};

/** A long gun in both hands, a short one at arm's length, or with the elbow bent where there is less room. */
const levelled = (thing: HeldThing): Carrying[] =>
  thing.carriage === "shoulder"
    ? [{ arms: [g.levelBarrel, g.levelStock], holding: { thing, hand: "both" } }]
    : [
        inFar(g.aim, thing),
        // The upper arm of the nearer one is seen: of the far one a forearm would come out of the belly.
        { arms: [rest, g.aimNear], holding: { thing, hand: 1 } },
        ...[g.present, g.close].map((arm) => inFar(arm, thing)),
      ];

const inFar = (arm: ArmPose, thing: HeldThing): Carrying => ({ arms: [arm, rest], holding: { thing, hand: 0 } });

const smoking: readonly Carrying[] = [
  { arms: [rest, g.puff], holding: { thing: utensils.pipe, hand: 1 } },
  { arms: [g.puff, rest], holding: { thing: utensils.pipe, hand: 0 } },
];

const atMouth = (thing: HeldThing): Carrying[] => [
  { arms: [rest, g.sip], holding: { thing, hand: 1 } },
  { arms: [g.sip, rest], holding: { thing, hand: 0 } },
];

/** Whether a thing is drawn before the arms that hold it, or after them. */
export const liesOverArms = ({ carriage }: HeldThing): boolean => carriage === "spread" || carriage === "read";

/** A thing in one hand. */
export function drawHeldThing(body: Skeleton, arm: Arm, thing: HeldThing, nib: Nib): LimbInk {
  const place = handPlaceOf(body, arm);
  const [along, across] = thing.grip === "pinch" ? [0.6, 0.12] : thing.grip === "palm" ? [0.5, 0] : [0.46, 0];
  const [c, s] = [steady.cos(place.angle), steady.sin(place.angle)];
  const side = across * place.thumb;
  const centre = {
    x: place.wrist.x + (along * c - side * s) * place.length,
    y: place.wrist.y + (along * s + side * c) * place.length - (thing.grip === "palm" ? 0.16 * place.length : 0),
  };
  const pointed = thing.lies === "along" && thing.carriage !== "shoulder";
  const trunk = body.see(body.axis(arm.wrist.y));
  // Things lean away from the body: to where it faces, or to the side of the hand.
  const left = pointed ? c < 0 : Math.abs(body.yaw) < 34 ? centre.x < trunk.x : body.yaw < 0;
  const degrees = (place.angle * 180) / Math.PI;
  // A long gun is drawn level: in a raised hand it is turned upright by a quarter.
  const lean = thing.carriage !== "shoulder" ? thing.tilt : s > 0.5 ? -thing.tilt : thing.tilt - 90;
  const tilt = pointed ? (left ? degrees - 180 : degrees) : left ? -lean : lean;
  return inkedThing(
    thing.shapes,
    { centre, size: thing.tall ? tallSize(body, centre) : body.sight.size, tilt },
    left,
    nib,
  );
}

/** A staff reaches from the hand to the ground. */
function tallSize(body: Skeleton, { y }: Point): number {
  const { size } = body.sight;
  const ground = Math.max(...body.legs.map(({ ankle }) => body.see(ankle).y)) + body.measures.foot * size;
  return clamp((ground - y) / 3.86, 0.55 * size, 1.3 * size);
}

/** A thing in both hands. */
export function drawSharedThing(body: Skeleton, thing: HeldThing, nib: Nib): LimbInk {
  const [a, b] = body.arms.map((arm) => {
    const { wrist, angle, length } = handPlaceOf(body, arm);
    return { x: wrist.x + steady.cos(angle) * length * 0.46, y: wrist.y + steady.sin(angle) * length * 0.46 };
  });
  if (!a || !b) return { svg: "", outline: "" };
  const centre = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const { size } = body.sight;
  // Hands hold a newspaper by its lower corners, and a box below its middle.
  if (thing.carriage === "spread")
    return inkedThing(
      newspaper(Math.abs(a.x - b.x) / size),
      { centre: { x: centre.x, y: centre.y - 0.4 * size }, size, tilt: 0 },
      false,
      nib,
    );
  if (thing.carriage === "both") centre.y -= 0.12 * size;
  const left = body.yaw < 0;
  const slope = (steady.atan2(a.y - b.y, a.x - b.x) * 180) / Math.PI;
  const tilt = thing.lies === "along" ? (left ? slope - 180 : slope) : 0;
  return inkedThing(thing.shapes, { centre, size, tilt }, left, nib);
}

/** Sheets as wide as the hands are apart. */
function newspaper(apart: number): PropShape[] {
  const half = Math.round(clamp(apart * 50 + 12, 34, 90));
  const [top, low] = [-62, 62];
  const rows = Array.from({ length: 7 }, (_, i) => top + 36 + i * 13);
  const columns = [
    [-half + 8, -7],
    [7, half - 8],
  ] as const;
  return [
    [`M${-half} ${top}L0 ${top + 8}L${half} ${top}L${half} ${low}L0 ${low + 8}L${-half} ${low}Z`, "w", 1.8],
    [`M0 ${top + 8}L0 ${low + 8}`, "n", 1.2],
    ...columns.flatMap(([from, to]): PropShape[] => [
      [`M${from} ${top + 14}L${to} ${top + 14}L${to} ${top + 25}L${from} ${top + 25}Z`, "k", 0],
      ...rows.map((y): PropShape => [`M${from} ${y}L${to} ${y}`, "n", 0.8]),
    ]),
  ];
}

const tones: readonly ToneStep[] = [10, 10, 20, 30, 40, 55, 55, 70, 70, 70];

/** Draws the shapes of a thing; `size` is the head size of who holds it, in page units. */
export function inkedThing(
  shapes: readonly PropShape[],
  pose: { centre: Point; size: number; tilt: number },
  mirror: boolean,
  nib: Nib,
): LimbInk {
  // Dots would be as large as the thing.
  const small = pose.size < 60;
  const paint = (fill: PropShape[1]): string =>
    fill === "w"
      ? "#fff"
      : fill === "k"
        ? "#000"
        : fill === "n"
          ? "none"
          : small
            ? fill > 4
              ? "#000"
              : "#fff"
            : fineTone(tones[fill] ?? 40);
  const drawn = shapes.map(([path, fill, line]) => ({ d: placed(path, { ...pose, mirror }), fill, line }));
  // A white edge parts it from cloth of its own colour.
  const edge = drawn.filter(({ fill }) => fill !== "n").map(({ d }) => d);
  const halo = `<path d="${edge.join("")}" fill="#fff" stroke="#fff" stroke-width="${(nib.bold * 2.2).toFixed(2)}" stroke-linejoin="round"/>`;
  const svg = drawn.map(({ d, fill, line }) => {
    const stroke =
      line === 0
        ? ""
        : ` stroke="${line < 0 ? "#fff" : "#000"}" stroke-width="${(Math.abs(line) * nib.line * 0.85).toFixed(2)}" stroke-linejoin="round" stroke-linecap="round"`;
    return `<path d="${d}" fill="${paint(fill)}"${stroke}/>`;
  });
  return {
    svg: (edge.length > 0 ? halo : "") + svg.join(""),
    outline: drawn.map(({ d, fill }) => (fill === "n" ? "" : d)).join(""),
  };
}

/** Words of things that can be held. */
export const heldWords: readonly string[] = Object.keys(heldThings).toSorted();
