import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { type Sight, type Spot, type Vec, between, clamp, lerp } from "./space.ts";

/**
 * A head as a pile of horizontal slices from crown (y -0.5) to chin (y 0.5), in head sizes. Each slice is a rounded
 * box: half width, front and back depth, with the middle of the face (nose, lips, chin) as a ridge of its own. Turning
 * the pile and taking the outermost point of each slice gives the outline from every side.
 */
export interface Skull {
  slice(y: number): Slice;
  /** Height of the eye line, nose tip, and mouth. */
  eyeLine: number;
  noseTip: number;
  mouthLine: number;
}

export interface Slice {
  width: number;
  front: number;
  back: number;
  /** How far the middle of the face stands out. */
  ridge: number;
}

/** Depth at which a slice is widest; under the ears the slices are those of the jaw, further forward. */
const midOf = (back: number): number => Math.max(-0.03, back + 0.07);
const widest = -0.03;
/** Squareness of a slice; 2 is an ellipse. */
const square = 2.4;

const widths: [number, number][] = [
  [-0.5, 0.02],
  [-0.485, 0.118],
  [-0.44, 0.212],
  [-0.37, 0.293],
  [-0.28, 0.349],
  [-0.18, 0.378],
  [-0.08, 0.372],
  [0, 0.36],
  [0.1, 0.346],
  [0.2, 0.312],
  [0.28, 0.28],
  [0.35, 0.234],
  [0.41, 0.182],
  [0.455, 0.13],
  [0.485, 0.084],
  [0.5, 0.03],
];
const fronts: [number, number][] = [
  [-0.5, 0],
  [-0.47, 0.115],
  [-0.4, 0.222],
  [-0.3, 0.3],
  [-0.2, 0.338],
  [-0.09, 0.352],
  [0, 0.33],
  [0.1, 0.34],
  [0.2, 0.334],
  [0.3, 0.325],
  [0.38, 0.312],
  [0.44, 0.312],
  [0.48, 0.288],
  [0.5, 0.24],
];
const backs: [number, number][] = [
  [-0.5, -0.09],
  [-0.485, -0.165],
  [-0.46, -0.232],
  [-0.4, -0.32],
  [-0.3, -0.4],
  [-0.15, -0.455],
  [0, -0.43],
  [0.1, -0.36],
  [0.17, -0.27],
  [0.22, -0.12],
  [0.27, -0.05],
  [0.32, -0.015],
  [0.38, 0.05],
  [0.43, 0.11],
  [0.47, 0.16],
  [0.5, 0.2],
];
const ridges: Record<ModelSheet["nose"], [number, number][]> = {
  small: [
    [-0.06, 0],
    [0.02, 0.008],
    [0.1, 0.045],
    [0.155, 0.085],
    [0.185, 0.082],
    [0.21, 0.03],
    [0.235, 0.012],
  ],
  straight: [
    [-0.08, 0],
    [0, 0.02],
    [0.1, 0.075],
    [0.165, 0.118],
    [0.195, 0.11],
    [0.215, 0.04],
    [0.24, 0.014],
  ],
  hooked: [
    [-0.08, 0.004],
    [-0.01, 0.035],
    [0.06, 0.092],
    [0.13, 0.122],
    [0.19, 0.128],
    [0.215, 0.09],
    [0.232, 0.03],
  ],
  broad: [
    [-0.07, 0],
    [0.01, 0.018],
    [0.1, 0.06],
    [0.165, 0.104],
    [0.198, 0.1],
    [0.222, 0.045],
    [0.24, 0.014],
  ],
};
const lips: [number, number][] = [
  [0.25, 0.016],
  [0.275, 0.03],
  [0.3, 0.016],
  [0.325, 0.026],
  [0.36, 0],
  [0.4, 0.002],
  [0.44, 0.018],
  [0.475, 0.012],
  [0.5, 0],
];

/** How each shape of face widens or narrows the slices: at temples, cheeks, jaw corner, chin; and how long the jaw is. */
const faces: Record<ModelSheet["face"], [number, number, number, number]> = {
  oval: [1, 1, 1, 1],
  round: [1.01, 1.07, 1.13, 1.12],
  square: [1, 1, 1.15, 1.42],
  long: [0.95, 0.93, 0.95, 1.05],
  heart: [1.02, 1.02, 0.95, 0.82],
};

