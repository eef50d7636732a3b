import * as steady from "../geometry/steady-math.ts";
import type { Rgb } from "./palette.ts";

type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * What people without red or without green cones see, on linear light.
 * Source: F. Viénot, H. Brettel, J. Mollon, Digital video colourmaps for checking the legibility of displays by dichromats (1999).
 */
const blindness: Readonly<Record<"protanopia" | "deuteranopia", Matrix>> = {
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};

const trueSight: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** How far two colours are apart (CIE 1976 ΔE) for whichever eye parts them least: 2 is just seen, 10 at a glance. */
export function differenceOf(a: Rgb, b: Rgb): number {
  return Math.min(...[trueSight, ...Object.values(blindness)].map((eye) => distance(labOf(a, eye), labOf(b, eye))));
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** CIE L*a*b* under daylight (D65), of a colour as an eye sees it. Source: IEC 61966-2-1, CIE 15. */
function labOf([red, green, blue]: Rgb, eye: Matrix): Rgb {
  const seen = product(eye, [linear(red), linear(green), linear(blue)]);
  const [x, y, z] = product(toXyz, seen);
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const toXyz: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];

const product = (matrix: Matrix, [a, b, c]: Rgb): Rgb => {
  const row = (i: 0 | 1 | 2): number => matrix[i][0] * a + matrix[i][1] * b + matrix[i][2] * c;
  return [row(0), row(1), row(2)];
};

const linear = (part: number): number =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
const root = (value: number): number => (value > 0.008856 ? steady.cbrt(value) : 7.787 * value + 16 / 116);
