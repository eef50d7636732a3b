import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { flick, mass, ribbonPath, windingOf } from "./brush.ts";
import type { Gesture } from "./poses.ts";

/** A hand on its own plane: along the fingers from the wrist (0) to the tips (1), and towards the thumb. */
type Shape = readonly (readonly [number, number])[];

interface HandShape {
  ring: Shape;
  lines: readonly Shape[];
}

const shapes: Record<Exclude<Gesture, "open">, HandShape> = {
  relaxed: {
    ring: [
      [-0.3, 0.135],
      [0, 0.14],
      [0.2, 0.21],
      [0.4, 0.36],
      [0.58, 0.38],
      [0.64, 0.3],
      [0.54, 0.21],
      [0.7, 0.18],
      [0.9, 0.12],
      [0.98, 0],
      [0.94, -0.13],
      [0.78, -0.23],
      [0.5, -0.25],
      [0.22, -0.2],
      [0, -0.14],
      [-0.3, -0.135],
    ],
    lines: [
      [
        [0.66, 0.06],
        [0.8, 0.05],
        [0.94, 0.02],
      ],
      [
        [0.64, -0.05],
        [0.8, -0.08],
        [0.92, -0.09],
      ],
      [
        [0.34, 0.24],
        [0.46, 0.2],
        [0.55, 0.2],
      ],
    ],
  },
  flat: {
    ring: [
      [-0.3, 0.135],
      [0, 0.14],
      [0.22, 0.2],
      [0.4, 0.32],
      [0.58, 0.34],
      [0.62, 0.27],
      [0.52, 0.19],
      [0.75, 0.17],
      [0.97, 0.1],
      [1.02, 0],
      [0.96, -0.12],
      [0.78, -0.2],
      [0.46, -0.23],
      [0.2, -0.2],
      [0, -0.14],
      [-0.3, -0.135],
    ],
    lines: [
      [
        [0.6, 0.07],
        [0.8, 0.06],
        [0.97, 0.04],
      ],
      [
        [0.58, -0.03],
        [0.8, -0.04],
        [0.98, -0.05],
      ],
      [
        [0.36, 0.22],
        [0.46, 0.18],
        [0.54, 0.18],
      ],
    ],
  },
  fist: {
    ring: [
      [-0.3, 0.135],
      [0, 0.14],
      [0.18, 0.22],
      [0.4, 0.29],
      [0.58, 0.27],
      [0.67, 0.14],
      [0.69, -0.04],
      [0.66, -0.2],
      [0.54, -0.29],
      [0.3, -0.28],
      [0.12, -0.21],
      [0, -0.14],
      [-0.3, -0.135],
    ],
    lines: [
      [
        [0.67, 0.11],
        [0.58, 0.1],
        [0.48, 0.11],
      ],
      [
        [0.69, -0.03],
        [0.58, -0.04],
        [0.48, -0.03],
      ],
      [
        [0.66, -0.16],
        [0.56, -0.17],
        [0.48, -0.16],
      ],
      [
        [0.26, 0.26],
        [0.42, 0.17],
        [0.52, 0.04],
        [0.5, -0.06],
      ],
    ],
  },
  hold: {
    ring: [
      [-0.3, 0.135],
      [0, 0.14],
      [0.16, 0.22],
      [0.34, 0.34],
      [0.56, 0.4],
      [0.66, 0.33],
      [0.6, 0.24],
      [0.68, 0.12],
      [0.69, -0.05],
      [0.65, -0.2],
      [0.52, -0.28],
      [0.28, -0.27],
      [0.1, -0.2],
      [0, -0.14],
      [-0.3, -0.135],
    ],
    lines: [
      [
        [0.68, 0.1],
        [0.58, 0.09],
        [0.46, 0.11],
      ],
      [
        [0.69, -0.04],
        [0.58, -0.05],
        [0.46, -0.03],
      ],
      [
        [0.65, -0.17],
        [0.56, -0.18],
        [0.46, -0.16],
      ],
      [
        [0.4, 0.2],
        [0.5, 0.22],
        [0.6, 0.24],
      ],
    ],
  },
  point: {
    ring: [
      [-0.3, 0.135],
      [0, 0.14],
      [0.18, 0.22],
      [0.36, 0.3],
      [0.5, 0.29],
      [0.96, 0.3],
      [1.08, 0.24],
      [1, 0.16],
      [0.66, 0.13],
      [0.68, 0],
      [0.65, -0.16],
      [0.54, -0.27],
      [0.3, -0.27],
      [0.12, -0.2],
      [0, -0.14],
      [-0.3, -0.135],
    ],
    lines: [
      [
        [0.66, 0.13],
        [0.56, 0.12],
        [0.48, 0.13],
      ],
      [
        [0.67, -0.01],
        [0.58, -0.02],
        [0.48, -0.01],
      ],
      [
        [0.64, -0.15],
        [0.56, -0.16],
        [0.48, -0.14],
      ],
      [
        [0.24, 0.25],
        [0.4, 0.14],
        [0.5, 0.04],
      ],
    ],
  },
};