/** The skull of a sheet: shape of face, jaw by gender, cheeks by age and build, nose. */
export function skullOf(sheet: ModelSheet): Skull {
  const child = sheet.age === "child";
  const [temple, cheek, jaw, chin] = child ? childFace(sheet.face) : faces[sheet.face];
  const man = sheet.gender === "male" && !child;
  const stout = sheet.build === "stout" ? 1.1 : sheet.build === "thin" ? 0.96 : 1;
  const soft = child ? 1.1 : sheet.age === "young" ? 1 : 1.01;
  const factors: [number, number][] = [
    [-0.3, temple],
    [0, (temple + cheek) / 2],
    [0.14, cheek * (child ? 1.06 : 1)],
    [0.3, jaw * stout * soft * (man ? 1.06 : 0.97)],
    [0.44, chin * stout * (man ? 1.22 : child ? 1.2 : 0.98)],
    [0.5, chin * (man ? 1.25 : child ? 1.35 : 1)],
  ];
  const ridge = child ? 0.5 : sheet.gender === "female" ? 0.86 : 1.04;
  const nose = ridges[child ? "small" : sheet.nose];
  const lift = child ? 0.07 : lengthOf(sheet);
  const slices = new Map<number, Slice>();
  const cut = (y: number): Slice => {
    const cheeks = child ? 0.012 * Math.exp(-(((y - 0.25) / 0.11) ** 2)) : 0;
    return {
      width: between(widths, y) * between(factors, y) + cheeks,
      front: between(fronts, y),
      back: between(backs, y),
      ridge: (y < 0.24 ? between(nose, y - lift / 2) : between(lips, y)) * (y < 0.24 ? ridge : man ? 1.1 : 0.95),
    };
  };
  return {
    eyeLine: child ? 0.118 : 0.035 + lengthOf(sheet) * 0.4,
    noseTip: 0.19 + lift / 2,
    mouthLine: 0.305 + lift / (child ? 1.9 : 2),
    slice(y) {
      // Features ask for the same heights again and again.
      const known = slices.get(y);
      if (known) return known;
      const fresh = cut(y);
      slices.set(y, fresh);
      return fresh;
    },
  };
}

/** Children of every shape of face have round cheeks and a soft chin. */
function childFace(face: ModelSheet["face"]): [number, number, number, number] {
  const [temple, cheek, jaw, chin] = faces[face];
  const soft = (value: number, round: number): number => value * 0.4 + round * 0.6;
  return [soft(temple, 1.03), soft(cheek, 1.06), soft(jaw, 1.03), soft(chin, 1)];
}

/** A little longer or shorter in the middle of the face, so that two people of one shape differ. */
const lengthOf = ({ seed }: ModelSheet): number => (((seed >>> 3) % 5) - 2) * 0.009;

/** The front of the face at a place beside the middle line; without the ridge of the nose. */
export function onFace(skull: Skull, x: number, y: number, lift = 0): Vec {
  const { width, front } = skull.slice(y);
  const t = Math.min(0.985, Math.abs(x) / width);
  return { x, y, z: widest + (front - widest) * (1 - t ** square) ** (1 / square) + lift };
}

/** The middle line of the face, nose and lips included. */
export function onRidge(skull: Skull, y: number, x = 0, share = 1): Vec {
  const { front, ridge } = skull.slice(y);
  return { x, y, z: front + ridge * share };
}

const steps = 40;

/** The points round a slice, from the front over the right side (x > 0). */
function around(slice: Slice, y: number): Vec[] {
  const points: Vec[] = [];
  const mid = midOf(slice.back);
  for (let i = 0; i < steps; i++) {
    const angle = (i / steps) * 2 * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const depth = c > 0 ? slice.front - mid : mid - slice.back;
    const power = c > 0 ? 2 / square : 1;
    const x = slice.width * Math.sign(s) * Math.abs(s) ** power;
    points.push({ x, y, z: mid + depth * Math.sign(c) * Math.abs(c) ** power });
  }
  points.push({ x: 0, y, z: slice.front + slice.ridge });
  return points;
}

export interface HeadOutline {
  /** Down the right and the left edge of the page, crown to chin. */
  right: Spot[];
  left: Spot[];
}

const levels = [
  -0.5, -0.488, -0.465, -0.43, -0.38, -0.32, -0.25, -0.18, -0.12, -0.07, -0.03, 0.01, 0.05, 0.09, 0.13, 0.16, 0.18, 0.2,
  0.218, 0.24, 0.265, 0.285, 0.305, 0.33, 0.36, 0.39, 0.42, 0.445, 0.465, 0.482, 0.493, 0.5,
];

