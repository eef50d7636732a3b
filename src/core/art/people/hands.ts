import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { linePath, smoothPath } from "../ink.ts";
import { curve, flick, mass, massPath } from "./brush.ts";
import { type Finger, type HandForm, type HandGesture, type Place, handForms } from "./hand-forms-data.ts";
import { lerp } from "./space.ts";

export interface HandPlace {
  wrist: Point;
  /** Where the fingers point, radians on the page. */
  angle: number;
  length: number;
  /** Breadth beside that of a man's hand of the same length. */
  breadth: number;
  /** 1: the thumb lies clockwise of the fingers. */
  thumb: 1 | -1;
}

/** A hand as ink: what lies behind a thing that it holds and what lies before it, and its outline for halos and silhouettes. */
export interface HandInk {
  under: string;
  over: string;
  outline: string;
}

/** The hand runs on into the wrist: no line closes it there. */
const openWrist: readonly Place[] = [
  [-0.2, -0.138],
  [-0.36, -0.138],
  [-0.36, 0.138],
  [-0.2, 0.138],
];

/** Below this length in page units lines between fingers would fill up. */
const leastLined = 15;

export function drawHand(gesture: HandGesture, place: HandPlace, fill: string, width: number, fine: number): HandInk {
  if (gesture === "tucked") return { under: "", over: "", outline: "" };
  const at = ([along, across]: Place): Point => {
    const [c, s] = [steady.cos(place.angle), steady.sin(place.angle)];
    const [x, y] = [along * place.length, across * place.length * place.thumb * place.breadth];
    return { x: place.wrist.x + x * c - y * s, y: place.wrist.y + x * s + y * c };
  };
  const form: HandForm = handForms[gesture];
  const ringOf = ({ line, half }: Finger): Point[] => {
    const by = place.length * place.breadth;
    return fingerRing(line.map(at), [half[0] * by, half[1] * by], 0);
  };
  const joined = form.thumb === null ? form.fingers : [...form.fingers, form.thumb];
  const pieces = [massPath(form.palm.map(at)), ...joined.map((each) => massPath(ringOf(each)))];
  const pen = width * 0.72;
  const lined = place.length < leastLined ? "" : form.lines.map((line) => flick(line.map(at), fine)).join("");
  const whole = mass(pieces, fill, pen) + `<path d="${linePath(openWrist.map(at), true)}" fill="${fill}"/>` + lined;
  const laidOver = (each: Finger, from: number): string => {
    const by = place.length * place.breadth;
    return overlaid(each.line.map(at), [each.half[0] * by, each.half[1] * by], from, fill, pen);
  };
  // The roots of bent fingers are under the thumb; those of a small hand would be a black spot.
  const bent = form.bent.map((each) => (place.length < leastLined ? "" : laidOver(each, 0))).join("");
  const thumb = form.thumb === null ? "" : laidOver(form.thumb, 0.34);
  const outline = [...pieces, ...form.bent.map((each) => massPath(ringOf(each)))].join("");
  return form.closed ? { under: whole, over: bent + thumb, outline } : { under: whole, over: thumb, outline };
}

/** The outline of a finger along a line, round at the tip, from a share of its length. */
function fingerRing(line: readonly Point[], [root, end]: readonly [number, number], from: number): Point[] {
  const points = curve(line, 3);
  const first = Math.floor(points.length * from);
  const kept = points.slice(first);
  const sides = kept.map((p, i) => {
    const [a, b] = [kept[Math.max(0, i - 1)] ?? p, kept[Math.min(kept.length - 1, i + 1)] ?? p];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const half = lerp(root, end, (first + i) / (points.length - 1));
    return { p, nx: (-(b.y - a.y) / length) * half, ny: ((b.x - a.x) / length) * half };
  });
  const tip = sides.at(-1);
  if (!tip) return [];
  const round = [-0.6, 0, 0.6].map((turn) => ({
    x: tip.p.x + tip.ny * steady.cos(turn) - tip.nx * steady.sin(turn),
    y: tip.p.y - tip.nx * steady.cos(turn) - tip.ny * steady.sin(turn),
  }));
  return [
    ...sides.map(({ p, nx, ny }) => ({ x: p.x + nx, y: p.y + ny })),
    ...round,
    ...sides.toReversed().map(({ p, nx, ny }) => ({ x: p.x - nx, y: p.y - ny })),
  ];
}

/** A finger laid over the hand: its root runs into the hand without a line. */
function overlaid(
  line: readonly Point[],
  halves: readonly [number, number],
  from: number,
  fill: string,
  width: number,
): string {
  const whole = smoothPath(fingerRing(line, halves, 0), true);
  const edge = smoothPath(fingerRing(line, halves, from));
  return `<path d="${whole}" fill="${fill}"/><path d="${edge}" fill="none" stroke="#000" stroke-width="${width.toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}