const fingers: readonly [number, number, number, number, number][] = [
  [0.2, 0.14, 0.58, 0.54, 0.075],
  [0.46, 0.16, 0.98, 0.3, 0.066],
  [0.48, 0.04, 1.07, 0.08, 0.068],
  [0.47, -0.08, 1, -0.16, 0.064],
  [0.42, -0.18, 0.84, -0.37, 0.056],
];
const palm: Shape = [
  [-0.3, 0.13],
  [0, 0.135],
  [0.2, 0.2],
  [0.42, 0.22],
  [0.56, 0.16],
  [0.57, -0.04],
  [0.5, -0.22],
  [0.24, -0.22],
  [0, -0.135],
  [-0.3, -0.13],
];

export interface HandPlace {
  wrist: Point;
  /** Where the fingers point, radians on the page. */
  angle: number;
  length: number;
  /** 1: the thumb lies clockwise of the fingers. */
  thumb: 1 | -1;
}

/** A hand as ink, and its outline for halos and silhouettes. */
export interface HandInk {
  svg: string;
  outline: string;
}

export function drawHand(gesture: Gesture, place: HandPlace, fill: string, width: number, fine: number): HandInk {
  const at = ([along, across]: readonly [number, number]): Point => {
    const [c, s] = [Math.cos(place.angle), Math.sin(place.angle)];
    const [x, y] = [along * place.length, across * place.length * place.thumb];
    return { x: place.wrist.x + x * c - y * s, y: place.wrist.y + x * s + y * c };
  };
  if (gesture === "open") return openHand(at, place.length, fill, width, fine);
  const { ring, lines } = shapes[gesture];
  const detail = place.length > 26 ? lines.map((line) => flick(line.map(at), fine)).join("") : "";
  const outline = smoothPath(ring.map(at), true);
  const svg = `<path d="${outline}" fill="${fill}" stroke="#000" stroke-width="${width.toFixed(2)}" stroke-linejoin="round"/>${detail}`;
  return { svg, outline };
}

function openHand(
  at: (p: readonly [number, number]) => Point,
  length: number,
  fill: string,
  width: number,
  fine: number,
): HandInk {
  const paths = fingers.map(([x1, y1, x2, y2, half]) => {
    const bend = (y2 - y1) * 0.1;
    const line = [at([x1, y1]), at([(x1 + x2) / 2, (y1 + y2) / 2 + bend]), at([x2, y2])];
    const ribbon = ribbonPath(
      line,
      (t) =>
        1.12 *
        half *
        length *
        (t < 0.86 ? 1 - t * 0.12 : 0.9 * Math.sqrt(Math.max(0, 1 - ((t - 0.86) / 0.14) ** 2)) + 0.02),
    );
    return ribbon;
  });
  const creases = length > 26 ? flick([at([0.2, 0.16]), at([0.36, 0.06]), at([0.4, -0.08])], fine) : "";
  // Fingers run against the clock; a palm the other way round would cut holes where they meet.
  const ring = palm.map(at);
  const pieces = [smoothPath(windingOf(ring) > 0 ? ring.toReversed() : ring, true), ...paths];
  return { svg: mass(pieces, fill, width * 0.8) + creases, outline: pieces.join("") };
}
