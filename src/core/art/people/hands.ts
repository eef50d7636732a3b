import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { curve, flick, mass, massPath } from "./brush.ts";
import type { Gesture } from "./poses.ts";

/** A place on a hand's own plane: along the fingers from the wrist (0) to the tips (1), and towards the thumb. */
type Place = readonly [along: number, across: number];

interface HandShape {
  /** Outline of the back of the hand with the fingers that lie together. */
  ring: readonly Place[];
  /** Fingers that stand off by themselves: a line and half its width. */
  fingers: readonly (readonly [line: readonly Place[], half: number])[];
  /** The thumb where it lies on the hand or on what is held. */
  thumb: readonly Place[] | null;
  /** Lines between fingers. */
  lines: readonly (readonly Place[])[];
}

const wristIn: readonly Place[] = [
  [-0.3, 0.115],
  [0, 0.12],
];
const wristOut: readonly Place[] = [
  [0, -0.12],
  [-0.3, -0.115],
];

const knuckles: readonly Place[] = [
  [0.16, 0.19],
  [0.36, 0.25],
  [0.54, 0.24],
  [0.64, 0.19],
  [0.66, 0.11],
  [0.64, 0.085],
  [0.69, 0.04],
  [0.66, -0.03],
  [0.67, -0.09],
  [0.63, -0.12],
  [0.61, -0.2],
  [0.48, -0.25],
  [0.26, -0.24],
  [0.1, -0.18],
];
const knuckleLines: HandShape["lines"] = [
  [
    [0.65, 0.09],
    [0.56, 0.08],
    [0.47, 0.09],
  ],
  [
    [0.66, -0.02],
    [0.57, -0.03],
    [0.47, -0.02],
  ],
  [
    [0.63, -0.12],
    [0.55, -0.13],
    [0.46, -0.12],
  ],
];

/** A palm seen from its back, and four fingers side by side: their round tips make the edge. */
const palm: readonly Place[] = [
  ...wristIn,
  [0.14, 0.16],
  [0.3, 0.215],
  [0.5, 0.225],
  [0.56, 0.1],
  [0.57, 0],
  [0.54, -0.12],
  [0.46, -0.215],
  [0.28, -0.215],
  [0.12, -0.17],
  ...wristOut,
];
const sideBySide: HandShape["fingers"] = [
  [
    [
      [0.4, 0.155],
      [0.64, 0.17],
      [0.87, 0.165],
    ],
    0.068,
  ],
  [
    [
      [0.4, 0.05],
      [0.68, 0.055],
      [0.95, 0.055],
    ],
    0.068,
  ],
  [
    [
      [0.4, -0.055],
      [0.66, -0.06],
      [0.91, -0.058],
    ],
    0.065,
  ],
  [
    [
      [0.38, -0.155],
      [0.58, -0.168],
      [0.77, -0.165],
    ],
    0.056,
  ],
];
const betweenFingers: HandShape["lines"] = [
  [
    [0.52, 0.105],
    [0.7, 0.112],
    [0.9, 0.11],
  ],
  [
    [0.54, 0],
    [0.72, -0.002],
    [0.93, 0],
  ],
  [
    [0.5, -0.11],
    [0.66, -0.116],
    [0.82, -0.112],
  ],
];

const shapes: Record<Exclude<Gesture, "tucked">, HandShape> = {
  relaxed: {
    ring: [
      ...wristIn,
      [0.16, 0.17],
      [0.3, 0.25],
      [0.44, 0.295],
      [0.54, 0.28],
      [0.56, 0.23],
      [0.47, 0.19],
      [0.45, 0.15],
      [0.62, 0.155],
      [0.8, 0.135],
      [0.885, 0.085],
      [0.9, 0.06],
      [0.97, 0.015],
      [0.95, -0.04],
      [0.91, -0.06],
      [0.88, -0.115],
      [0.82, -0.135],
      [0.75, -0.165],
      [0.63, -0.205],
      [0.42, -0.21],
      [0.2, -0.18],
      ...wristOut,
    ],
    fingers: [],
    thumb: null,
    lines: [
      [
        [0.56, 0.055],
        [0.74, 0.06],
        [0.9, 0.055],
      ],
      [
        [0.54, -0.04],
        [0.74, -0.045],
        [0.91, -0.06],
      ],
      [
        [0.52, -0.12],
        [0.68, -0.13],
        [0.81, -0.14],
      ],
    ],
  },
  flat: {
    ring: palm,
    fingers: [
      [
        [
          [0.1, 0.08],
          [0.32, 0.25],
          [0.56, 0.33],
        ],
        0.072,
      ],
      ...sideBySide,
    ],
    thumb: null,
    lines: betweenFingers,
  },
  laid: { ring: palm, fingers: sideBySide, thumb: null, lines: betweenFingers },
  fist: {
    ring: [...wristIn, ...knuckles, ...wristOut],
    fingers: [],
    thumb: [
      [0.2, 0.05],
      [0.36, 0.14],
      [0.48, 0.1],
      [0.52, -0.04],
    ],
    lines: knuckleLines,
  },
  point: {
    ring: [...wristIn, ...knuckles, ...wristOut],
    fingers: [
      [
        [
          [0.42, 0.16],
          [0.74, 0.18],
          [1.06, 0.15],
        ],
        0.072,
      ],
    ],
    thumb: [
      [0.18, 0.06],
      [0.34, 0.12],
      [0.48, 0.06],
      [0.54, -0.06],
    ],
    lines: knuckleLines.slice(1),
  },
  /** Fingers bent towards the thumb, with a thin thing between them or without. */
  pinch: {
    ring: [
      ...wristIn,
      [0.18, 0.18],
      [0.38, 0.19],
      [0.6, 0.2],
      [0.76, 0.17],
      [0.8, 0.09],
      [0.78, 0.055],
      [0.81, 0.0],
      [0.77, -0.06],
      [0.76, -0.12],
      [0.69, -0.145],
      [0.64, -0.2],
      [0.48, -0.23],
      [0.28, -0.22],
      [0.1, -0.17],
      ...wristOut,
    ],
    fingers: [],
    thumb: [
      [0.14, 0.04],
      [0.34, 0.17],
      [0.54, 0.2],
      [0.7, 0.14],
    ],
    lines: [
      [
        [0.78, 0.055],
        [0.66, 0.06],
        [0.54, 0.06],
      ],
      [
        [0.77, -0.06],
        [0.65, -0.06],
        [0.52, -0.04],
      ],
      [
        [0.69, -0.145],
        [0.6, -0.14],
        [0.5, -0.12],
      ],
    ],
  },
  open: {
    ring: [
      ...wristIn,
      [0.16, 0.18],
      [0.36, 0.21],
      [0.52, 0.17],
      [0.55, 0.02],
      [0.53, -0.12],
      [0.44, -0.21],
      [0.22, -0.21],
      ...wristOut,
    ],
    fingers: [
      [
        [
          [0.16, 0.1],
          [0.36, 0.3],
          [0.54, 0.46],
        ],
        0.078,
      ],
      [
        [
          [0.44, 0.14],
          [0.7, 0.2],
          [0.94, 0.27],
        ],
        0.068,
      ],
      [
        [
          [0.46, 0.04],
          [0.74, 0.05],
          [1.03, 0.07],
        ],
        0.07,
      ],
      [
        [
          [0.44, -0.07],
          [0.72, -0.11],
          [0.97, -0.14],
        ],
        0.066,
      ],
      [
        [
          [0.38, -0.16],
          [0.6, -0.25],
          [0.8, -0.32],
        ],
        0.058,
      ],
    ],
    thumb: null,
    lines: [
      [
        [0.22, 0.12],
        [0.36, 0.04],
        [0.4, -0.1],
      ],
    ],
  },
};