/** The outline of the turned skull in page units. */
export function outlineOf(skull: Skull, sight: Sight): HeadOutline {
  const turn = (sight.yaw * Math.PI) / 180;
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const right: Spot[] = [];
  const left: Spot[] = [];
  for (const y of levels) {
    let [most, least]: [Vec, Vec] = [
      { x: 0, y, z: 0 },
      { x: 0, y, z: 0 },
    ];
    let [high, low] = [-9, 9];
    for (const point of around(skull.slice(y), y)) {
      const reach = point.x * c + point.z * s;
      if (reach > high) [high, most] = [reach, point];
      if (reach < low) [low, least] = [reach, point];
    }
    right.push(sight.see(most));
    left.push(sight.see(least));
  }
  return { right, left };
}

/** The outline as one closed row of points. */
export function outlineRing({ right, left }: HeadOutline): Point[] {
  return [...right, ...left.toReversed()];
}

/**
 * Where hair begins: height on the head for a direction (degrees from the front, either side). `high` lifts the line
 * over the forehead.
 */
export function hairline(degrees: number, high = 0): number {
  const a = Math.min(180, Math.abs(degrees));
  const table: [number, number][] = [
    [0, -0.27 - high],
    [25, -0.275 - high],
    [42, -0.23 - high * 0.9],
    [58, -0.1 - high * 0.3],
    [70, 0],
    [80, 0.1],
    [92, 0.06],
    [108, 0.12],
    [130, 0.25],
    [150, 0.31],
    [180, 0.34],
  ];
  return between(table, a);
}

/** A point on the head in a direction (degrees from the front, to the right) at a height, `lift` above the skin. */
export function onScalp(skull: Skull, degrees: number, y: number, lift: number): Vec {
  const slice = skull.slice(Math.min(0.46, Math.max(-0.499, y)));
  const angle = (degrees * Math.PI) / 180;
  // Below the skull hair lies on the neck, which does not run as far under as the jaw.
  const back = y < -0.2 ? slice.back : Math.min(slice.back, y > 0.12 ? -0.27 : -0.2);
  // Hair at the nape runs in to the neck.
  const nape = clamp((y - 0.02) / 0.34, 0, 1) * clamp(-Math.cos(angle) * 1.6, 0, 1);
  const depth = Math.cos(angle) > 0 ? slice.front - widest : (widest - back) * (1 - 0.12 * nape);
  // The swelling points away from the middle of the skull, so that hair lies above the crown too.
  const centre = { x: 0, y: -0.1, z: -0.05 };
  const x = lerp(slice.width, Math.min(slice.width, 0.21), nape) * Math.sin(angle);
  const z = widest + depth * Math.cos(angle);
  const away = { x: x - centre.x, y: y - centre.y, z: z - centre.z };
  const length = Math.hypot(away.x, away.y, away.z) || 1;
  return {
    x: x + (away.x / length) * lift,
    y: y + (away.y / length) * lift,
    z: z + (away.z / length) * lift,
  };
}

/** Height on the head from a share of the way from the crown (0) to a lower edge (1), even over the curve of the skull. */
export function alongScalp(share: number, edge: number): number {
  return -0.5 + (edge + 0.5) * (1 - Math.cos((share * Math.PI) / 2));
}

/**
 * The side limit of what is seen of the face at a height: on a face turned to the right, points with x up to the limit
 * are seen; turned to the left, points from the limit on.
 */
export function faceLimit(skull: Skull, yaw: number, y: number): number {
  const { width, front } = skull.slice(y);
  const turn = (Math.abs(yaw) * Math.PI) / 180;
  const dual = square / (square - 1);
  const across = width * Math.abs(Math.cos(turn));
  const along = (front - widest) * Math.sin(turn);
  const norm = (across ** dual + along ** dual) ** (1 / square) || 1;
  return ((width * across ** (dual - 1)) / norm) * Math.sign(Math.cos(turn)) * (yaw < 0 ? -1 : 1);
}

/** A point on the face, held inside what is seen of it, so that a far eye is squeezed against the cheek and not cut. */
export function onSeenFace(skull: Skull, yaw: number, x: number, y: number): Vec {
  const limit = faceLimit(skull, yaw, y);
  const held = yaw >= 0 ? Math.min(x, limit - 0.016) : Math.max(x, limit + 0.016);
  return onFace(skull, Math.abs(yaw) < 4 ? x : held, y);
}