export interface HandPlace {
  wrist: Point;
  /** Where the fingers point, radians on the page. */
  angle: number;
  length: number;
  /** 1: the thumb lies clockwise of the fingers. */
  thumb: 1 | -1;
}

/** A hand as ink: what lies behind a thing that it holds and what lies before it, and its outline for halos and silhouettes. */
export interface HandInk {
  under: string;
  over: string;
  outline: string;
}

/** Below this length in page units lines between fingers would fill up. */
const leastLined = 15;

export function drawHand(gesture: Gesture, place: HandPlace, fill: string, width: number, fine: number): HandInk {
  if (gesture === "tucked") return { under: "", over: "", outline: "" };
  const at = ([along, across]: Place): Point => {
    const [c, s] = [Math.cos(place.angle), Math.sin(place.angle)];
    const [x, y] = [along * place.length, across * place.length * place.thumb];
    return { x: place.wrist.x + x * c - y * s, y: place.wrist.y + x * s + y * c };
  };
  const { ring, fingers, thumb, lines } = shapes[gesture];
  const pieces = [
    massPath(ring.map(at)),
    ...fingers.map(([line, half]) => massPath(fingerRing(line.map(at), half * place.length, 0))),
  ];
  const lined = place.length < leastLined ? "" : lines.map((line) => flick(line.map(at), fine)).join("");
  const back = mass(pieces, fill, width * 0.72) + lined;
  const front = thumb === null ? "" : thumbOn(thumb.map(at), place.length * 0.078, fill, width * 0.72);
  // Fingers close round what is held in the fist, and lie behind what is held by thumb and fingers.
  const loose = gesture === "pinch" || gesture === "flat" || gesture === "open";
  return { under: loose ? back : "", over: loose ? front : back + front, outline: pieces.join("") };
}

/** The outline of a finger along a line, round at the tip, from a share of its length. */
function fingerRing(line: readonly Point[], half: number, from: number): Point[] {
  const points = curve(line, 3);
  const kept = points.slice(Math.floor(points.length * from));
  const sides = kept.map((p, i) => {
    const [a, b] = [kept[Math.max(0, i - 1)] ?? p, kept[Math.min(kept.length - 1, i + 1)] ?? p];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const slim = half * (1 - 0.16 * (i / kept.length));
    return { p, nx: (-(b.y - a.y) / length) * slim, ny: ((b.x - a.x) / length) * slim };
  });
  const tip = sides.at(-1);
  if (!tip) return [];
  const round = [-0.6, 0, 0.6].map((turn) => ({
    x: tip.p.x + tip.ny * Math.cos(turn) - tip.nx * Math.sin(turn),
    y: tip.p.y - tip.nx * Math.cos(turn) - tip.ny * Math.sin(turn),
  }));
  return [
    ...sides.map(({ p, nx, ny }) => ({ x: p.x + nx, y: p.y + ny })),
    ...round,
    ...sides.toReversed().map(({ p, nx, ny }) => ({ x: p.x - nx, y: p.y - ny })),
  ];
}

/** A thumb laid over the hand: its root runs into the hand without a line. */
function thumbOn(line: readonly Point[], half: number, fill: string, width: number): string {
  const whole = smoothPath(fingerRing(line, half, 0), true);
  const edge = smoothPath(fingerRing(line, half, 0.3));
  return `<path d="${whole}" fill="${fill}"/><path d="${edge}" fill="none" stroke="#000" stroke-width="${width.toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}
